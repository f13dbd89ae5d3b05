"""What is said of light to somebody who may move the lamp, where a drill asks for another light than plain.

Two measures' own words are for a sitter before a window, and name a fault: "the light comes from below". A drill may
ask for a lamp high above or off to one side, and be missed with light that is good for everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from framing.types import Cue, Guidance, Remedy

WORDS: Mapping[str, Remedy] = {
    "key_side.low": Remedy("Move the lamp{a_little} to {your} left"),
    "key_side.high": Remedy("Move the lamp{a_little} to {your} right"),
    "light_height.low": Remedy("Raise the lamp{a_little}"),
    "light_height.high": Remedy("Lower the lamp{a_little}"),
}
"""What is said instead, by what a cue asks for."""


def words(asks: str, otherwise: Remedy | None) -> Remedy | None:
    """The words for somebody at the lamp, by what is asked for ("key_side.low"), or else the measure's own."""
    return WORDS.get(asks, otherwise)


def directed(guidance: Guidance) -> Guidance:
    """The guidance with its cues of light worded for somebody who may move the lamp."""
    return replace(guidance, cues=tuple(map(_directed, guidance.cues)))


def _directed(cue: Cue) -> Cue:
    return replace(cue, remedy=words(cue.id, None) or cue.remedy)

"""All that is told of one look or one photograph, to one viewer in one language: text and places, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from framing.say.language import Language
from framing.types import Direction

State = Literal["nobody", "crowd", "neither", "headshot", "portrait"]
Wording = Literal["plain", "beginner", "expert"]  # of a cue: what to do; and why as well; or the reading alone
Kind = Literal["must", "style", "ok", "shown", "absent"]


@dataclass(frozen=True, slots=True)
class Headline:
    """What the picture reads as, or why that cannot be said; derived here once for badge, panel and report."""

    state: State
    name: str  # "Headshot", "Nobody in view"
    beside: str  # a few words less prominent: "a headshot nor a portrait", "wanted: a portrait"
    sure: str  # "50%" to "99%"; "" where there is nothing to be sure of
    at: float | None  # place on the scale from portrait to headshot, 0..100
    wants: str  # what the use wants, in a sentence
    weights: str  # whose weights it was reached by, in a sentence; "" for the guide's own
    agrees: bool  # whether nothing warns: the use takes what it reads as, or has settled it


@dataclass(frozen=True, slots=True)
class ToldCue:
    """The one thing on top: what to do, that nothing is left to do, or to hold still."""

    text: str
    spoken: str  # the same for the ear: a short sentence
    kind: Literal["must", "style", "ok", "hold"]
    id: str = ""  # what is asked for: "headroom.low"
    measure: str = ""
    direction: Direction = Direction.NONE  # in the sitter's own left and right
    arrow: Direction = Direction.NONE  # the same on this viewer's screen
    hint: str = ""  # the one matter of taste that is left once all is ready; for a beginner why something is asked for


@dataclass(frozen=True, slots=True)
class Reason:
    """What one of the five differences says."""

    difference: str  # its key: subjects, crop, mood, environment, creativity
    title: str
    lean: str
    at: float  # place on the scale, 0..100
    because: str
    numbers: str  # those that `because` leaves out

    @property
    def in_full(self) -> str:
        """What is seen, with its numbers."""
        return f"{self.because} ({self.numbers})" if self.numbers else self.because


@dataclass(frozen=True, slots=True)
class Row:
    """One reading in the checklist."""

    name: str  # the measure's key
    label: str
    kind: Kind
    word: str  # its kind in words: "must change, too low"
    value: str  # at first sight
    band: str  # what is wanted, or why it is not seen
    number: str  # with its unit, for those who ask
    because: str


@dataclass(frozen=True, slots=True)
class Group:
    """One card of the checklist."""

    key: Literal["crop", "light", "background", "you"]
    title: str
    kind: Kind  # of its gravest row
    rows: tuple[Row, ...]  # what must change first


@dataclass(frozen=True, slots=True)
class Told:
    """What is told; `say` makes it of a Guidance."""

    language: Language
    headline: Headline
    cue: ToldCue | None  # None where nothing is waited for and nothing asked
    cues: tuple[str, ...]  # all that could be asked for, in their order, in words
    ready: bool
    reasons: tuple[Reason, ...]
    boundary: str  # what would change the verdict
    groups: tuple[Group, ...]

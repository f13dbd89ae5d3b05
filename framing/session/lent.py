"""What a room asks of a page's guide while it lasts: another use, and that the page is told nothing of the looks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from framing.overlay.drawings import NONE
from framing.session.look import Look
from framing.session.settings import Settings
from framing.types import Absent, Preset

A_DRILL = Absent("A drill is on: the guide's words are the trainer's alone")


@dataclass(frozen=True, slots=True)
class Lent:
    """The use of the step that is practised, or of a picture to match; `hidden` while the page is told no guidance."""

    preset: Preset
    hidden: bool = False


def lent_settings(settings: Settings, lent: Lent | None) -> Settings:
    """What is looked for: the room's use while there is one, without the cuts of others, and else what was chosen."""
    return settings if lent is None else replace(settings, preset=lent.preset, others=())


def hidden(look: Look) -> Look:
    """The look as a page may know it that is told no guidance: the viewfinder and where heads are, and nothing else.

    The heads' places are what small pictures and words keep off.
    """
    bare = None if look.marks is None else look.marks.bare
    return replace(
        look, guidance=A_DRILL, told=None, marks=bare, drawings=NONE, face=A_DRILL, scene=None, outlines=()
    )

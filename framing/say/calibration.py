"""What the guide may learn of this sitter and this camera, in words: how to, how far it is, or what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from framing.at_rest import NOT_YET, UNDER_WAY, AtRest
from framing.say.language import Language, translate
from framing.types import Absent, Message, Viewer, filled

NEAREST, FARTHEST = 20.0, 500.0  # cm from the lens within which a sitter is believed to be


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the page offers below the readings of the sitter."""

    lens: str
    looking: bool
    progress: float  # 0..1
    distance: str
    asks: str
    nearest: float  # cm
    farthest: float


def calibration(rest: AtRest, focal: float | Absent, viewer: Viewer, language: Language) -> Calibration:
    """What the page offers below the readings of the sitter; `focal` is the camera's, or why it is not known."""
    distance: Message = filled("{why}.", why=focal.why) if isinstance(focal, Absent) else "Known for this camera."
    asks: Message = "From the lens to your eyes" if viewer.sitter else "From the lens to their eyes"
    return Calibration(
        lens=_begun(translate(language, _lens(rest, sitter=viewer.sitter))),
        looking=rest.under_way,
        progress=round(rest.progress, 2),
        distance=_begun(translate(language, distance)),
        asks=translate(language, asks),
        nearest=NEAREST,
        farthest=FARTHEST,
    )


def _lens(rest: AtRest, *, sitter: bool) -> Message:
    if rest.outcome == NOT_YET:
        if sitter:
            return "Two seconds at rest, and eyes, expression and camera height are read against your own face."
        return "Two seconds at rest, and eyes, expression and camera height are read against their own face."
    if rest.outcome == UNDER_WAY:
        if sitter:
            return "Hold still, face at rest, eyes on the lens."
        return "They hold still, face at rest, eyes on the lens."
    if isinstance(rest.outcome, Absent):
        return filled("{why}.", why=rest.outcome.why)
    if sitter:
        return "Done: eyes, expression and camera height are read against your own face."
    return "Done: eyes, expression and camera height are read against their own face."


def _begun(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}"

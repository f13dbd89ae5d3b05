"""What the guide may learn of this sitter and this camera, in words: how to, how far it is, or what came of it."""

from __future__ import annotations

from framing.at_rest import NOT_YET, UNDER_WAY, AtRest
from framing.types import Absent, Viewer

NEAREST, FARTHEST = 20.0, 500.0  # cm from the lens within which a sitter is believed to be


def yours(look: AtRest, focal: float | Absent, viewer: Viewer) -> dict[str, object]:
    """What the page offers below the readings of the sitter; `focal` is the camera's, or why it is not known."""
    sitter = viewer is Viewer.FRONT
    your = "your" if sitter else "their"
    return {
        "lens": _lens(look, your, sitter),
        "looking": look.under_way,
        "progress": round(look.progress, 2),
        "distance": _sentence(focal.why) if isinstance(focal, Absent) else "Known for this camera.",
        "asks": f"From the lens to {your} eyes",
        "nearest": NEAREST,
        "farthest": FARTHEST,
    }


def _lens(look: AtRest, your: str, sitter: bool) -> str:
    against = f"eyes, expression and camera height are read against {your} own face"
    if look.outcome == NOT_YET:
        return f"Two seconds at rest, and {against}."
    if look.outcome == UNDER_WAY:
        return f"{'Hold still' if sitter else 'They hold still'}, face at rest, eyes on the lens."
    return _sentence(look.outcome.why) if isinstance(look.outcome, Absent) else f"Done: {against}."


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}."

"""What is told, as plain values for the page's scripts, which only show them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from framing.overlay.drawings import NONE, Drawings
from framing.overlay.sketch import Sketch
from framing.page.drawing.sketch import sketch_svg
from framing.say import Told
from framing.say.told import Group, Headline, ToldCue


def panel_json(told: Told, drawn: Drawings = NONE) -> dict[str, Any]:
    """Verdict, reasons, boundary, checklist with its drawings, and cue; places are 0 to 100."""
    return {
        "reads": headline_json(told.headline),
        "reasons": [asdict(reason) for reason in told.reasons],
        "boundary": told.boundary,
        "groups": [_group(group, told, drawn) for group in told.groups],
        "cue": cue_json(told.cue),
        "ready": told.ready,
    }


def headline_json(headline: Headline) -> dict[str, Any]:
    """The headline, with what it reads as under `as`."""
    return {**asdict(headline), "as": headline.state}


def cue_json(cue: ToldCue | None) -> dict[str, Any] | None:
    """The one thing to do; None where there is nothing to do and nothing to wait for."""
    return None if cue is None else {**asdict(cue), "direction": cue.direction.value, "arrow": cue.arrow.value}


def _group(group: Group, told: Told, drawn: Drawings) -> dict[str, Any]:
    sketch = {"light": drawn.light, "background": drawn.background}.get(group.key)
    drawing = sketch_svg(sketch, told.language) if isinstance(sketch, Sketch) else ""
    return {**asdict(group), "rows": [asdict(row) for row in group.rows], "drawing": drawing}

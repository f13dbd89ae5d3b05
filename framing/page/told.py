"""One Guidance as plain values for the page: every word and every rounding is done here, the script only shows them."""

from __future__ import annotations

from math import exp
from typing import Any

from framing.overlay.drawings import NONE, Drawings
from framing.overlay.sketch import Sketch
from framing.page import figures
from framing.page.drawing.sketch import sketch_svg
from framing.page.wants import wants
from framing.types import Absent, Cue, Guidance, Judgement, Severity, State, Verdict

GROUPS = {
    "crop": frozenset({"crop"}),
    "light": frozenset({"light"}),
    "background": frozenset({"background"}),
    "you": frozenset({"pose", "expression"}),
}
_TITLES = {"crop": "Crop", "light": "Light", "background": "Background", "you": "You"}
# What must change comes first, then what is worth a look, then what was asked for and is right.
_ORDER = ("must", "style", "ok", "shown", "absent")


def told(guidance: Guidance, drawn: Drawings = NONE) -> dict[str, Any]:
    """Verdict, reasons, boundary, checklist with its drawings, and cue, ready for the screen; places are 0 to 100."""
    verdict = guidance.verdict
    return {
        "reads": reads(guidance),
        "reasons": [
            {
                "difference": e.difference,
                "title": e.difference.capitalize(),
                "lean": e.lean,
                "at": round(100.0 / (1.0 + exp(-max(-20.0, min(20.0, e.weight)))), 1),
                "because": e.because,
                "numbers": e.numbers,
            }
            for e in verdict.evidence
        ],
        "boundary": verdict.boundary,
        "groups": [_group(key, guidance, drawn) for key in GROUPS],
        "cue": cue(guidance),
        "ready": guidance.ready,
    }


def reads(guidance: Guidance) -> dict[str, Any]:
    """The verdict: its name, how sure it is, its place on the scale, and what the use wants beside it."""
    verdict, preset = guidance.verdict, guidance.preset
    nobody = verdict.reads_as == "neither" and verdict.crop == "none"
    return {
        "name": "Nobody in view" if nobody else verdict.reads_as.capitalize(),
        "sure": verdict.sure,
        "at": None if verdict.probability is None else _place(verdict),
        "as": verdict.reads_as,
        "wants": wants(verdict, preset, ready=guidance.ready),
        # Once it is ready the use has settled it, and nothing warns any more.
        "agrees": guidance.ready or preset is None or preset.reads_as in ("either", verdict.reads_as),
    }


def _place(verdict: Verdict) -> float:
    """Where the needle stands, on the side of what it reads as even while a verdict on the boundary is held."""
    place = 100.0 * (verdict.probability or 0.0)
    return round(max(place, 50.0) if verdict.reads_as == "headshot" else min(place, 50.0), 1)


def cue(guidance: Guidance) -> dict[str, str]:
    """The one thing to do, what kind of thing it is, and which reading is behind it.

    Once all holds it says Ready, and `hint` is the one matter of taste that is left, less prominent.
    """
    first = next(iter(guidance.cues), None)
    if guidance.ready:
        return _said("Ready", "ok", hint=first.text if first is not None else "")
    if first is None:
        return _said("Hold still", "hold")
    kind = "style" if first.severity is Severity.STYLE else "must"
    return _said(first.text, kind, first.direction.value, first.measure)


def _said(text: str, kind: str, direction: str = "none", measure: str = "", hint: str = "") -> dict[str, str]:
    return {"text": text, "kind": kind, "direction": direction, "measure": measure, "hint": hint}


def why(cue: Cue, guidance: Guidance) -> str:
    """The reading behind a cue, at first sight: "Sharpness: soft"."""
    judgement = next((j for j in guidance.judgements if j.measure.name == cue.measure), None)
    return "" if judgement is None else figures.labelled(judgement)


def _group(key: str, guidance: Guidance, drawn: Drawings) -> dict[str, Any]:
    must = frozenset() if guidance.preset is None else frozenset(guidance.preset.musts)
    rows = [_row(j) for j in guidance.judgements if j.measure.group in GROUPS[key]]
    rows.sort(key=lambda row: (_ORDER.index(row["kind"]), row["name"] not in must))
    sketch = {"light": drawn.light, "background": drawn.background}.get(key)
    return {
        "key": key,
        "title": _TITLES[key],
        "kind": rows[0]["kind"] if rows else "absent",
        "rows": rows,
        "drawing": sketch_svg(sketch) if isinstance(sketch, Sketch) else "",
    }


def _row(judgement: Judgement) -> dict[str, str]:
    kind, word = _status(judgement)
    return {
        "name": judgement.measure.name,
        "label": judgement.measure.label,
        "kind": kind,
        "word": word,
        "value": figures.value(judgement),
        "band": figures.band(judgement),
        "number": figures.number(judgement),
        "because": judgement.because,
    }


def _status(judgement: Judgement) -> tuple[str, str]:
    if isinstance(judgement.value, Absent):
        return "absent", "not seen"
    if judgement.band is None:
        return "shown", "not judged"
    if judgement.state is State.OK:
        return "ok", "right"
    way = "too low" if judgement.state is State.LOW else "too high"
    if judgement.severity is Severity.ERROR:
        return "must", f"must change, {way}"
    return "style", f"worth a look, {way}"

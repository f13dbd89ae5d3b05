"""One Guidance as plain values for the page: every word and every rounding is done here, the script only shows them."""

from __future__ import annotations

from math import exp
from typing import Any

from framing.overlay.drawings import NONE, Drawings
from framing.overlay.sketch import Sketch
from framing.page.drawing.sketch import sketch_svg
from framing.page.figures import figures
from framing.page.wants import wants
from framing.types import Absent, Guidance, Judgement, Severity, State, Verdict

GROUPS = {
    "Crop": frozenset({"crop"}),
    "Light": frozenset({"light"}),
    "Background": frozenset({"background"}),
    "You": frozenset({"pose", "expression"}),
}
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
                "lean": e.lean,
                "at": round(100.0 / (1.0 + exp(-max(-20.0, min(20.0, e.weight)))), 1),
                "because": e.because,
            }
            for e in verdict.evidence
        ],
        "boundary": verdict.boundary,
        "groups": [_group(title, guidance, drawn) for title in GROUPS],
        "cue": cue(guidance),
    }


def reads(guidance: Guidance) -> dict[str, Any]:
    """The verdict: its name, how sure it is, its place on the scale, and what the use wants beside it."""
    verdict, preset = guidance.verdict, guidance.preset
    nobody = verdict.reads_as == "neither" and verdict.crop == "none"
    return {
        "name": "Nobody in view" if nobody else verdict.reads_as.capitalize(),
        "sure": "" if verdict.probability is None else f"{min(_sure(verdict), 0.99):.0%}",
        "at": None if verdict.probability is None else round(100.0 * verdict.probability, 1),
        "as": verdict.reads_as,
        "wants": wants(verdict, preset),
        "agrees": None if preset is None or preset.reads_as == "either" else preset.reads_as == verdict.reads_as,
    }


def cue(guidance: Guidance) -> dict[str, str]:
    """The one thing to do, what kind of thing it is, and which reading is behind it."""
    if guidance.cues:
        first = guidance.cues[0]
        kind = "style" if first.severity is Severity.STYLE else "must"
        return {
            "text": first.text, "why": first.because, "kind": kind,
            "direction": first.direction.value, "measure": first.measure,
        }  # fmt: skip
    text, kind = ("Ready", "ok") if guidance.ready else ("Hold still", "hold")
    why = "Everything this use asks for holds" if guidance.ready else ""
    return {"text": text, "why": why, "kind": kind, "direction": "none", "measure": ""}


def _sure(verdict: Verdict) -> float:
    probability = verdict.probability or 0.0
    return 1.0 - probability if verdict.reads_as == "portrait" else probability


def _group(title: str, guidance: Guidance, drawn: Drawings) -> dict[str, Any]:
    must = frozenset() if guidance.preset is None else frozenset(guidance.preset.musts)
    rows = [_row(j) for j in guidance.judgements if j.measure.group in GROUPS[title]]
    rows.sort(key=lambda row: (_ORDER.index(row["kind"]), row["name"] not in must))
    sketch = {"Light": drawn.light, "Background": drawn.background}.get(title)
    return {
        "title": title,
        "kind": rows[0]["kind"] if rows else "absent",
        "rows": rows,
        "drawing": sketch_svg(sketch) if isinstance(sketch, Sketch) else "",
    }


def _row(judgement: Judgement) -> dict[str, str]:
    kind, word = _status(judgement)
    value, band = figures(judgement)
    return {
        "name": judgement.measure.name,
        "label": judgement.measure.label,
        "kind": kind,
        "word": word,
        "value": value,
        "band": band,
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

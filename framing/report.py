"""One photograph's guidance as plain values for JSON, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.crop import Offer
from framing.types import Absent, Cue, Guidance, Judgement


def as_json(file: str, guidance: Guidance, crop: Offer | Absent | None = None) -> dict[str, Any]:
    """What `judge --json` prints for one photograph, with the crop if a use was named; see the README for the keys."""
    verdict = guidance.verdict
    suggested = {} if crop is None else {"suggested_crop": crop_as_json(crop)}
    return {
        "file": file,
        "reads_as": verdict.reads_as,
        "probability": None if verdict.probability is None else round(verdict.probability, 4),
        "subjects": _subjects(guidance),
        "crop": verdict.crop,
        "boundary": verdict.boundary,
        "evidence": [{"difference": e.difference, "lean": e.lean, "because": e.in_full} for e in verdict.evidence],
        "readings": {j.measure.name: reading_as_json(j) for j in guidance.judgements},
        "cues": [cue_as_json(c) for c in guidance.cues],
        "use": guidance.preset.name if guidance.preset else None,
        "ready": guidance.ready,
        **suggested,
    }


def as_lines(file: str, guidance: Guidance, crop: Offer | Absent | None = None) -> Iterator[str]:
    """The same for a person to read: verdict, reasons, what to change, and the crop."""
    verdict = guidance.verdict
    sure = f" ({verdict.sure})" if verdict.sure else ""
    yield f"{file}: reads as {verdict.reads_as}{sure}. {verdict.boundary}."
    for reason in verdict.evidence:
        lean = "" if reason.lean == "none" else f" → {reason.lean}"
        yield f"    {reason.difference:<12}{reason.in_full}{lean}"
    if guidance.preset is not None:
        wanted = "either" if guidance.preset.reads_as == "either" else f"a {guidance.preset.reads_as}"
        agrees = guidance.preset.reads_as in ("either", verdict.reads_as)
        ready = ("ready" if agrees else "ready, for the use decides") if guidance.ready else "not ready"
        yield f"    for {guidance.preset.title}, which wants {wanted}: {ready}"
    for cue in guidance.cues:
        yield f"  {'•' if cue.severity == 'error' else '◦'} {cue.text}  ({cue.because})"
    if crop is not None:
        yield f"    {_crop_in_words(crop)}"


def crop_as_json(crop: Offer | Absent) -> dict[str, Any]:
    """A crop in pixels of the upright full-size picture and the measures it misses, or why there is none."""
    if isinstance(crop, Absent):
        return {"refused": crop.why}
    window = crop.delivery.window
    return {
        "left": window.left,
        "top": window.top,
        "width": window.width,
        "height": window.height,
        "enlarged": round(crop.delivery.enlarged, 4),
        "missed": [j.measure.name for j in crop.missed],
    }


def _crop_in_words(crop: Offer | Absent) -> str:
    if isinstance(crop, Absent):
        return f"no crop: {crop.why[0].lower()}{crop.why[1:]}"
    missed = f"; not brought into band: {'; '.join(j.because for j in crop.missed)}" if crop.missed else ""
    return f"crop: {crop.delivery.words}{missed}"


def _subjects(guidance: Guidance) -> int:
    value = next(j.value for j in guidance.judgements if j.measure.name == "subjects")
    return 0 if isinstance(value, Absent) else round(value)


def reading_as_json(judgement: Judgement) -> dict[str, Any]:
    """One reading: its value (None where it is absent), unit, state and words."""
    value = judgement.value
    return {
        "value": None if isinstance(value, Absent) else round(value, 4),
        "unit": judgement.measure.unit,
        "state": judgement.state.value,
        "because": judgement.because,
    }


def cue_as_json(cue: Cue) -> dict[str, str]:
    """One cue: its words, the measure behind it, how grave it is and where it points."""
    return {
        "text": cue.text,
        "measure": cue.measure,
        "severity": cue.severity.value,
        "direction": cue.direction.value,
    }

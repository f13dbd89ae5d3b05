"""One photograph's guidance as plain values for JSON, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.crop import Offer
from framing.say import ENGLISH, Language, say, translate
from framing.say.cues import in_words
from framing.say.readings import because
from framing.say.reasons import reason
from framing.types import Absent, Cue, Guidance, Judgement, Message, Severity, Viewer, filled

_LEANS: dict[str, Message] = {"headshot": "headshot", "portrait": "portrait"}
_STANDS: dict[str, Message] = {"ready": "Ready.", "not ready": "Not ready."}


def as_json(
    file: str, guidance: Guidance, crop: Offer | Absent | None = None, language: Language = ENGLISH
) -> dict[str, Any]:
    """What `judge --json` prints for one photograph, with the crop if a use was named; see the README for the keys."""
    verdict = guidance.verdict
    suggested = {} if crop is None else {"suggested_crop": crop_as_json(crop, language)}
    return {
        "file": file,
        "reads_as": verdict.reads_as,
        "probability": None if verdict.probability is None else round(verdict.probability, 4),
        "subjects": _subjects(guidance),
        "crop": verdict.shot_size,
        "boundary": translate(language, verdict.boundary),
        "evidence": [
            {"difference": e.difference, "lean": e.lean, "because": reason(e, language).in_full}
            for e in verdict.evidence
        ],
        "readings": {j.measure.name: reading_as_json(j, language) for j in guidance.judgements},
        "cues": [cue_as_json(c, language) for c in guidance.cues],
        "use": guidance.preset.name if guidance.preset else None,
        "ready": guidance.ready,
        **({"weights": verdict.weights} if verdict.weights else {}),
        **suggested,
    }


def as_lines(
    file: str, guidance: Guidance, crop: Offer | Absent | None = None, language: Language = ENGLISH
) -> Iterator[str]:
    """The same for a person to read: verdict, reasons, what to change, and the crop."""
    told = say(guidance, Viewer.STILL, language)
    sure = f" ({told.headline.sure})" if told.headline.sure else ""
    yield f"{file}: {told.headline.name}{sure}. {told.boundary}."
    if told.headline.weights:
        yield f"    {told.headline.weights}."
    for one in told.reasons:
        lean = "" if one.lean == "none" else f" → {translate(language, _LEANS[one.lean])}"
        yield f"    {one.title:<11} {one.in_full}{lean}"
    if guidance.preset is not None:
        stands = "ready" if guidance.ready else "not ready"
        yield f"    {told.headline.wants} {translate(language, _STANDS[stands])}"
    for cue, text in zip(guidance.cues, told.cues, strict=True):
        sign = "•" if cue.severity is Severity.ERROR else "◦"
        yield f"  {sign} {text}  ({because(cue.judgement, language)})"
    if crop is not None:
        yield f"    {_crop_in_words(crop, language)}"


def crop_as_json(crop: Offer | Absent, language: Language = ENGLISH) -> dict[str, Any]:
    """A crop in pixels of the upright full-size picture and the measures it misses, or why there is none."""
    if isinstance(crop, Absent):
        return {"refused": translate(language, crop.why)}
    window = crop.delivery.window
    return {
        "left": window.left,
        "top": window.top,
        "width": window.width,
        "height": window.height,
        "enlarged": round(crop.delivery.enlarged, 4),
        "missed": [j.measure.name for j in crop.missed],
    }


def _crop_in_words(crop: Offer | Absent, language: Language) -> str:
    if isinstance(crop, Absent):
        return translate(language, filled("No crop: {why}", why=crop.why))
    words = translate(language, filled("Crop: {words}", words=crop.delivery.words))
    if not crop.missed:
        return words
    missed = "; ".join(because(j, language) for j in crop.missed)
    return f"{words}; {translate(language, filled('not brought into band: {missed}', missed=missed))}"


def _subjects(guidance: Guidance) -> int:
    value = next(j.value for j in guidance.judgements if j.measure.name == "subjects")
    return 0 if isinstance(value, Absent) else round(value)


def reading_as_json(judgement: Judgement, language: Language = ENGLISH) -> dict[str, Any]:
    """One reading: its value (None where it is absent), unit, state and words."""
    value = judgement.value
    return {
        "value": None if isinstance(value, Absent) else round(value, 4),
        "unit": judgement.measure.unit,
        "state": judgement.state.value,
        "because": because(judgement, language),
    }


def cue_as_json(cue: Cue, language: Language = ENGLISH) -> dict[str, Any]:
    """One cue: its words, what asks for it, how grave it is, where it points and how far, in a sitter's steps."""
    return {
        "text": in_words(cue, Viewer.STILL, language),
        "measure": cue.measure,
        "severity": cue.severity.value,
        "direction": cue.direction.value,
        "id": cue.id,
        "amount": round(cue.steps, 2),
    }

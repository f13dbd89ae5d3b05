"""From judgements to cues: what to change, said to whoever looks, the first thing first."""

from __future__ import annotations

from framing.types import Absent, Band, Cue, Judgement, Judgements, Measure, Remedy, Severity, State, Viewer

_LITTLE = 0.5  # outside the band by less than this share of its width is "a little"


def advise(judgements: Judgements, viewer: Viewer) -> tuple[Cue, ...]:
    """The cues, ranked: errors before style, each in DESIGN.md's strict order; none for what is absent.

    With nobody in view, or too many, that is the only thing to say: everything else is read off the wrong person.
    """
    wrong = [(j, found) for j in judgements if (found := remedy(j.measure, j.state)) is not None]
    wrong.sort(key=lambda pair: (pair[0].severity is Severity.STYLE, pair[0].measure.rank))
    cues = tuple(_cue(j, found, viewer) for j, found in wrong)
    return cues[:1] if cues and cues[0].measure == "subjects" else cues


def remedy(measure: Measure, state: State) -> Remedy | None:
    """What the measure says of a reading below or above its band; None where it has no advice."""
    return {State.LOW: measure.when_low, State.HIGH: measure.when_high}.get(state)


def _cue(judgement: Judgement, found: Remedy, viewer: Viewer) -> Cue:
    return Cue(
        text=spoken(found.text, viewer, little=_is_little(judgement)),
        measure=judgement.measure.name,
        severity=judgement.severity,
        direction=found.direction,
        because=judgement.because,
    )


def spoken(text: str, viewer: Viewer, *, little: bool) -> str:
    """The remedy's words for this viewer: the sitter is "you" to themselves and "they" to everybody else."""
    sitter = viewer is Viewer.FRONT
    return text.format(
        your="your" if sitter else "their",
        you="you" if sitter else "them",
        a_little=" a little" if little else "",
    )


def _is_little(judgement: Judgement) -> bool:
    value, band = judgement.value, judgement.band
    if isinstance(value, Absent) or band is None:
        return False
    beyond = max(band.low - value, value - band.high)
    return beyond < _LITTLE * _width(band)


def _width(band: Band) -> float:
    width = band.high - band.low
    return width if width < float("inf") else abs(band.low if band.low > float("-inf") else band.high)

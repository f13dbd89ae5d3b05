"""From judgements to cues: what to change, said to whoever looks, the first thing first."""

from __future__ import annotations

from dataclasses import replace

from framing.types import Absent, Band, Cue, Direction, Judgement, Judgements, Measure, Remedy, Severity, State, Viewer

_LITTLE = 0.5  # outside the band by less than this share of its width is "a little"
_OPEN = 0.2  # the width taken for a band that is open at one end and 0 at the other
_BACK = Remedy("Move back{a_little} from the camera", Direction.FARTHER)
_OPPOSITE = {
    Direction.UP: Direction.DOWN,
    Direction.DOWN: Direction.UP,
    Direction.LEFT: Direction.RIGHT,
    Direction.RIGHT: Direction.LEFT,
    Direction.NEARER: Direction.FARTHER,
    Direction.FARTHER: Direction.NEARER,
}
_SITTERS = {d for d in Direction if d not in (Direction.UP, Direction.DOWN, Direction.NONE)}  # what the sitter does


def advise(judgements: Judgements, viewer: Viewer) -> tuple[Cue, ...]:
    """The cues, ranked: errors before style, each in DESIGN.md's strict order; none for what is absent.

    With nobody in view, or too many, that is the only thing to say: everything else is read off the wrong person. No
    cue contradicts one above it; where two errors do, the picture has no room for both and the sitter moves back.
    """
    wrong = [(j, found) for j in judgements if (found := remedy(j.measure, j.state)) is not None]
    wrong.sort(key=lambda pair: (pair[0].severity is Severity.STYLE, pair[0].measure.rank))
    if wrong and wrong[0][0].measure.name == "subjects":
        wrong = wrong[:1]
    cues: list[Cue] = []
    for judgement, found in wrong:
        against = next((c for c in cues if c.direction is _OPPOSITE.get(found.direction)), None)
        if against is None:
            cues.append(_cue(judgement, found, viewer))
        elif judgement.severity is Severity.ERROR:
            cues[cues.index(against)] = replace(_cue(judgement, _BACK, viewer), because=against.because)
    return tuple(cues)


def remedy(measure: Measure, state: State) -> Remedy | None:
    """What the measure says of a reading below or above its band; None where it has no advice."""
    return {State.LOW: measure.when_low, State.HIGH: measure.when_high}.get(state)


def _cue(judgement: Judgement, found: Remedy, viewer: Viewer) -> Cue:
    return Cue(
        text=spoken(found, viewer, little=_is_little(judgement)),
        measure=judgement.measure.name,
        severity=judgement.severity,
        direction=found.direction,
        because=judgement.because,
    )


def spoken(remedy: Remedy, viewer: Viewer, *, little: bool) -> str:
    """The remedy's words for this viewer: a sitter is told, anybody else is asked to tell them."""
    sitter = viewer is Viewer.FRONT
    text = remedy.text.format(
        your="your" if sitter else "their",
        you="you" if sitter else "them",
        a_little=" a little" if little else "",
    )
    return text if sitter or remedy.direction not in _SITTERS else f"Ask them to {text[0].lower()}{text[1:]}"


def _is_little(judgement: Judgement) -> bool:
    value, band = judgement.value, judgement.band
    if isinstance(value, Absent) or band is None:
        return False
    beyond = max(band.low - value, value - band.high)
    return beyond < _LITTLE * _width(band)


def _width(band: Band) -> float:
    width = band.high - band.low
    return width if width < float("inf") else max(abs(band.low if band.low > float("-inf") else band.high), _OPEN)

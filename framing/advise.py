"""From judgements to cues: what to change, the most important first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import inf, isfinite, isinf, log
from typing import Literal

from framing.types import (
    Absent,
    Band,
    Cue,
    Direction,
    HowFar,
    Judgement,
    Judgements,
    Measure,
    Remedy,
    Severity,
    State,
)

# The step that somebody takes who is told to and not how far: people go by what they see of themselves, and move by a
# fifth of the picture or turn by 9 degrees; light moved by one stop tells the cheeks apart by 1.25, since they look 39
# degrees to either side. In any other unit it is the width of the band. Distance is told as a share of itself, by e to
# this power.
_STEP = {"viewfinder heights": 0.15, "viewfinder widths": 0.22, "degrees": 9.0, "stops": 1.25, "quarter turns": 1.0}
STEP_NEARER = 0.25
_ASIDE = 0.2  # viewfinder heights: a step aside, where readings are counted in eye distances
_APART = 0.53  # face heights between the eyes (docs/measures.md, "The canonical face")
_FACE = 0.2  # viewfinder heights, where no face height T is read
_TWICE = 2.0  # steps from which a remedy says what to do at once
_LITTLE, _FAR = 0.65, 1.7  # steps below which it is "a little", and above which "quite a bit"
_OPEN = 0.2  # the width taken for a band that is open at one end and 0 at the other
_DISTANCE, _ROOM = range(30, 40), 11  # ranks: of distance, and of moving back from being too near
_BACK = Remedy("Move back{a_little} from the camera", Direction.FARTHER)
_NONE = Remedy("")
_ALONE = ("upright", "subjects")  # while they are wrong nothing else is read right
_OPPOSITE = {
    Direction.UP: Direction.DOWN,
    Direction.DOWN: Direction.UP,
    Direction.LEFT: Direction.RIGHT,
    Direction.RIGHT: Direction.LEFT,
    Direction.NEARER: Direction.FARTHER,
    Direction.FARTHER: Direction.NEARER,
}


def advise(judgements: Judgements) -> tuple[Cue, ...]:
    """The cues, ranked: errors before style, each in the order of docs/guidance.md; none for what is absent.

    With the picture on its side, nobody in view or too many, that is the only thing to say: everything else is read off
    the wrong person. What a document needs and nobody can read is said where no other error is. No
    cue contradicts one above it; where two errors do, the picture has no room for both and the sitter moves back.
    A sitter who is to move is told the longest of all distances in that direction, so that one move is enough.
    """
    turn_bound = any(j.measure.name == "yaw" and j.severity is Severity.ERROR for j in judgements)
    wrong = [
        (j, found.straight if turn_bound and found.straight else found)
        for j in judgements
        if (found := remedy(j.measure, j.state)) is not None
    ]
    wrong.sort(key=lambda pair: (pair[0].severity is Severity.STYLE, _rank(*pair)))
    if wrong and wrong[0][0].measure.name in _ALONE:
        wrong = wrong[:1]
    face = next((j.value for j in judgements if j.measure.name == "face_height"), _FACE)
    face = _FACE if isinstance(face, Absent) else face
    said: list[Cue] = []
    for judgement, found in wrong:
        against = next((s for s in said if s.direction is _OPPOSITE.get(found.direction)), None)
        one = Cue(judgement, _end(judgement), found, _to_go(judgement, found, judgements, face))
        if against is not None and judgement.severity is Severity.ERROR:
            said[said.index(against)] = replace(one, remedy=_BACK, asks="room")
        elif against is None and (
            judgement.severity is Severity.ERROR or not _undoes(judgement, found, judgements, face)
        ):
            said.append(one)
    if not any(one.severity is Severity.ERROR for one in said):
        said[:0] = [_beyond_remedy(j) for j in judgements if j.missed]
    return tuple(_told_how_far(one, said) for one in said)


def _end(judgement: Judgement) -> Literal["low", "high"]:
    return "low" if judgement.state is State.LOW else "high"


def _beyond_remedy(judgement: Judgement) -> Cue:
    """What is to be said of a must that is missed and for which no measure has a remedy."""
    return Cue(judgement, "unread" if judgement.state is State.ABSENT else "unmet", _NONE)


def _told_how_far(one: Cue, said: Sequence[Cue]) -> Cue:
    steps = _as_far_as_all(one, said)
    found = one.remedy._replace(text=one.remedy.twice, aloud="") if one.remedy.twice and steps >= _TWICE else one.remedy
    return replace(one, remedy=found, steps=steps, far=_how_far(steps) if found.by_degrees else HowFar.SOME)


def _as_far_as_all(one: Cue, said: Sequence[Cue]) -> float:
    """The steps that this and all others ask for that place the sitter the same way; light and pose go by their own."""
    if one.judgement.measure.group != "crop":
        return one.steps
    same = (s for s in said if s.direction is one.direction and s.judgement.measure.group == "crop")
    return one.steps if one.direction is Direction.NONE else max(s.steps for s in same)


def _rank(judgement: Judgement, found: Remedy) -> int:
    """A sitter who is too near moves back before anything else: it makes room for all that comes after."""
    rank = judgement.measure.rank
    return _ROOM if rank in _DISTANCE and found.direction is Direction.FARTHER else rank


def _to_go(judgement: Judgement, found: Remedy, judgements: Judgements, face: float) -> float:
    """The steps to a better place, or half way to where a must is missed that is nearer than that."""
    out, into = _steps(judgement, judgement.state, face)
    room = min((r for r in _rooms(found, judgements, face) if r > 0.0), default=inf)
    return min(out + into, max((out + room) / 2.0, out))


def _undoes(judgement: Judgement, found: Remedy, judgements: Judgements, face: float) -> bool:
    """Whether a sitter who follows it would soon miss a must that asks for the opposite.

    A step aside because of what stands behind takes the camera along, and misses none.
    """
    return judgement.measure.group != "background" and any(r < _LITTLE for r in _rooms(found, judgements, face))


def _rooms(found: Remedy, judgements: Judgements, face: float) -> Iterator[float]:
    """The steps until each must is missed that is met and will then ask for the opposite."""
    opposite = _OPPOSITE.get(found.direction)
    if opposite is None:
        return
    kept = [j for j in judgements if j.severity is Severity.ERROR and j.state is State.OK]
    for judgement, state in product(kept, (State.LOW, State.HIGH)):
        if _asks(judgement, state, opposite):
            yield -_steps(judgement, state, face)[0]


def _asks(judgement: Judgement, state: State, direction: Direction) -> bool:
    found = remedy(judgement.measure, state)
    return found is not None and found.direction is direction


def remedy(measure: Measure, state: State) -> Remedy | None:
    """What the measure says of a reading below or above its band; None where it has no advice."""
    return {State.LOW: measure.when_low, State.HIGH: measure.when_high}.get(state)


def _how_far(steps: float) -> HowFar:
    return HowFar.LITTLE if steps < _LITTLE else HowFar.FAR if steps > _FAR else HowFar.SOME


def _steps(judgement: Judgement, state: State, face: float) -> tuple[float, float]:
    """Steps from that end of the band out to the reading, below 0 inside of it, and from it in to a better place.

    Better is the middle of the band, or half a step into a wide one: nearer to its end half of all steps fall short.
    `face` is the face height T in viewfinder heights, for readings that are counted in faces.
    """
    value, band, found = judgement.value, judgement.band, remedy(judgement.measure, state)
    if isinstance(value, Absent) or band is None or found is None:
        return 0.0, 1.0
    (low, high), step = band, step_of(judgement.measure, band, face)
    if found.direction in (Direction.NEARER, Direction.FARTHER) and min(value, low) > 0.0:
        low, high, value, step = log(low), log(high), log(value), STEP_NEARER
    inside = judgement.measure.inside if isinf(high - low) else (high - low) / 2.0
    return (low - value if state is State.LOW else value - high) / step, min(inside / step, 0.5)


def step_of(measure: Measure, band: Band, face: float) -> float:
    """One step in the measure's own unit, above 0; `face` is T in viewfinder heights."""
    match measure.unit:
        case "eye distances":
            return _ASIDE / (_APART * face)
        case "face heights":
            return _STEP["viewfinder heights"] / face
        case unit:
            return _STEP.get(unit, _width(band))


def _width(band: Band) -> float:
    if isfinite(band.high - band.low):
        return max(band.high - band.low, 1e-6)
    return max(abs(band.low if isfinite(band.low) else band.high), _OPEN)

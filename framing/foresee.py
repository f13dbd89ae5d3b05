"""What coming nearer will do to the sitter's place: everything moves outward, and may leave the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from framing.judge import ENTER
from framing.types import Absent, Direction, Judgement, Judgements, Severity, State

_ONE_MOVE = 2.1  # times nearer, as far as anybody gets in one go: between two of them they can be asked aside
_PLACE = range(40, 60)  # ranks of placing
_ASIDE, _MIDDLE = ("margin_left", "margin_right"), "centring"
_FIXED: Mapping[str, float] = MappingProxyType({})
_SIDES = {
    "margin_left": ("margin_right", 1.0),  # the eyes stand between the two, one eye distance apart
    "margin_right": ("margin_left", 1.0),
    "margin_above": ("margin_below", 0.0),
    "margin_below": ("margin_above", 0.0),
}


def foresee(
    judgements: Judgements, before: Mapping[str, State], leeway: Mapping[str, float] = _FIXED
) -> Judgements:
    """The judgements with the room round the face as it will be once the sitter has come nearer by one move.

    So they are first asked into the middle, and then nearer: the other way round leads them out of the picture. All
    finer placing waits until they are there, because it is meant for a face of the right size; but a sitter who must go
    aside anyway is led into the middle in one go.
    `before` holds the last states by name, as for `judge`; `leeway` by the names of the margins how far the camera's
    picture goes on beyond that edge, in sides of the viewfinder, which follows the sitter as far as that.
    """
    times = min(max((_times_nearer(j) for j in judgements), default=1.0), _ONE_MOVE)
    if times <= 1.0:
        return judgements
    values = {j.measure.name: j.value for j in judgements if not isinstance(j.value, Absent)}
    ahead = tuple(_ahead(j, times, values, before.get(j.measure.name), leeway) for j in judgements)
    aside = any(j.state is State.LOW and j.measure.name in _ASIDE for j in ahead)
    return tuple(
        _waiting(j) if j.measure.rank in _PLACE and not (aside and j.measure.name == _MIDDLE) else j for j in ahead
    )


def _waiting(judgement: Judgement) -> Judgement:
    return replace(judgement, state=State.OK)


def _times_nearer(judgement: Judgement) -> float:
    """How many times larger the face must become for this must; 1 where it need not."""
    found, value, band = judgement.measure.when_low, judgement.value, judgement.band
    asked = judgement.state is State.LOW and judgement.severity is Severity.ERROR
    if not asked or found is None or found.direction is not Direction.NEARER or isinstance(value, Absent) or not band:
        return 1.0
    return band.inner(State.LOW, ENTER).low / max(value, 1e-6)


def _ahead(
    judgement: Judgement,
    times: float,
    values: Mapping[str, float],
    before: State | None,
    leeway: Mapping[str, float],
) -> Judgement:
    name, band = judgement.measure.name, judgement.band
    if name not in _SIDES or band is None or judgement.state is State.ABSENT:
        return judgement
    other, between = _SIDES[name]
    half = (values[name] + values[other] + between) / 2.0  # from the viewfinder's middle to its edge, in the same unit
    beyond, opposite = (2.0 * half * leeway.get(side, 0.0) for side in (name, other))
    # Everything moves outward from the middle of the camera's picture, and the viewfinder goes with it to its edge.
    value = values[name] + beyond - (half + (beyond + opposite) / 2.0) * (1.0 - 1.0 / times)
    if beyond or opposite:
        value = min(value, half / times - between / 2.0)
    state = (band.inner(before, ENTER, judgement.measure.inside) if before else band).state(value)
    if state is State.OK:
        return judgement
    return replace(judgement, value=value, state=state, ahead=True)

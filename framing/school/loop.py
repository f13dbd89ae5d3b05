"""What to practise next: the weakest axis, three short drills of it, and the same rubric again."""

from __future__ import annotations

from collections.abc import Mapping

from framing.school.values import Axis, Drill, Score

_DRILLS = 3


def weakest(score: Score) -> Axis:
    """The axis with the fewest points of those that count; of equal ones the one that counts most."""
    asked = [one for one in score.axes if one.points is not None]
    counting = [one for one in asked if one.weight > 0.0] or asked
    return min(counting, key=lambda one: (one.points, -one.weight)).axis


def three(drills: Mapping[str, Drill], axis: Axis, score: Score | None = None) -> tuple[Drill, ...]:
    """Three short drills of that axis, first those that ask for what cost most points; all there are, if fewer."""
    cost = {mark.measure: mark.costs for one in score.axes for mark in one.marks} if score else {}
    fit = [drill for drill in drills.values() if drill.short and axis in drill.teaches]
    fit.sort(key=lambda drill: (-_asks(drill, cost), drill.teaches.index(axis), drill.order))
    return tuple(fit[:_DRILLS])


def _asks(drill: Drill, cost: Mapping[str, float]) -> float:
    """Points that were lost to what this drill asks for."""
    asked = {name for step in drill.steps for name in (*step.needs, *(["pattern"] if step.pattern else []))}
    return round(sum(cost.get(name, 0.0) for name in asked))

"""Scores and attempts to be kept, made without a camera; and any, for properties."""

from hypothesis import strategies as st

from framing.records.values import Attempt
from framing.school.values import AXES, AxisScore, Mark, Rubric, Score
from framing.types import Absent, Band, Filled, filled

_POINTS = st.floats(0, 100)
_TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
_MESSAGES: st.SearchStrategy[str | Filled] = st.one_of(
    _TEXTS,
    st.builds(
        filled,
        _TEXTS,
        value=st.one_of(st.floats(allow_nan=False), _TEXTS, st.builds(filled, _TEXTS, share=_POINTS)),
        several=st.tuples(_TEXTS, _TEXTS),
    ),
)
_BANDS = st.one_of(
    st.none(),
    st.builds(Band, st.floats(-9, 0), st.floats(0, 9) | st.just(float("inf"))),
    st.just(Band(float("-inf"), 1.0)),
)
_MARKS = st.builds(
    Mark, measure=_TEXTS, label=_MESSAGES, value=st.one_of(st.floats(-9, 9), st.builds(Absent, _MESSAGES)),
    band=_BANDS, points=_POINTS, costs=_POINTS, fix=st.sampled_from(("nothing", "correctable", "spoilt", "unread")),
    because=_MESSAGES, remedy=_MESSAGES,
)  # fmt: skip
_AXES = st.builds(
    AxisScore, axis=st.sampled_from(AXES), points=st.none() | _POINTS, level=st.sampled_from((None, "fair", "sure")),
    weight=st.floats(0, 10), marks=st.lists(_MARKS, max_size=2).map(tuple),
)  # fmt: skip
SCORES = st.builds(
    Score, points=_POINTS, axes=st.lists(_AXES, max_size=3).map(tuple), seconds=st.floats(0, 3600),
    corrections=st.integers(0, 99), usual=st.integers(0, 99),
    steps=st.lists(st.lists(_AXES, max_size=2).map(tuple), max_size=2).map(tuple),
)  # fmt: skip


def score(points: float = 80.0, **by_axis: float) -> Score:
    """A score of so many points, on every axis unless said otherwise."""
    axes = []
    for axis in AXES:
        reached = by_axis.get(axis, points)
        mark = Mark(
            measure="key_to_fill", label="Key to fill", value=1.9, band=Band(0.9, 1.5), points=reached,
            costs=100.0 - reached, fix="correctable", because=filled("{ratio:.1f} to 1", ratio=3.7), remedy="More fill",
        )  # fmt: skip
        axes.append(AxisScore(axis, reached, Rubric().level(reached), 1.0, (mark,)))
    return Score(points, tuple(axes), 124.0, 3, 5, (tuple(axes),))


def attempt(points: float = 80.0, at: float = 1_780_000_000.0, drill: str = "place_the_key", **how: object) -> Attempt:
    """An attempt of so many points."""
    return Attempt(drill, "Place the key", at, score(points), **how)  # type: ignore[arg-type]

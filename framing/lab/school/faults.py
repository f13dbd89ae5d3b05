"""Copies of a photograph with a single fault, as `prove` makes them, and what each does to the axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from framing.errors import FramingError, unforeseen
from framing.lab.prove.base import Base, framed, looked_at
from framing.lab.prove.kinds import KINDS, Kind
from framing.measures import MEASURES
from framing.perceive import Eyes
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.school.axes import axis
from framing.school.catalogue import load
from framing.school.sample import sampled, seen
from framing.school.score import judged
from framing.school.values import AxisScore, Step
from framing.types import Absent, Image

_DRILL = "direct_a_stranger"  # everything that a headshot asks for counts
_EPSILON = 1e-6  # points: of adding up


@dataclass(frozen=True, slots=True)
class Fault:
    """What one copy did; plain values, because it is sent between processes."""

    kind: str
    unexplained: tuple[str, ...]  # axes that moved by more than their own marks' points did
    unequal: tuple[str, ...]  # axes that are not what their marks leave of 100
    own: float  # points that the axis of the fault's own reading fell by
    others: float  # points that the one of the other axes moved by that moved most


def faults(files: Sequence[Path]) -> Iterator[list[Fault] | tuple[str, FramingError]]:
    """Every file's copies, none where it cannot be framed; or the error that kept it from any."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_of, files)


def _of(file: Path) -> list[Fault] | tuple[str, FramingError]:
    try:
        base = framed(open_photo(file).frame.pixels, _eyes())
        return [] if isinstance(base, Absent) else list(copied(base, _eyes()))
    except Exception as error:  # noqa: BLE001 - one unexpected photograph must not lose the others
        return str(file), unforeseen(error, str(file))


def copied(base: Base, eyes: Eyes, kinds: Sequence[Kind] = KINDS) -> Iterator[Fault]:
    """Every copy of these kinds that the photograph can show."""
    step = load()[_DRILL].steps[0]
    before = _judged(step, base.picture, base, eyes)
    for kind in kinds:
        copy = kind.copy(base)
        if not isinstance(copy, Absent):
            yield compared(kind, before, _judged(step, copy, base, eyes))


def compared(kind: Kind, before: tuple[AxisScore, ...], after: tuple[AxisScore, ...]) -> Fault:
    """How the axes changed, and whether their own marks explain it."""
    own = axis(MEASURES[kind.measure])
    fell = {was.axis: _points(was) - _points(now) for was, now in zip(before, after, strict=True)}
    return Fault(
        kind=kind.name,
        unexplained=tuple(was.axis for was, now in zip(before, after, strict=True) if not explained(was, now)),
        unequal=tuple(one.axis for one in after if abs(100.0 - _points(one) - _costs(one)) > _EPSILON),
        own=fell[own],
        others=max(abs(by) for name, by in fell.items() if name != own),
    )


def explained(was: AxisScore, now: AxisScore) -> bool:
    """Whether the axis moved by no more than the points of its own marks together."""
    before, after = ({mark.measure: mark.points for mark in one.marks} for one in (was, now))
    moved = sum(abs(before.get(name, 100.0) - after.get(name, 100.0)) for name in before.keys() | after.keys())
    return abs(_points(now) - _points(was)) <= moved + _EPSILON


def _points(one: AxisScore) -> float:
    return 100.0 if one.points is None else one.points


def _costs(one: AxisScore) -> float:
    return sum(mark.costs for mark in one.marks)


def _judged(step: Step, picture: Image, base: Base, eyes: Eyes) -> tuple[AxisScore, ...]:
    scene, guidance = looked_at(picture, base.preset, eyes)
    return judged(step, sampled([seen(guidance, scene)]), load()[_DRILL].rubric)


@cache  # one a process: loading the models takes a second
def _eyes() -> StillEyes:
    return StillEyes()

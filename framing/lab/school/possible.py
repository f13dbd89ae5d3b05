"""Whether every drill can be done, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from framing.lab.prove.base import Base, framed
from framing.lab.prove.run import PACKAGED
from framing.lab.school.composed import composed
from framing.lab.school.done import done
from framing.lab.school.lamp import LIT, lit
from framing.lab.school.report import Possible
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.school.before import as_before
from framing.school.catalogue import load
from framing.school.score import over_steps, total
from framing.school.scorecard import scorecard
from framing.school.values import AxisScore, Drill


def possible() -> Iterator[Possible]:
    """Every drill by composed scenes, and the lamp's drills by the packaged photograph relit."""
    for drill in load().values():
        run, _ = done(drill, composed)
        score = scorecard(run)
        yield Possible(drill.id, "a composed scene", score.points, _least(score.axes))
    with closing(StillEyes()) as eyes:
        base = framed(open_photo(PACKAGED[0]).frame.pixels, eyes)
        assert isinstance(base, Base)  # noqa: S101 - the packaged photograph can be framed
        for drill in filter(by_lamp, load().values()):
            fitted = as_before(drill, "lamp")
            samples = [lit(fitted, step, base, eyes).sample for step in fitted.steps]
            _, axes = over_steps(fitted, samples)
            yield Possible(drill.id, "the virtual lamp", total(axes), _least(axes))


def by_lamp(drill: Drill) -> bool:
    """Whether a lamp study of a photograph does it: its light is asked for, and nothing else by the drill itself."""
    return "lamp" in drill.before and any(step.needs & LIT for step in drill.steps)


def _least(axes: tuple[AxisScore, ...]) -> float:
    return min(one.points for one in axes if one.points is not None)

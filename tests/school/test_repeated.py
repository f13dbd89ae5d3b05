"""The same performance is worth the same: another breath, another nod, and the score differs by less than three."""

from __future__ import annotations

from dataclasses import replace
from math import pi, sin

import numpy as np
import pytest

from framing.guide import Memory, follow
from framing.lab.sitter.run import LOOK
from framing.perceive.fixed import sitter
from framing.school.catalogue import load
from framing.school.run import Begin, HandIn, Looked, Run, step
from framing.school.sample import BREATH, seen
from framing.school.scorecard import scorecard
from framing.types import Scene

DRILLS = load()
_PERIODS = (3.7, 4.9, 3.1)  # seconds of the simulated sitter's sway, aside, down and in the lean
_SWAY, _NOD = 0.02, 0.4  # face heights and degrees


def performed(how: dict[str, float], now: float) -> Scene:
    """Somebody who sits so, as they breathe at that moment."""
    aside, down, lean = (sin(2.0 * pi * now / period) for period in _PERIODS)
    by = _SWAY * how["face_height"]
    return replace(
        sitter(
            x=how["x"] + by * aside,
            eye_line=how["eye_line"] + by * down,
            face_height=how["face_height"],
            roll=how["roll"] + _NOD * lean,
            yaw=how["yaw"],
        ),
        time=now,
    )


def handed_in(name: str, how: dict[str, float], since: float) -> float:
    run, memory, now = step(Run(DRILLS[name]), Begin(), since), Memory(), since
    while now - since < BREATH:
        now += LOOK
        memory, guidance = follow(memory, performed(how, now), run.drill.steps[0].preset)
        run = step(run, Looked(seen(guidance, performed(how, now))), now)
    return scorecard(step(run, HandIn(), now)).points


@pytest.mark.parametrize("name", ["headroom", "direct_a_stranger", "level_the_camera", "short_in_the_middle"])
def test_the_score_of_the_same_performance_differs_by_less_than_three_points(name: str) -> None:
    rng = np.random.default_rng(3)
    for _ in range(4):
        how = {
            "x": rng.uniform(0.3, 0.5),
            "eye_line": rng.uniform(0.3, 0.5),
            "face_height": rng.uniform(0.18, 0.34),
            "roll": rng.uniform(-18.0, 18.0),
            "yaw": rng.uniform(-24.0, 24.0),
        }
        points = [handed_in(name, how, since) for since in (0.0, 1.9, 5.3)]
        assert max(points) - min(points) < 3.0

"""Photographs on their side and upside down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.guide import guide
from framing.perceive.turned import turned
from framing.presets.catalogue import load
from framing.types import Image, Scene, Viewer
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene, seen
from tests.words import words

pytestmark = pytest.mark.models


@pytest.mark.parametrize("scene", [astronaut_scene, hopper_scene])
def test_a_photograph_that_stands_upright_is_left_as_it_is(scene: Callable[[], Scene]) -> None:
    assert scene().quarter_turns == 0


@pytest.mark.parametrize(
    ("photograph", "lies", "says"),
    [
        (astronaut, 1, "Turn the picture a quarter to the left"),
        (hopper, 2, "Turn the picture half way round: it is upside down"),
        (hopper, 3, "Turn the picture a quarter to the right"),
    ],
)
def test_a_turned_photograph_is_told_to_be_turned_back_and_nothing_else(
    photograph: Callable[[], Image], lies: int, says: str
) -> None:
    scene = seen(turned(photograph(), lies))
    assert (scene.quarter_turns + lies) % 4 == 0
    for use in ("portrait", "passport_us"):
        found = guide(scene, load()[use])
        assert not found.ready
        assert [words(cue, Viewer.STILL) for cue in found.cues] == [says]

"""What is chosen at the page changes what is asked for, and never what has been seen of the sitter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.presets.catalogue import find
from framing.session.remember import remembered
from framing.session.settings import Settings
from framing.steady import Memory
from framing.types import Viewer
from tests.steady.stream import followed, lasting

HEADSHOT = Settings(find("headshot"))


@pytest.fixture(scope="module")
def memory() -> Memory:
    return followed(lasting(3.0, face_height=0.45))[0]


def test_the_lens_changes_nothing(memory: Memory) -> None:
    assert remembered(memory, HEADSHOT, replace(HEADSHOT, focal=1.2), 3.0) is memory


@pytest.mark.parametrize("other", [Settings(find("portrait")), replace(HEADSHOT, viewer=Viewer.REAR)])
def test_another_use_of_the_same_shape_or_another_viewer_asks_again_and_reads_the_same(
    memory: Memory, other: Settings
) -> None:
    after = remembered(memory, HEADSHOT, other, 3.0)
    assert (after.named, after.mood, after.quick) == (memory.named, memory.mood, memory.quick)
    assert memory.standing.cue is not None
    assert after.standing.cue is None
    assert not after.states


def test_another_shape_keeps_what_is_read_off_the_face_alone(memory: Memory) -> None:
    after = remembered(memory, HEADSHOT, Settings(find("linkedin")), 3.0)
    assert after.mood["smile"] == memory.mood["smile"]
    assert "tightness" in memory.mood
    assert "tightness" not in after.mood
    assert after.named.verdict == memory.named.verdict

"""On a still scene the guidance does not change, and after a change it is not late; the real models throughout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple, replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from framing import sample
from framing.guide import Memory, follow
from framing.lab.evaluate.steadiness import steadiness
from framing.perceive.live_eyes import LiveEyes
from framing.presets.catalogue import find
from framing.scenery import HEIGHT, WIDTH, Camera
from framing.session.settings import viewfinder
from framing.types import Frame, Image

pytestmark = pytest.mark.models

PERIOD = 0.1
HEADSHOT = find("headshot")
GOOD = Camera(0.44, 0.269, 0.56, 4.0)
CLIPS = Path(os.environ.get("FRAMING_CLIPS", "no folder of clips"))


def filmed(
    camera: Camera, seconds: float, rng: np.random.Generator, start: float = 0.0
) -> Iterator[tuple[Image, float]]:
    """The packaged photograph with a sensor's noise, ten times a second."""
    still = sample.view(camera)
    for look in range(round(seconds / PERIOD)):
        yield noisy(still, rng), start + look * PERIOD


def noisy(picture: Image, rng: np.random.Generator) -> Image:
    return np.clip(picture + rng.normal(0.0, 2.5, picture.shape), 0, 255).astype(np.uint8)


def moved(before: Camera, after: Camera, rng: np.random.Generator, start: float) -> Iterator[tuple[Image, float]]:
    """Three pictures on the way: nobody is somewhere else at once."""
    for look, share in enumerate((0.25, 0.5, 0.75)):
        places = zip(astuple(before), astuple(after), strict=True)
        on_the_way = Camera(*(a + (b - a) * share for a, b in places))
        yield noisy(sample.view(on_the_way), rng), start + look * PERIOD


def played(path: Path) -> Iterator[tuple[Image, float]]:
    """A clip's frames at 10 Hz."""
    clip = cv2.VideoCapture(str(path))
    rate, number, due = clip.get(cv2.CAP_PROP_FPS), 0, 0.0
    while True:
        there, picture = clip.read()
        if not there:
            return
        if number / rate >= due - 1e-6:
            yield np.ascontiguousarray(picture[:, :, ::-1]), number / rate
            due += PERIOD
        number += 1


@pytest.mark.parametrize("camera", [GOOD, Camera(0.44, 0.3, 0.9, -9.0)], ids=["as it should be", "too far and leaning"])
def test_nothing_changes_while_nothing_changes(camera: Camera) -> None:
    found = steadiness(filmed(camera, 4.0, np.random.default_rng(1)), HEADSHOT)
    assert len(found.cues) - 1 <= 1
    assert found.verdict_changes <= 1
    assert {"headroom", "centring", "roll"} <= set(found.jitter)
    assert {name: by for name, by in found.jitter.items() if by >= 0.1} == {}


def test_a_shaking_hand_would_be_found() -> None:
    rng = np.random.default_rng(1)
    shaken = (
        frame for i in range(10) for frame in filmed(replace(GOOD, x=0.44 + 0.08 * (i % 2)), 0.3, rng, start=0.3 * i)
    )
    assert steadiness(shaken, HEADSHOT).jitter["centring"] > 0.1


@pytest.mark.parametrize(
    ("then", "measures"),
    [
        (replace(GOOD, x=0.58), {"centring", "margin_right"}),
        (replace(GOOD, height=1.2), {"face_height", "headroom"}),
        (replace(GOOD, y=0.16), {"headroom"}),
        (replace(GOOD, exposure=2.5), {"exposure", "clipping_high"}),  # read on the slowest beat
    ],
    ids=["aside", "farther", "lower", "brighter"],
)
def test_after_a_change_the_new_cue_stands_within_700_ms(then: Camera, measures: set[str]) -> None:
    rng, memory, change = np.random.default_rng(1), Memory(), 2.0
    told = []
    with closing(LiveEyes()) as eyes:
        for pixels, now in (
            *filmed(GOOD, change - 0.3, rng),
            *moved(GOOD, then, rng, change - 0.3),
            *filmed(then, 1.0, rng, start=change),
        ):
            scene = eyes.see(Frame(pixels, viewfinder(WIDTH, HEIGHT, HEADSHOT), now))
            memory, guidance = follow(memory, scene, HEADSHOT)
            told.append(guidance)
    assert not [g for g in told if 1.0 < g.time < change - 0.3 and g.cues and g.cues[0].measure in measures]
    late = [g for g in told if g.time >= change + 0.69]
    assert {g.cues[0].measure for g in late if g.cues} <= measures
    assert all(g.cues for g in late)


@pytest.mark.skipif(not CLIPS.is_dir(), reason="FRAMING_CLIPS names no folder of clips")
@pytest.mark.parametrize("name", ["v12.mp4", "v15.mp4"])
def test_a_person_who_sits_quietly_is_not_talked_at(name: str) -> None:
    found = steadiness(played(CLIPS / name), HEADSHOT)
    assert len(found.cues) - 1 <= 2
    assert found.verdict_changes <= 1

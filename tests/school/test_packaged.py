"""The packaged pictures of the quiz: the guide says of them what was done to them, and nothing of those left alone."""

from __future__ import annotations

from contextlib import closing

import pytest

from framing import sample
from framing.guide import guide
from framing.perceive.still_eyes import StillEyes
from framing.presets.catalogue import find
from framing.relight.studio import Studio
from framing.school.eye import NOTHING, USE, question
from framing.school.packaged import PICTURES, Made, made
from tests.photographs import whole


@pytest.mark.models
def test_what_was_done_to_a_picture_is_the_first_that_the_guide_says() -> None:
    wanted = {
        Made(): NOTHING,
        Made(exposure=-2.4): "exposure.low",
        Made(roll=18.0, mirrored=True): "roll.low",
        Made(wider=0.72): "face_height.high",
        Made(down=-0.16): "headroom.high",
        Made(right=-2.2): "subjects.low",
    }
    assert set(wanted) <= set(PICTURES)
    with closing(StillEyes()) as eyes:
        studio = Studio(sample.photograph(), eyes.see(whole(sample.photograph())))
        said = {
            one: question("a", guide(eyes.see(whole(made(studio, one))), find(USE))).guide.first for one in wanted
        }
    assert said == wanted

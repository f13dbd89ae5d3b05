import numpy as np
import pytest

from framing.carriers.webrtc.convert import to_frame, to_pixels

COLOURS = [(250, 250, 250), (5, 5, 5), (200, 40, 40), (40, 200, 40), (40, 40, 200), (180, 140, 120)]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("size", [(36, 64), (35, 63)])
def test_a_colour_survives_the_way_there_and_back(colour: tuple[int, int, int], size: tuple[int, int]) -> None:
    picture = np.full((*size, 3), colour, np.uint8)
    frame = to_frame(picture)
    assert (frame.format.name, frame.height, frame.width) == ("yuv420p", *size)
    assert np.abs(to_pixels(frame).astype(int) - picture).max() <= 6


def test_left_stays_left_and_up_stays_up() -> None:
    picture = np.zeros((36, 64, 3), np.uint8)
    picture[:18, :32] = 255
    back = to_pixels(to_frame(picture))
    assert back[4, 4].min() > 240
    assert max(back[4, 60].max(), back[30, 4].max(), back[30, 60].max()) < 10

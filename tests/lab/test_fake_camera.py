from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from framing.lab.rigs import fake_camera


def test_the_file_is_what_chromium_can_show(tmp_path: Path) -> None:
    path = fake_camera.write(tmp_path / "camera.mjpeg", [fake_camera.empty_room()] * 3)
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
    assert len(frames) == 3
    assert {(f.width, f.height, f.format.name) for f in frames} == {(1280, 720, "yuvj420p")}


def test_a_photograph_keeps_its_shape_and_fills_the_height() -> None:
    photograph = np.zeros((100, 100, 3), np.uint8)
    photograph[:, 40:60] = 255
    picture = fake_camera.sitting(photograph)
    assert picture.shape == (720, 1280, 3)
    bright = np.flatnonzero(picture[360, :, 0] > 128)
    assert abs(len(bright) - 144) <= 4
    assert abs(bright.mean() - 640) <= 4


def test_a_wide_photograph_needs_no_edges() -> None:
    assert fake_camera.sitting(np.full((90, 320, 3), 9, np.uint8)).shape == (720, 1280, 3)


def test_numbers_can_be_read_back_from_the_compressed_picture(tmp_path: Path) -> None:
    numbers = [0, 1, 513, 1023]
    room = fake_camera.empty_room()
    path = fake_camera.write(tmp_path / "camera.mjpeg", [fake_camera.numbered(room, n) for n in numbers])
    with av.open(str(path)) as container:
        pictures = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    count = 2 + fake_camera.BITS
    first = (fake_camera.WIDTH // fake_camera.CELL - count) // 2
    middles = [int((first + k + 0.5) * fake_camera.CELL) for k in range(count)]
    cells = [picture[fake_camera.CELL // 2, middles, 1] > 127 for picture in pictures]
    assert [list(cell[:2]) for cell in cells] == [[True, False]] * len(numbers)
    assert [int("".join(str(int(bit)) for bit in cell[2:]), 2) for cell in cells] == numbers


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (640, 360)])
def test_a_number_is_read_back_from_a_picture_of_another_size(size: tuple[int, int]) -> None:
    for number in (1, 513, 1023):
        picture = fake_camera.numbered(fake_camera.empty_room(), number)
        scaled = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
        assert fake_camera.number(scaled) == number
    assert fake_camera.number(fake_camera.empty_room()) == 0

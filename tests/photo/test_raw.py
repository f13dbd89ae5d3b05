"""A camera's raw file is judged by its full picture, never by its thumbnail, and an ordinary TIFF is none."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.errors import PhotoError
from framing.photo import open_photo, raw, region
from framing.types import Image
from tests.photo.dng import dng, small
from tests.photo.making import files, pixels, saved


def scene() -> Image:
    """Larger than a thumbnail."""
    return pixels(384, 512)


def upside_down() -> Image:
    """The thumbnail shows something else, so that it would be noticed."""
    return small(np.ascontiguousarray(scene()[::-1]))


def alike(seen: Image, other: Image) -> float:
    return float(np.corrcoef(seen.astype(float).ravel(), other.astype(float).ravel())[0, 1])


@pytest.mark.parametrize("name", ["face.dng", "face.tif", "face"])
def test_without_a_large_preview_the_sensor_is_developed(name: str) -> None:
    photo = open_photo(dng(scene(), upside_down()), name)
    assert photo.size == (512, 384)
    assert alike(photo.frame.pixels, scene()) > 0.98


def test_a_full_size_preview_is_what_the_camera_made_of_it() -> None:
    made = np.ascontiguousarray(scene()[:, ::-1])
    photo = open_photo(dng(scene(), upside_down(), saved(Pillow.fromarray(made), "JPEG", quality=95)))
    assert photo.size == (512, 384)
    assert alike(photo.frame.pixels, made) > 0.99


def test_a_preview_of_half_the_size_is_not_enough() -> None:
    half = saved(Pillow.fromarray(np.ascontiguousarray(pixels(192, 256)[::-1])), "JPEG")
    assert alike(open_photo(dng(scene(), upside_down(), half)).frame.pixels, scene()) > 0.98


@pytest.mark.parametrize("preview", [False, True])
@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, 3), (8, 1)])
def test_it_is_turned_as_the_camera_was_held(orientation: int, turns: int, preview: bool) -> None:
    made = saved(Pillow.fromarray(scene()), "JPEG", quality=95) if preview else b""
    data = dng(scene(), upside_down(), made, orientation)
    upright = np.rot90(scene(), turns)
    photo = open_photo(data)
    assert photo.size == (upright.shape[1], upright.shape[0])
    assert alike(photo.frame.pixels, upright) > 0.98
    height, width = upright.shape[:2]
    part = region(data, None, (0.5, 0.25, 0.5, 0.25))
    assert alike(part, upright[height // 4 : height // 2, width // 2 :]) > 0.95


def test_a_preview_that_the_camera_has_turned_already_is_left_so() -> None:
    upright = np.ascontiguousarray(np.rot90(scene(), 3))
    data = dng(scene(), upside_down(), saved(Pillow.fromarray(upright), "JPEG", quality=95), 6)
    assert alike(open_photo(data).frame.pixels, upright) > 0.99


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_one_is_looked_at_at_half_the_size_and_cut_at_the_full(
    monkeypatch: pytest.MonkeyPatch, orientation: int
) -> None:
    monkeypatch.setattr(raw, "LONGEST", 200)
    data = dng(pixels(386, 514), upside_down(), orientation=orientation)
    upright = (514, 386) if orientation == 1 else (386, 514)
    seen, size = raw.developed(data, "face.dng", None)
    assert size == upright
    assert seen.shape[1::-1] == (upright[0] // 2, upright[1] // 2)
    part, whole = raw.developed(data, "face.dng", (0.0, 0.0, 1.0, 0.5))
    assert whole == upright
    assert part.shape[1::-1] == (upright[0], round(upright[1] / 2))


def test_a_sensor_of_more_than_thirty_megapixels_has_half_the_size_throughout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "_FINE", 1000)
    data = dng(pixels(386, 514), upside_down())
    _, size = raw.developed(data, "face.dng", None)
    part, whole = raw.developed(data, "face.dng", (0.0, 0.0, 1.0, 1.0))
    assert size == whole == part.shape[1::-1] == (257, 193)


def test_where_neither_can_be_read_it_says_so_and_takes_no_thumbnail() -> None:
    data = dng(scene(), upside_down())
    with pytest.raises(PhotoError, match="raw file"):
        open_photo(data[: len(data) // 2], "face.dng")


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(".tif")])
def test_an_ordinary_tiff_is_no_raw_file(name: str) -> None:
    assert set(open_photo(files()[name], name).size) == {96, 128}

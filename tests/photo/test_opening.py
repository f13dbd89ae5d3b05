"""Photographs of every kind are read right, or refused with a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.errors import PhotoError
from framing.photo import open_photo as opened
from framing.photo import region
from framing.photo.upright import LONGEST, SMALLEST
from framing.still import upright
from framing.types import Frame


def open_photo(source: Path | bytes) -> Frame:
    return opened(source).frame


def picture(width: int = 120, height: int = 90) -> Pillow.Image:
    """Red above green, and bluer on the right, so that a turn, a mirror or a swap of channels shows."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[: height // 2, :, 0] = 200
    pixels[height // 2 :, :, 1] = 100
    pixels[:, width // 2 :, 2] = 50
    return Pillow.fromarray(pixels)


def saved(folder: Path, image: Pillow.Image, name: str = "photo.png", **how: Any) -> Path:
    path = folder / name
    image.save(path, **how)
    return path


def test_a_plain_photograph_keeps_its_pixels_and_is_its_own_viewfinder(tmp_path: Path) -> None:
    frame = open_photo(saved(tmp_path, picture()))
    assert np.array_equal(frame.pixels, np.asarray(picture()))
    assert (frame.viewfinder.width, frame.viewfinder.height, frame.viewfinder.left) == (120, 90, 0)


@pytest.mark.parametrize("ending", ["png", "tiff"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_rotation_is_undone_in_the_whole_and_in_a_part(tmp_path: Path, orientation: int, ending: str) -> None:
    turned = {
        1: picture(),
        2: picture().transpose(Pillow.Transpose.FLIP_LEFT_RIGHT),
        3: picture().transpose(Pillow.Transpose.ROTATE_180),
        4: picture().transpose(Pillow.Transpose.FLIP_TOP_BOTTOM),
        5: picture().transpose(Pillow.Transpose.TRANSPOSE),
        6: picture().transpose(Pillow.Transpose.ROTATE_90),
        7: picture().transpose(Pillow.Transpose.TRANSVERSE),
        8: picture().transpose(Pillow.Transpose.ROTATE_270),
    }[orientation]
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path, turned, f"photo.{ending}", exif=exif)
    photo = opened(path)
    assert np.array_equal(photo.frame.pixels, np.asarray(picture()))
    assert photo.size == (120, 90)
    part = region(path, None, (0.4, 0.2, 0.5, 0.4))
    assert np.array_equal(part, np.asarray(picture())[18:54, 48:108])


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_photograph_on_its_side_is_turned_clockwise_at_its_full_size(tmp_path: Path, turns: int) -> None:
    lying = Pillow.fromarray(np.rot90(np.asarray(picture()), turns))
    data = upright(saved(tmp_path, lying), "photo.png", turns)
    turned = open_photo(data).pixels.astype(int)
    assert turned.shape == (90, 120, 3)
    assert np.abs(turned - np.asarray(picture())).mean() < 5


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "CMYK", "YCbCr", "RGBA", "I;16", "I", "F"])
def test_every_kind_of_pixel_comes_out_as_eight_bit_rgb(tmp_path: Path, mode: str) -> None:
    grey = picture().convert("L")
    if mode == "I;16":
        image = Pillow.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    elif mode in ("I", "F"):
        image = Pillow.fromarray(np.asarray(grey).astype({"I": np.int32, "F": np.float32}[mode]))
    else:
        image = picture().convert(mode)
    frame = open_photo(saved(tmp_path, image, "photo.tiff"))
    assert frame.pixels.shape == (90, 120, 3)
    assert frame.pixels.dtype == np.uint8
    if mode != "1":
        assert frame.pixels[10].mean() != frame.pixels[80].mean()


def test_sixteen_bit_grey_keeps_its_tones(tmp_path: Path) -> None:
    grey = np.linspace(0, 65535, 100, dtype=np.uint16)
    image = Pillow.fromarray(np.tile(grey, (100, 1)))
    row = open_photo(saved(tmp_path, image)).pixels[0, :, 0]
    assert row[0] == 0
    assert row[-1] == 255
    assert np.allclose(row, np.linspace(0, 255, 100), atol=1)


def test_transparency_stands_on_white(tmp_path: Path) -> None:
    clear = Pillow.new("RGBA", (100, 100), (0, 0, 0, 0))
    assert (open_photo(saved(tmp_path, clear)).pixels == 255).all()


def test_a_large_photograph_is_looked_at_smaller_in_the_same_shape(tmp_path: Path) -> None:
    frame = open_photo(saved(tmp_path, picture(6000, 3000), "large.jpg"))
    assert max(frame.pixels.shape) == LONGEST
    assert frame.viewfinder.aspect == pytest.approx(2.0, rel=0.01)


def test_bytes_are_read_like_files(tmp_path: Path) -> None:
    data = saved(tmp_path, picture()).read_bytes()
    assert np.array_equal(open_photo(data).pixels, np.asarray(picture()))


def refusal(path: Path) -> str:
    with pytest.raises(PhotoError) as caught:
        open_photo(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.startswith("Expected ")
    assert sentence.endswith(".")
    return sentence


def test_a_text_file_with_a_picture_ending_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.jpg"
    path.write_text("This is no photograph.")
    assert "whatever its ending" in refusal(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    path.write_bytes(b"")
    assert "which is empty" in refusal(path)


@pytest.mark.parametrize("ending", ["jpg", "png", "tiff", "webp"])
def test_a_photograph_that_breaks_off_is_refused(tmp_path: Path, ending: str) -> None:
    noisy = Pillow.fromarray(np.random.default_rng(0).integers(0, 255, (200, 200, 3), dtype=np.uint8))
    whole = saved(tmp_path, noisy, f"whole.{ending}").read_bytes()
    path = tmp_path / f"half.{ending}"
    path.write_bytes(whole[: len(whole) // 2])
    assert "again" in refusal(path) or "none whatever" in refusal(path)


def test_a_picture_of_more_than_fifty_megapixels_is_read_with_the_size_it_has(tmp_path: Path) -> None:
    path = saved(tmp_path, Pillow.new("1", (12_000, 5_000)), "large.png")
    photo = opened(path)
    assert max(photo.frame.pixels.shape) == LONGEST
    assert photo.size == (12_000, 5_000)


def test_a_tiny_picture_is_refused(tmp_path: Path) -> None:
    assert str(SMALLEST) in refusal(saved(tmp_path, picture(SMALLEST - 1, 100)))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "check its name" in refusal(tmp_path / "nowhere.jpg")
    assert "name the files in it" in refusal(tmp_path)


def test_a_part_is_cut_at_the_full_size_however_large_the_picture(tmp_path: Path) -> None:
    path = saved(tmp_path, picture(6000, 3000), "large.png")
    part = region(path, None, (0.4, 0.4, 0.2, 0.2))
    assert np.array_equal(part, np.asarray(picture(6000, 3000))[1200:1800, 2400:3600])


def test_a_part_that_reaches_over_the_edge_ends_there_and_none_is_empty(tmp_path: Path) -> None:
    path = saved(tmp_path, picture())
    assert region(path, None, (-0.1, -0.1, 1.2, 1.2)).shape == (90, 120, 3)
    assert region(path, None, (1.0, 1.0, 0.0, 0.0)).shape == (1, 1, 3)


def test_the_first_picture_of_an_animation_and_the_first_page_count(tmp_path: Path) -> None:
    other = Pillow.new("RGB", (120, 90))
    for ending in ("gif", "png", "webp", "tiff"):
        path = saved(tmp_path, picture(), f"several.{ending}", save_all=True, append_images=[other], lossless=True)
        assert np.abs(open_photo(path).pixels.astype(int) - np.asarray(picture())).max() <= 1

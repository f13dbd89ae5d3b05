import io
from datetime import UTC, datetime

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL.ExifTags import Base

from framing.delivery import as_cut, deliver
from framing.jpeg import delivered, jpeg
from framing.presets.catalogue import load
from framing.types import Absent, Image, Viewfinder

PRESETS = load()
UPRIGHT = ("Orientation", "ResolutionUnit", "XResolution", "YResolution", "YCbCrPositioning")
STORED = ("ExifVersion", "FlashPixVersion", "ColorSpace", "ExifImageWidth", "ExifImageHeight")
MOMENT, KINDS = ("DateTime", "SubsecTime", "OffsetTime"), ("Original", "Digitized")
TAKEN = datetime(2026, 11, 24, 15, 4, 9, tzinfo=UTC)


def halves(window: Viewfinder, width: int, height: int) -> Image:
    """Red at the sitter's right, blue at their left, with an edge of white round what is kept."""
    pixels = np.full((height, width, 3), 255, np.uint8)
    middle = window.left + window.width // 2
    rows = slice(window.top, window.top + window.height)
    pixels[rows, window.left : middle] = (200, 0, 0)
    pixels[rows, middle : window.left + window.width] = (0, 0, 200)
    return pixels


@pytest.mark.parametrize("use", PRESETS)
def test_the_cut_has_the_pixels_of_its_delivery_and_holds_the_window_unmirrored(use: str) -> None:
    window = Viewfinder.centred(640, 360, PRESETS[use].aspect)
    delivery = deliver(window, PRESETS[use])
    assert not isinstance(delivery, Absent)
    picture = delivered(halves(window, 640, 360), delivery)
    width, height = delivery.size
    assert picture.shape == (height, width, 3)
    left, right = picture[:, : width // 4].reshape(-1, 3), picture[:, -(width // 4) :].reshape(-1, 3)
    assert left.mean(axis=0)[[0, 2]] == pytest.approx([200, 0], abs=12)
    assert right.mean(axis=0)[[0, 2]] == pytest.approx([0, 200], abs=12)


def test_the_whole_in_its_own_pixels_is_the_picture_itself() -> None:
    window = Viewfinder(0, 0, 640, 360)
    pixels = halves(window, 640, 360)
    assert np.array_equal(delivered(pixels, as_cut(window)), pixels)


@pytest.mark.parametrize("use", PRESETS)
def test_a_file_carries_its_print_size_its_moment_and_nothing_more(use: str) -> None:
    window = Viewfinder.centred(640, 360, PRESETS[use].aspect)
    delivery = deliver(window, PRESETS[use])
    assert not isinstance(delivery, Absent)
    file = jpeg(delivered(halves(window, 640, 360), delivery), delivery.dpi, TAKEN)
    with Pillow.open(io.BytesIO(file)) as picture:
        assert picture.size == delivery.size
        assert picture.info["dpi"] == (300, 300)
        exif = picture.getexif()
        kept = exif.get_ifd(34665)
        assert {Base(tag).name for tag in exif} == {*UPRIGHT, "Software", "ExifOffset"}
        assert {Base(tag).name for tag in kept} == {*STORED, *(f"{when}{which}" for when in MOMENT for which in KINDS)}
        assert {kept[Base[f"DateTime{which}"]] for which in KINDS} == {"2026:11:24 15:04:09"}
        assert {kept[Base[f"OffsetTime{which}"]] for which in KINDS} == {"+00:00"}

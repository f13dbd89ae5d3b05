import io
import zipfile
from datetime import UTC, datetime

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL.ExifTags import Base

from framing.jpeg import jpeg
from framing.presets.catalogue import load
from framing.shot import Shot, cut, file_name, zipped
from framing.types import Viewfinder

PRESETS = load()
UPRIGHT = ("Orientation", "ResolutionUnit", "XResolution", "YResolution", "YCbCrPositioning")
STORED = ("ExifVersion", "FlashPixVersion", "ColorSpace", "ExifImageWidth", "ExifImageHeight")
MOMENT, KINDS = ("DateTime", "SubsecTime", "OffsetTime"), ("Original", "Digitized")


def shot(use: str | None = "headshot", width: int = 640, height: int = 360) -> Shot:
    """Red at the sitter's right, blue at their left, with an edge of white round what is kept."""
    preset = PRESETS[use] if use else None
    window = Viewfinder.centred(width, height, preset.aspect if preset else width / height)
    pixels = np.full((height, width, 3), 255, np.uint8)
    middle = window.left + window.width // 2
    rows = slice(window.top, window.top + window.height)
    pixels[rows, window.left : middle] = (200, 0, 0)
    pixels[rows, middle : window.left + window.width] = (0, 0, 200)
    return Shot(pixels, window, preset, datetime(2026, 11, 24, 15, 4, 9, tzinfo=UTC))


@pytest.mark.parametrize("use", PRESETS)
def test_the_cut_has_the_pixels_of_its_delivery_and_holds_the_viewfinder_unmirrored(use: str) -> None:
    picture = cut(shot(use))
    width, height = shot(use).delivery.size
    assert picture.shape == (height, width, 3)
    left, right = picture[:, : width // 4].reshape(-1, 3), picture[:, -(width // 4) :].reshape(-1, 3)
    assert left.mean(axis=0)[[0, 2]] == pytest.approx([200, 0], abs=12)
    assert right.mean(axis=0)[[0, 2]] == pytest.approx([0, 200], abs=12)


def test_without_a_use_the_cut_is_the_frame_itself() -> None:
    assert np.array_equal(cut(shot(None)), shot(None).pixels)


def test_a_small_camera_gives_small_pictures_and_only_a_document_is_enlarged() -> None:
    assert cut(shot("headshot")).shape == (360, 288, 3)
    assert cut(shot("headshot", 1280, 720)).shape == (720, 576, 3)
    assert cut(shot("passport_us")).shape == (600, 600, 3)


def test_a_document_from_a_camera_of_too_few_pixels_keeps_them_and_says_why_it_cannot_serve() -> None:
    few = shot("passport_us", 176, 144)
    assert cut(few).shape == (144, 144, 3)
    assert few.why_not
    assert "enlarged" in str(few.why_not)
    assert shot("passport_us").why_not is None


@pytest.mark.parametrize("use", PRESETS)
def test_a_file_carries_its_print_size_its_moment_and_nothing_more(use: str) -> None:
    taken = shot(use)
    with Pillow.open(io.BytesIO(jpeg(cut(taken), taken.delivery.dpi, taken.taken))) as picture:
        assert picture.size == taken.delivery.size
        assert picture.info["dpi"] == (300, 300)
        exif = picture.getexif()
        kept = exif.get_ifd(34665)
        assert {Base(tag).name for tag in exif} == {*UPRIGHT, "Software", "ExifOffset"}
        assert {Base(tag).name for tag in kept} == {*STORED, *(f"{when}{which}" for when in MOMENT for which in KINDS)}
        assert {kept[Base[f"DateTime{which}"]] for which in KINDS} == {"2026:11:24 15:04:09"}
        assert {kept[Base[f"OffsetTime{which}"]] for which in KINDS} == {"+00:00"}


@pytest.mark.parametrize("use", [*PRESETS, None])
def test_a_file_name_tells_date_time_and_use_and_is_safe_everywhere(use: str | None) -> None:
    name = file_name(shot(use))
    assert name == f"2026-11-24_15-04-09_{use or 'frame'}.jpg"
    assert not set(name) & set('<>:"/\\|?* ')


def test_a_zip_holds_the_cut_and_the_whole_frame_of_each_under_names_of_their_own() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped([shot(), shot(), shot("badge")]))) as archive:
        names = archive.namelist()
        assert len(set(names)) == len(names) == 6
        assert "2026-11-24_15-04-09_headshot-2.jpg" in names
        with Pillow.open(io.BytesIO(archive.read("2026-11-24_15-04-09_badge_whole.jpg"))) as whole:
            assert whole.size == (640, 360)

"""The files that are handed over: their pixels, their names, and what ExifTool reads in them."""

from __future__ import annotations

import functools
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from framing.perceive.fixed import empty_room, sitter
from framing.pictures.box import around
from framing.pictures.files import File, cut, sheet, whole, zipped
from framing.pictures.looked import shown as believed
from framing.pictures.offers import offered
from framing.types import Absent, Viewfinder
from tests.pictures.making import PRESETS, SIZE, encoded, looked, pixels, shown

KINDS = ("cut", "document", "whole", "sheet", "sheet a4")
ODD = replace(PRESETS["linkedin"], name="über/..\\x", title="<A> & \x00 co")


@functools.cache
def data() -> bytes:
    return encoded(pixels())


Said = dict[str, dict[str, Any]]


def made(file: File | Absent) -> File:
    assert isinstance(file, File), file
    return file


def opened(file: File | Absent) -> Pillow.Image:
    return Pillow.open(io.BytesIO(made(file).data))


@functools.cache
def files() -> dict[str, File]:
    """One of each kind."""
    for_linkedin, for_passport = looked("linkedin"), looked("passport_us")
    passport = offered(for_passport, PRESETS["passport_us"])
    return {
        "cut": made(cut(data(), for_linkedin, offered(for_linkedin, PRESETS["linkedin"]))),
        "document": made(cut(data(), for_passport, passport)),
        "whole": whole(data(), for_linkedin, offered(for_linkedin, PRESETS["linkedin"])),
        "bare": whole(data(), looked("", empty_room(16 / 9), window=False), None),
        "sheet": made(sheet(data(), for_passport, passport, "4x6")),
        "sheet a4": made(sheet(data(), for_passport, passport, "a4")),
        "odd": made(cut(data(), for_linkedin, offered(for_linkedin, ODD))),
    }


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What ExifTool finds in each, by group and name; skips the test where it is not installed."""
    if shutil.which("exiftool") is None:
        pytest.skip("ExifTool is not installed (in Debian: libimage-exiftool-perl)")
    folder = tmp_path_factory.mktemp("files")
    for kind, file in files().items():
        (folder / f"{kind}.jpg").write_bytes(file.data)
    found = subprocess.run(
        ["exiftool", "-json", "-G1", "-n", "-struct", "-validate", "-warning", "-error", "-all:all", folder],
        capture_output=True, check=True,
    )  # fmt: skip
    return {Path(one["SourceFile"]).stem: one for one in json.loads(found.stdout)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_says_its_use_its_moment_and_that_a_camera_took_it(kind: str, said: Said) -> None:
    found = said[kind]
    use = "linkedin" if kind in ("cut", "whole") else "passport_us"
    assert found["XMP-dc:Subject"] == [use]
    assert found["XMP-dc:Title"] == PRESETS[use].title
    assert found["XMP-iptcExt:DigitalSourceType"].endswith("/digitalCapture")
    assert found["XMP-xmp:CreateDate"] == found["XMP-photoshop:DateCreated"] == "2026:11:26 15:04:09.123+01:00"
    assert found["ExifIFD:DateTimeOriginal"] == found["ExifIFD:CreateDate"] == "2026:11:26 15:04:09"
    assert found["ExifIFD:OffsetTimeOriginal"] == "+01:00"
    assert str(found["ExifIFD:SubSecTimeOriginal"]) == "123"


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_upright_srgb_with_its_profile_and_exiftool_finds_no_fault(kind: str, said: Said) -> None:
    found = said[kind]
    assert found["IFD0:Orientation"] == found["ExifIFD:ColorSpace"] == 1
    # The one tag that Pillow writes in a form of its own, and which is therefore left out.
    assert found["ExifTool:Validate"].startswith("0 1 "), found
    assert "ComponentsConfiguration" in found["ExifTool:Warning"]
    with opened(files()[kind]) as picture:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
        assert "sRGB" in ImageCms.getProfileDescription(profile)
        assert picture.info["dpi"] == (found["IFD0:XResolution"], found["IFD0:YResolution"])
        assert (found["ExifIFD:ExifImageWidth"], found["ExifIFD:ExifImageHeight"]) == picture.size


def test_the_uncut_picture_carries_the_crop_of_its_use_and_no_other_file_does(said: Said) -> None:
    found, (width, height), window = said["whole"], SIZE, shown("linkedin")
    assert found["XMP-crs:HasCrop"] in (True, "True")
    assert found["XMP-crs:CropLeft"] * width == pytest.approx(window.left, abs=0.01)
    assert found["XMP-crs:CropTop"] * height == pytest.approx(window.top, abs=0.01)
    assert found["XMP-crs:CropRight"] * width == pytest.approx(window.left + window.width, abs=0.01)
    assert found["XMP-crs:CropBottom"] * height == pytest.approx(window.top + window.height, abs=0.01)
    for kind in set(KINDS) - {"whole"}:
        assert not any(name.startswith(("XMP-crs", "XMP-mwg")) for name in said[kind])


def test_the_uncut_picture_says_where_the_face_is(said: Said) -> None:
    found, regions = looked("linkedin"), said["whole"]["XMP-mwg-rs:RegionInfo"]
    assert (regions["AppliedToDimensions"]["W"], regions["AppliedToDimensions"]["H"]) == SIZE
    (face,) = regions["RegionList"]
    box = around(shown("linkedin").to_pixels(found.scene.faces[0].points), Viewfinder(0, 0, *SIZE))
    assert face["Type"] == "Face"
    assert face["Area"]["X"] - face["Area"]["W"] / 2 == pytest.approx(box.left, abs=1e-5)
    assert face["Area"]["X"] + face["Area"]["W"] / 2 == pytest.approx(box.right, abs=1e-5)
    assert face["Area"]["Y"] - face["Area"]["H"] / 2 == pytest.approx(box.top, abs=1e-5)
    assert face["Area"]["Y"] + face["Area"]["H"] / 2 == pytest.approx(box.bottom, abs=1e-5)


def test_an_uncut_picture_without_a_use_carries_no_crop_and_no_title(said: Said) -> None:
    assert not any(name.startswith(("XMP-crs", "XMP-mwg", "XMP-dc")) for name in said["bare"])


def test_a_cut_is_the_window_that_was_shown_pixel_for_pixel_and_never_larger() -> None:
    window = shown("linkedin")
    with opened(files()["cut"]) as picture:
        assert picture.size == (window.width, window.height)
        kept = np.asarray(picture, np.int16)
    from_camera = pixels()[window.top : window.top + window.height, window.left : window.left + window.width]
    assert np.abs(kept - from_camera).max() <= 8


def test_the_whole_is_all_of_the_picture() -> None:
    with opened(files()["whole"]) as picture:
        assert picture.size == SIZE
        assert np.abs(np.asarray(picture, np.int16) - pixels()).max() <= 8


def test_a_print_sheet_is_true_to_size_and_only_documents_have_one() -> None:
    with opened(files()["sheet"]) as picture:
        assert sorted(side / dpi for side, dpi in zip(picture.size, picture.info["dpi"], strict=True)) == [4, 6]
    with opened(files()["sheet a4"]) as picture:
        inches = sorted(side / dpi for side, dpi in zip(picture.size, picture.info["dpi"], strict=True))
        assert [25.4 * side for side in inches] == pytest.approx([210, 297], abs=0.1)
    for use in set(PRESETS) - {"passport_us", "schengen"}:
        found = looked(use)
        assert isinstance(sheet(data(), found, offered(found, PRESETS[use]), "a4"), Absent)


def test_what_cannot_be_cut_is_no_file_but_a_reason() -> None:
    nobody = looked("linkedin", empty_room(1.0))
    refused = offered(nobody, PRESETS["headshot"])
    assert refused.refused == "Nobody in the picture to crop to"
    for file in (cut(data(), nobody, refused), sheet(data(), nobody, refused, "a4")):
        assert isinstance(file, Absent)
    assert isinstance(whole(data(), nobody, refused), File)


@pytest.mark.parametrize("name", [".", "CON", "über/..\\x", "a" * 300, 'a"b:c*?', "  ", "\u202egpj", "a\nb"])
def test_a_file_name_is_safe_on_every_system_whatever_a_user_calls_a_preset(name: str) -> None:
    found = looked("linkedin")
    file = whole(data(), replace(found, guidance=replace(found.guidance, preset=replace(ODD, name=name))), None)
    assert not set(file.name) & set('<>:"/\\|?* ')
    assert file.name.isascii()
    assert file.name.isprintable()
    assert len(file.name) < 120
    assert file.name.startswith("2026-11-26_15-04-09-123_")


def test_a_users_own_words_are_told_as_they_are_but_for_what_xmp_has_no_place_for(said: Said) -> None:
    assert said["odd"]["XMP-dc:Title"] == "<A> &  co"
    assert said["odd"]["XMP-dc:Subject"] == ["über/..\\x"]


def test_a_zip_holds_every_file_under_a_name_of_its_own_with_the_moment_it_was_taken() -> None:
    one = files()["cut"]
    later = one._replace(taken=one.taken + timedelta(seconds=2))
    packed = zipped([later, one, one, files()["whole"]])
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == 4
        assert f"{one.name.removesuffix('.jpg')}-2.jpg" in names
        assert {archive.read(name) for name in names} == {one.data, files()["whole"].data}
        assert archive.getinfo(names[1]).date_time[:5] == (2026, 11, 26, 15, 4)
    assert packed.name == "2026-11-26_15-04-09-123_framing-guide.zip"


def test_for_another_use_the_crop_is_the_solvers_and_lies_in_the_picture() -> None:
    found = looked("linkedin", sitter(aspect=1.0, face_height=0.16))
    other = offered(found, PRESETS["actor_8x10"])
    window = other.delivery.window
    assert other.refused is None
    assert window != shown("actor_8x10")
    assert abs(window.width - window.height * 0.8) <= 1.0
    assert window.left >= 0
    assert window.top >= 0
    assert window.left + window.width <= SIZE[0]
    assert window.top + window.height <= SIZE[1]


@pytest.mark.parametrize(
    "window", [Viewfinder(0, 0, 720, 500), Viewfinder(900, 0, 720, 720), Viewfinder(0, 1, 720, 720)]
)
def test_a_window_that_is_not_in_the_picture_or_not_of_its_use_is_not_believed(window: Viewfinder) -> None:
    found = looked("linkedin")
    wrong = replace(found, announced=replace(found.announced, window=window))
    assert believed(wrong.announced, SIZE, PRESETS["linkedin"]) is None
    assert believed(found.announced, SIZE, PRESETS["linkedin"]) == shown("linkedin")
    assert believed(found.announced, (SIZE[1], SIZE[0]), PRESETS["linkedin"]) is None

"""Whatever colours a picture's numbers are in, the same sRGB comes out."""

from __future__ import annotations

import struct
from io import BytesIO

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageCms

from framing.jpeg import jpeg
from framing.photo import inks, open_photo, region
from framing.photo.icc import assembled, curve, table
from framing.photo.profiles import ADOBE_RGB, P3, coded, gamma, profile, srgb
from framing.types import Image
from tests.builders import there
from tests.photo.heic import heic
from tests.photo.making import deep, pixels, saved, with_chunk

PROPHOTO = (0.3457, 0.3585, 0.7347, 0.2653, 0.1596, 0.8404, 0.0366, 0.0001)
SPACES = {
    "Display P3": profile(P3, srgb),
    "Adobe RGB": profile(ADOBE_RGB, gamma(563 / 256)),
    "ProPhoto RGB": profile(PROPHOTO, gamma(1.8)),
    "linear Rec. 2020": coded(9, 8),
}
ROUNDING = {"linear Rec. 2020": 3.0}  # eight bits of linear light leave few dark tones
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def into(picture: Pillow.Image, to: bytes | None) -> Pillow.Image:
    """The sRGB picture in the colours of that profile, which is not embedded."""
    converted = ImageCms.profileToProfile(
        picture, SRGB, ImageCms.ImageCmsProfile(BytesIO(there(to))), ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    return Pillow.fromarray(np.asarray(converted))


def away(data: bytes, reference: Image | None = None) -> float:
    """How far the opened picture is from the reference on average, levels."""
    reference = pixels() if reference is None else reference
    return float(np.abs(open_photo(data).frame.pixels.astype(int) - reference).mean())


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("space", SPACES)
def test_a_picture_is_brought_to_srgb_by_its_own_profile(space: str, kind: str) -> None:
    picture = into(Pillow.fromarray(pixels()), SPACES[space])
    how = {"lossless": True} if kind == "WEBP" else {}
    unsaid, said = saved(picture, kind, **how), saved(picture, kind, icc_profile=SPACES[space], **how)
    assert away(said) < ROUNDING.get(space, 0.5)
    assert away(unsaid) > 2.0


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
def test_the_profile_of_a_lossy_picture_counts_too(kind: str) -> None:
    picture = into(Pillow.fromarray(pixels()), SPACES["Adobe RGB"])
    fine = {"quality": 95, "subsampling": "4:4:4"}
    said = saved(picture, kind, icc_profile=SPACES["Adobe RGB"], **fine)
    assert away(said) < away(saved(picture, kind, **fine)) / 2


def test_a_part_has_the_colours_of_the_whole() -> None:
    picture = into(Pillow.fromarray(pixels()), SPACES["ProPhoto RGB"])
    data = saved(picture, "PNG", icc_profile=SPACES["ProPhoto RGB"])
    assert np.array_equal(region(data, None, (0, 0, 0.5, 0.5)), open_photo(data).frame.pixels[:48, :64])


@pytest.mark.parametrize("kind", ["HEIC", "AVIF", "PNG"])
def test_colours_that_are_said_by_a_code_are_brought_to_srgb(kind: str) -> None:
    picture = into(Pillow.fromarray(pixels()), SPACES["Display P3"])
    if kind == "HEIC":
        said, unsaid = (heic(np.asarray(picture), b"nclx" + struct.pack(">HHHB", p, 13, 6, 0)) for p in (12, 1))
    elif kind == "PNG":
        unsaid = saved(picture, "PNG")
        said = with_chunk(unsaid, b"cICP", bytes([12, 13, 0, 1]))
    else:
        unsaid = saved(picture, "AVIF", quality=95)
        said = unsaid.replace(b"colrnclx\0\1", b"colrnclx\0\x0c")
        assert said != unsaid
    assert away(said) < away(unsaid) * 0.75


def test_the_iphones_heic_is_brought_to_srgb_by_its_profile() -> None:
    picture = np.asarray(into(Pillow.fromarray(pixels()), SPACES["Display P3"]))
    assert away(heic(picture, b"prof" + SPACES["Display P3"])) < away(heic(picture)) * 0.75


def test_cameras_say_adobe_rgb_in_exif_and_embed_no_profile() -> None:
    picture = into(Pillow.fromarray(pixels()), SPACES["Adobe RGB"])
    exif = Pillow.Exif()
    exif.get_ifd(0x8769)[0xA001] = 0xFFFF
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    fine = {"quality": 95, "subsampling": "4:4:4"}
    assert away(saved(picture, "JPEG", exif=exif, **fine)) < away(saved(picture, "JPEG", **fine)) / 2


def test_gamma_and_primaries_of_a_png_count_where_nothing_better_is_said() -> None:
    picture = into(Pillow.fromarray(pixels()), profile(P3, gamma(1.8)))
    numbers = [round(v * 100_000) for v in P3]
    data = with_chunk(saved(picture, "PNG"), b"gAMA", struct.pack(">I", round(100_000 / 1.8)))
    data = with_chunk(data, b"cHRM", struct.pack(">8I", *numbers))
    assert away(data) < 1.0
    assert away(with_chunk(data, b"sRGB", b"\0")) > 2.0


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_goes_by_its_profile_and_without_one_by_the_standard_print(kind: str) -> None:
    how = {"quality": 95} if kind == "JPEG" else {}
    assert away(saved(CMYK, kind, icc_profile=UNUSUAL, **how), shown(CMYK, UNUSUAL)) < 2.0
    assert away(saved(CMYK, kind, **how), shown(CMYK, inks.profile())) < 2.0
    assert np.abs(shown(CMYK, UNUSUAL).astype(int) - shown(CMYK, inks.profile())).mean() > 20.0


def test_cmyk_without_adobes_mark_is_not_stored_the_other_way_round() -> None:
    marked = saved(CMYK, "JPEG", quality=95)
    place = marked.index(b"\xff\xee")
    plain = marked[:place] + marked[place + 2 + int.from_bytes(marked[place + 2 : place + 4], "big") :]
    assert b"Adobe" not in plain
    assert away(plain, shown(ImageChops.invert(CMYK), inks.profile())) < 2.0


def test_paper_is_white_all_inks_are_black_and_more_ink_is_darker() -> None:
    steps = np.arange(0, 256, 51, dtype=np.uint8)
    for ink in range(4):
        cover = np.zeros((1, len(steps), 4), np.uint8)
        cover[..., ink] = steps
        light = shown(Pillow.fromarray(cover, "CMYK"), inks.profile()).astype(int).sum(axis=-1)[0]
        assert light[0] == 765
        assert (np.diff(light) < 0).all()
    assert shown(Pillow.new("CMYK", (1, 1), (255,) * 4), inks.profile()).max() < 8


def test_grey_goes_by_its_profile_and_stays_grey() -> None:
    grey = Pillow.fromarray(np.tile(np.linspace(0, 255, 128).astype(np.uint8), (96, 1)))
    linear = assembled(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": curve(np.linspace(0, 1, 256))})
    row = open_photo(saved(grey, "PNG", icc_profile=linear)).frame.pixels[0].astype(int)
    assert (np.ptp(row, axis=-1) <= 1).all()
    assert row[64, 0] == pytest.approx(188, abs=2)  # half of the light in sRGB
    assert np.array_equal(open_photo(saved(grey, "PNG")).frame.pixels[..., 0], np.asarray(grey))


def test_grey_pixels_with_the_profile_of_a_colour_picture_take_its_tones() -> None:
    grey = Pillow.fromarray(pixels()).convert("L")
    given = open_photo(saved(grey, "PNG", icc_profile=SPACES["linear Rec. 2020"])).frame.pixels
    assert given.mean() > np.asarray(grey).mean() + 20


@pytest.mark.parametrize("lab", ["eight bits", "sixteen bits"])
def test_lab_is_brought_to_srgb(lab: str) -> None:
    picture = Pillow.fromarray(pixels()).convert("LAB")
    assert away(saved(picture, "TIFF") if lab == "eight bits" else lab16(picture)) < 2.0


def test_sixteen_bit_colour_has_the_tones_of_eight_bits() -> None:
    for ending in (".png", ".tiff"):
        assert away(deep(ending, pixels())) < 1.0


@pytest.mark.parametrize("broken", ["nonsense", "cut off", "for other pixels", "upside down"])
def test_a_broken_profile_is_ignored(broken: str) -> None:
    good = there(SPACES["Display P3"])
    profiles = {
        "nonsense": b"no profile at all",
        "cut off": good[: len(good) // 3],
        "for other pixels": inks.profile(),
        "upside down": profile(P3, lambda signal: 1.0 - signal),
    }
    assert away(saved(Pillow.fromarray(pixels()), "PNG", icc_profile=profiles[broken])) == 0.0


def test_what_is_saved_says_that_it_is_srgb() -> None:
    with Pillow.open(BytesIO(jpeg(pixels()))) as picture:
        said = ImageCms.ImageCmsProfile(BytesIO(picture.info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(said)
    assert away(jpeg(pixels())) < 2.0


def shown(cmyk: Pillow.Image, by: bytes) -> Image:
    """Those inks in sRGB by a profile."""
    return np.asarray(
        ImageCms.profileToProfile(
            cmyk, ImageCms.ImageCmsProfile(BytesIO(by)), SRGB, ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    )  # fmt: skip


def lab16(picture: Pillow.Image) -> bytes:
    """A Lab TIFF of 16 bits, as Photoshop writes them: a flat one with each value stretched."""
    values = np.asarray(picture)
    lightness, signed = values[..., :1].astype(np.int32) * 257, values[..., 1:].view(np.int8).astype(np.int32) * 256
    data = np.concatenate((lightness, signed), axis=-1).astype("<u2").tobytes()
    height, width = values.shape[:2]
    entries = [(256, 4, width), (257, 4, height), (259, 3, 1), (262, 3, 8), (273, 4, 200), (277, 3, 3)]
    entries += [(278, 4, height), (279, 4, len(data))]
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries[:2])
    table += struct.pack("<HHII", 258, 3, 3, 190)
    table += b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries[2:])
    head = b"II*\0" + struct.pack("<IH", 8, len(entries) + 1) + table + bytes(4)
    return head.ljust(190, b"\0") + struct.pack("<3H", 16, 16, 16) + bytes(4) + data


CMYK = Pillow.fromarray(pixels()).convert("CMYK")
UNUSUAL = assembled(
    b"prtr", b"CMYK", b"Lab ",
    {b"A2B0": table(np.stack((100 * np.prod(np.indices((2,) * 4) < 1, axis=0), *[np.zeros((2,) * 4)] * 2), axis=-1))},
)  # fmt: skip
"""A press on which every ink is black."""

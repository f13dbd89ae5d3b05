"""A picture brought to sRGB by its own profile."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image as Pillow
from PIL import ImageCms

from framing.photo import inks

_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}  # of the profiles that fit pixels of that mode
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


def to_srgb(picture: Pillow.Image, profile: bytes | None) -> Pillow.Image:
    """An L, RGB, CMYK or LAB picture in sRGB, mode RGB; without a profile that fits it is taken for sRGB already.

    Relative colorimetric with black point compensation, as photographers' programs do: paper or screen white becomes
    white. CMYK without a profile is printed on coated paper by ISO 12647-2.
    """
    if picture.mode == "LAB":
        return _through(picture, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    own = _opened(profile) if profile else None
    if own is not None and picture.mode == "L" and own.profile.xcolor_space.strip() == "RGB":
        picture = picture.convert("RGB")  # grey pixels with the profile of the colour picture that they came from
    if own is not None and _fits(own, picture.mode):
        try:
            return _through(picture, own)
        except (ImageCms.PyCMSError, ValueError):  # broken inside: the same as none
            pass
    if picture.mode == "CMYK":
        return _through(picture, ImageCms.ImageCmsProfile(BytesIO(inks.profile())))
    return picture.convert("RGB")


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(BytesIO(profile))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _fits(profile: ImageCms.ImageCmsProfile, mode: str) -> bool:
    """Whether the profile is for such pixels, and keeps white lighter than black: one with flipped bits may not."""
    if profile.profile.xcolor_space.strip() != _SPACES[mode]:
        return False
    light, dark = ((0, 0, 0, 0), (255, 255, 255, 255)) if mode == "CMYK" else ((255,) * 3, (0,) * 3)
    bands = len(Pillow.new(mode, (1, 1)).getbands())
    ends = Pillow.frombytes(mode, (2, 1), bytes(light[:bands] + dark[:bands]))
    try:
        white, black = np.asarray(_through(ends, profile)).astype(int)[0]
    except (ImageCms.PyCMSError, ValueError):
        return False
    return bool(white.min() > 192 and black.max() < 128)


def _through(picture: Pillow.Image, profile: ImageCms.ImageCmsProfile) -> Pillow.Image:
    transform = ImageCms.buildTransform(
        profile, ImageCms.createProfile("sRGB"), picture.mode, "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC, _FLAGS
    )
    return transform.apply(picture)

"""What a picture says of itself: how it lies, and in which colours its numbers are."""

from __future__ import annotations

from PIL import Image as Pillow

from framing.photo.profiles import ADOBE_RGB, SRGB, coded, gamma, profile, srgb

_ORIENTATION, _EXIF, _INTEROP, _INDEX, _SPACE = 0x0112, 0x8769, 0xA005, 0x0001, 0xA001  # EXIF
HEAD = 1 << 16  # bytes in which HEIC, AVIF and PNG say their colours
_SCREEN, _NEAR = 1 / 2.2, 0.05  # gAMA of pictures for a screen, or as good as that: the curve of sRGB is meant


def orientation(picture: Pillow.Image) -> int:
    """How the picture has to be turned, 1..8 as in EXIF; 1 where its EXIF cannot be read."""
    try:
        value = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - damaged EXIF makes Pillow raise whatever its parsers do
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def colours(picture: Pillow.Image, head: bytes) -> bytes | None:
    """The ICC profile that the picture carries or describes, None for sRGB. `head` is the beginning of its file."""
    if picture.format == "PNG" and (codes := _after(head, b"cICP", 4)) is not None:
        return coded(codes[0], codes[1])
    embedded = picture.info.get("icc_profile")
    if isinstance(embedded, bytes) and embedded:
        return embedded
    if picture.format == "PNG":
        return _png(picture)
    if picture.format in ("AVIF", "HEIF"):
        codes = _after(head, b"colrnclx", 4)
        return None if codes is None else coded(int.from_bytes(codes[:2], "big"), int.from_bytes(codes[2:], "big"))
    return profile(ADOBE_RGB, gamma(563 / 256)) if _adobe_rgb(picture) else None


def _after(head: bytes, mark: bytes, count: int) -> bytes | None:
    """The bytes behind a mark: both kinds of file keep it near their beginning."""
    place = head.find(mark)
    found = head[place + len(mark) : place + len(mark) + count]
    return found if place >= 0 and len(found) == count else None


def _png(picture: Pillow.Image) -> bytes | None:
    """By cHRM and gAMA, which count only where nothing better is said."""
    value, primaries = picture.info.get("gamma"), picture.info.get("chromaticity")
    if "srgb" in picture.info or not (value or primaries):
        return None
    curve = gamma(1 / value) if value and abs(value / _SCREEN - 1) > _NEAR else srgb
    try:
        return profile(primaries or SRGB, curve)
    except ValueError:
        return None


def _adobe_rgb(picture: Pillow.Image) -> bool:
    """Whether EXIF says so: cameras embed no profile for it, but name it as DCF's optional colour space."""
    try:
        exif = picture.getexif()
        return exif.get_ifd(_INTEROP).get(_INDEX) == "R03" or exif.get_ifd(_EXIF).get(_SPACE) == 2
    except Exception:  # noqa: BLE001 - as above
        return False

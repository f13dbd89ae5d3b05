"""Photographs of every readable kind, made small."""

from __future__ import annotations

import functools
import struct
import zlib
from io import BytesIO
from typing import Any

import cv2
import numpy as np
from PIL import Image as Pillow

from framing.photo import inks
from framing.photo.profiles import P3, gamma, profile, srgb
from framing.types import Image
from tests.photo.dng import dng, small
from tests.photo.heic import heic
from tests.photographs import astronaut


def pixels(height: int = 96, width: int = 128) -> Image:
    """A face, red, white and blue."""
    return np.ascontiguousarray(cv2.resize(astronaut()[:384], (width, height), interpolation=cv2.INTER_AREA))


def saved(picture: Pillow.Image, kind: str, **how: Any) -> bytes:
    """The file as Pillow writes it."""
    data = BytesIO()
    picture.copy().save(data, kind, **how)  # a copy: writing one kind leaves settings behind that spoil the next
    return data.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def with_chunk(png: bytes, kind: bytes, content: bytes) -> bytes:
    """The PNG with one more chunk right behind its header."""
    return png[:33] + chunk(kind, content) + png[33:]


def deep(ending: str, picture: Image) -> bytes:
    """16 bits, as OpenCV writes them."""
    return cv2.imencode(ending, picture[..., ::-1].astype(np.uint16) * 257)[1].tobytes()


@functools.cache
def files() -> dict[str, bytes]:
    """One of each kind, by name; the ending says what a camera or a program would have called it."""
    seen = pixels()
    rgb = Pillow.fromarray(seen)
    grey, other = rgb.convert("L"), rgb.rotate(180)
    clear = rgb.copy()
    clear.putalpha(grey.point([255 - value // 4 for value in range(256)]))
    exif = Pillow.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    exif.get_ifd(0x8769)[0x9003] = "2026:11:24 15:04:09"
    exif.get_ifd(0x8825)[1] = "N"
    p3 = profile(P3, srgb)
    return {
        "plain.jpg": saved(rgb, "JPEG"),
        "exif.jpg": saved(rgb, "JPEG", exif=exif, icc_profile=p3),
        "progressive.jpg": saved(rgb, "JPEG", progressive=True),
        "grey.jpg": saved(grey, "JPEG"),
        "cmyk.jpg": saved(rgb.convert("CMYK"), "JPEG", icc_profile=inks.profile()),
        "several.jpg": saved(rgb, "MPO", save_all=True, append_images=[other.copy()]),
        "plain.png": saved(rgb, "PNG", icc_profile=p3, exif=exif),
        "clear.png": saved(clear, "PNG"),
        "palette.png": saved(rgb.quantize(64), "PNG", transparency=3),
        "deep.png": deep(".png", seen),
        "grey16.png": saved(Pillow.fromarray(np.asarray(grey).astype(np.uint16) * 257), "PNG"),
        "moving.png": saved(rgb, "PNG", save_all=True, append_images=[other.copy()]),
        "lossy.webp": saved(rgb, "WEBP", exif=exif),
        "moving.webp": saved(rgb, "WEBP", save_all=True, append_images=[other.copy()], lossless=True),
        "plain.tif": saved(rgb, "TIFF", exif=exif, icc_profile=p3),
        "lzw.tif": saved(rgb, "TIFF", compression="tiff_lzw"),
        "deflate.tif": saved(rgb, "TIFF", compression="tiff_adobe_deflate"),
        "jpeg.tif": saved(rgb, "TIFF", compression="jpeg"),
        "cmyk.tif": saved(rgb.convert("CMYK"), "TIFF"),
        "lab.tif": saved(rgb.convert("LAB"), "TIFF"),
        "pages.tif": saved(rgb, "TIFF", save_all=True, append_images=[other.copy()]),
        "deep.tif": deep(".tiff", seen),
        "plain.gif": saved(rgb, "GIF"),
        "moving.gif": saved(rgb, "GIF", save_all=True, append_images=[other.copy()]),
        "plain.bmp": saved(rgb, "BMP"),
        "plain.ppm": saved(rgb, "PPM"),
        "plain.jp2": saved(rgb, "JPEG2000"),
        "plain.avif": saved(rgb, "AVIF", exif=exif),
        "plain.heic": heic(seen, b"prof" + p3),
        "sensor.dng": dng(seen, small(seen, 32)),
        "preview.dng": dng(seen, small(seen, 32), saved(rgb, "JPEG")),
        "gamma.png": with_chunk(saved(rgb, "PNG"), b"gAMA", struct.pack(">I", 100_000)),
        "linear.png": saved(rgb, "PNG", icc_profile=profile(P3, gamma(1.0))),
    }

"""A photograph opened to be judged, and a part of it at full size."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from framing.errors import PhotoError
from framing.types import Frame, Image, Viewfinder

MEGAPIXELS = 50  # more is refused before it is decoded: it would need gigabytes
SMALLEST = 64  # pixels along the shorter side, below which nothing can be read
LONGEST = 1920  # pixels along the longer side that are looked at: the models see far fewer

# A warning about large pictures is Pillow's way; our own limit is lower and refuses.
warnings.filterwarnings("ignore", category=Pillow.DecompressionBombWarning)


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photograph to be judged: the frame that is looked at, and how large the picture itself is."""

    frame: Frame  # upright sRGB, its viewfinder the whole picture, at most LONGEST pixels long
    size: tuple[int, int]  # (width, height) of the upright picture in its own pixels


def open_photo(source: Path | bytes, name: str | None = None) -> Photo:
    """The photograph, upright and in sRGB, at most 1920 pixels long.

    `name` is what sentences call it: by default its path. Raises PhotoError for what cannot be read as a photograph.
    """
    pixels, size = _decoded(source, _name(source, name), LONGEST)
    height, width = pixels.shape[:2]
    return Photo(Frame(pixels, Viewfinder(0, 0, width, height)), size)


def region(source: Path | bytes, name: str | None, box: tuple[float, float, float, float]) -> Image:
    """A part of the photograph at its full size, upright sRGB (height, width, 3).

    `box` is (left, top, width, height) in fractions 0..1 of the upright picture. Raises what `open_photo` does.
    """
    pixels, (width, height) = _decoded(source, _name(source, name), None)
    left, right = (round(v * width) for v in (box[0], box[0] + box[2]))
    top, bottom = (round(v * height) for v in (box[1], box[1] + box[3]))
    return pixels[top:bottom, left:right].copy()


def _name(source: Path | bytes, name: str | None) -> str:
    return name or (str(source) if isinstance(source, Path) else "the photograph")


def _decoded(source: Path | bytes, name: str, longest: int | None) -> tuple[Image, tuple[int, int]]:
    """Upright RGB pixels, thinned to that many along the longer side, and the size of the whole."""
    try:
        with Pillow.open(BytesIO(source) if isinstance(source, bytes) else source) as picture:
            _refuse_size(picture, name)
            width, height = picture.size
            if longest is not None:
                picture.draft("RGB", (longest, longest))  # a JPEG can be decoded smaller at once; never below this size
            pixels = _rgb(ImageOps.exif_transpose(picture), longest)
            upright = (pixels.shape[1] > pixels.shape[0]) == (width > height)
            return pixels, (width, height) if upright else (height, width)
    except FileNotFoundError as error:
        raise PhotoError("a photograph", f"no file {name}", "check its name and folder") from error
    except IsADirectoryError as error:
        raise PhotoError("a photograph", f"the folder {name}", "name the files in it") from error
    except UnidentifiedImageError as error:
        raise PhotoError(
            "a photograph", f"{name}, which is none whatever its ending", "save it as JPEG, PNG, WebP or TIFF"
        ) from error
    except (Pillow.DecompressionBombError, MemoryError) as error:
        raise PhotoError(f"at most {MEGAPIXELS} megapixels", f"{name}, far larger", "export a smaller copy") from error
    except (NotADirectoryError, PermissionError) as error:
        raise PhotoError("a photograph", f"{name}, which cannot be opened", f"check it ({error.strerror})") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:  # Pillow's decoders raise all four
        raise PhotoError(
            "a whole photograph", f"{name}, which breaks off or is damaged ({error})", "copy or export it again"
        ) from error


def _refuse_size(picture: Pillow.Image, name: str) -> None:
    width, height = picture.size
    if width * height > MEGAPIXELS * 1_000_000:
        raise PhotoError(
            f"at most {MEGAPIXELS} megapixels", f"{name} with {width} by {height} pixels", "export a smaller copy"
        )
    if min(width, height) * min(1.0, LONGEST / max(width, height)) < SMALLEST:
        raise PhotoError(
            f"at least {SMALLEST} pixels along each side, and no strip",
            f"{name} with {width} by {height}",
            "use a larger copy",
        )


def _rgb(picture: Pillow.Image, longest: int | None) -> Image:
    picture.load()
    if picture.mode.startswith(("I", "F")):
        picture = Pillow.fromarray(_eight_bits(np.asarray(picture)))
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        picture = Pillow.alpha_composite(Pillow.new("RGBA", picture.size, "white"), picture)
    picture = picture.convert("RGB")
    if longest is not None:
        picture.thumbnail((longest, longest), Pillow.Resampling.BOX, reducing_gap=2.0)
    return np.array(picture, dtype=np.uint8)


def _eight_bits(values: NDArray[Any]) -> Image:
    """Deep greyscale brought to 0..255: 16-bit integers by their range, anything else by its own."""
    values = np.nan_to_num(values)
    peak = float(values.max(initial=1))
    top = 65535.0 if values.dtype.kind in "ui" and 255 < peak <= 65535 else max(peak, 1.0)
    return np.clip(values / top * 255.0 + 0.5, 0, 255).astype(np.uint8)

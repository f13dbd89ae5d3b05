"""One photograph: opened whatever its kind, seen, judged by the same chain as the stream, and annotated."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from framing.errors import PhotoError
from framing.guide import guide
from framing.overlay.drawings import drawings
from framing.overlay.inset import beneath
from framing.overlay.marks import marks
from framing.overlay.paint import paint
from framing.perceive import Eyes
from framing.shot import jpeg, resized
from framing.types import Frame, Guidance, Image, Preset, Scene, Viewer, Viewfinder

MEGAPIXELS = 50  # more is refused before it is decoded: it would need gigabytes
SMALLEST = 64  # pixels along the shorter side, below which nothing can be read
LONGEST = 1920  # pixels along the longer side that are looked at: the models see far fewer

# A warning about large pictures is Pillow's way; our own limit is lower and refuses.
warnings.filterwarnings("ignore", category=Pillow.DecompressionBombWarning)


def open_photo(source: Path | bytes, name: str = "the photograph") -> Frame:
    """The photograph as an upright RGB frame, its viewfinder the whole picture, at most 1920 pixels long.

    Greyscale, palette, CMYK, 16-bit and transparent pictures are brought to RGB (transparency on white), and EXIF
    rotation is undone. Raises PhotoError for what is missing, no photograph, over 50 megapixels, tiny or truncated.
    """
    pixels = _decoded(source, str(source) if isinstance(source, Path) else name, LONGEST)
    height, width = pixels.shape[:2]
    return Frame(pixels, Viewfinder(0, 0, width, height))


def cropped(source: Path | bytes, name: str, window: Viewfinder, seen: Viewfinder, preset: Preset) -> bytes:
    """A JPEG of exactly the use's pixels, cut from the photograph at its full size.

    `window` is a rectangle of the photograph as it was opened to be judged, `seen`. Raises what `open_photo` does.
    """
    pixels = _decoded(source, name, None)
    by = pixels.shape[0] / seen.height
    left, top, width, height = (round(v * by) for v in (window.left, window.top, window.width, window.height))
    width, height = min(width, pixels.shape[1]), min(height, pixels.shape[0])
    left, top = min(left, pixels.shape[1] - width), min(top, pixels.shape[0] - height)
    return jpeg(resized(pixels, Viewfinder(left, top, width, height), preset.pixels), preset)


def upright(source: Path | bytes, name: str, quarter_turns: int) -> bytes:
    """A JPEG of the whole photograph, turned clockwise by that many quarters. Raises what `open_photo` does."""
    return jpeg(np.ascontiguousarray(np.rot90(_decoded(source, name, None), -quarter_turns)))


def _decoded(source: Path | bytes, name: str, longest: int | None) -> Image:
    """Upright RGB pixels, thinned to that many along the longer side."""
    try:
        with Pillow.open(BytesIO(source) if isinstance(source, bytes) else source) as picture:
            _refuse_size(picture, name)
            if longest is not None:
                picture.draft("RGB", (longest, longest))  # a JPEG can be decoded smaller at once; never below this size
            return _rgb(ImageOps.exif_transpose(picture), longest)
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


def look(frame: Frame, eyes: Eyes, preset: Preset | None) -> tuple[Scene, Guidance]:
    """What is in the photograph and what the guide says of it, to somebody who looks at the sitter."""
    scene = eyes.see(frame)
    return scene, guide(scene, preset, Viewer.STILL)


def annotated(frame: Frame, scene: Scene, guidance: Guidance) -> Image:
    """A copy of the photograph with the guide's marks on it, unmirrored, and a panel with its drawings below."""
    marked = paint(frame.pixels, frame.viewfinder, marks(scene, guidance, Viewer.STILL))
    return beneath(marked, drawings(scene, guidance, Viewer.STILL).there())


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

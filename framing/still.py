"""One photograph, seen and judged by the same chain as the stream, annotated and cropped."""

from __future__ import annotations

from pathlib import Path

from framing.guide import guide
from framing.overlay.drawings import drawings
from framing.overlay.inset import beneath
from framing.overlay.marks import marks
from framing.overlay.paint import paint
from framing.perceive import Eyes
from framing.photo import region
from framing.shot import jpeg, resized
from framing.types import Frame, Guidance, Image, Preset, Scene, Viewer, Viewfinder


def look(frame: Frame, eyes: Eyes, preset: Preset | None) -> tuple[Scene, Guidance]:
    """What is in the photograph and what the guide says of it, to somebody who looks at the sitter."""
    scene = eyes.see(frame)
    return scene, guide(scene, preset, Viewer.STILL)


def annotated(frame: Frame, scene: Scene, guidance: Guidance) -> Image:
    """A copy of the photograph with the guide's marks on it, unmirrored, and a panel with its drawings below."""
    marked = paint(frame.pixels, frame.viewfinder, marks(scene, guidance, Viewer.STILL))
    return beneath(marked, drawings(scene, guidance, Viewer.STILL).there())


def cropped(source: Path | bytes, name: str, window: Viewfinder, seen: Viewfinder, preset: Preset) -> bytes:
    """A JPEG of exactly the use's pixels, cut from the photograph at its full size.

    `window` is a rectangle of the photograph as it was opened to be judged, `seen`. Raises what `open_photo` does.
    """
    across, down = 1 / seen.width, 1 / seen.height
    box = (window.left * across, window.top * down, window.width * across, window.height * down)
    pixels = region(source, name, box)
    whole = Viewfinder(0, 0, pixels.shape[1], pixels.shape[0])
    return jpeg(resized(pixels, whole, preset.pixels), preset)

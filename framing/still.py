"""One photograph, seen and judged by the same chain as the stream, annotated and cropped."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from framing.delivery import Delivery
from framing.guide import guide
from framing.jpeg import jpeg
from framing.overlay.drawings import drawings
from framing.overlay.fonts import painted_in
from framing.overlay.inset import beneath
from framing.overlay.marks import marks
from framing.overlay.paint import paint
from framing.perceive import Eyes
from framing.photo import cut_out, region
from framing.say import Language, say
from framing.types import Frame, Guidance, Image, Preset, Scene, Viewer
from framing.verdict.weights import GUIDES, Weights


def assess(
    frame: Frame, eyes: Eyes, preset: Preset | None, weights: Weights = GUIDES
) -> tuple[Scene, Guidance]:
    """What is in the photograph and what the guide says of it, to somebody who looks at the sitter."""
    scene = eyes.see(frame)
    return scene, guide(scene, preset, weights)


def annotated(frame: Frame, scene: Scene, guidance: Guidance, language: Language) -> Image:
    """A copy of the photograph with the guide's marks on it, unmirrored, and a panel with its drawings below."""
    language = painted_in(language)
    told = say(guidance, Viewer.STILL, language)
    drawn = marks(scene, guidance, told, Viewer.STILL)
    marked = paint(frame.pixels, scene.viewfinder or frame.viewfinder, drawn)
    return beneath(marked, drawings(scene, guidance, Viewer.STILL).there(), language)


def cropped(source: Path | bytes, name: str | None, size: tuple[int, int], delivery: Delivery) -> bytes:
    """A JPEG of the delivery's window, cut from a photograph of that (width, height) at its full size.

    Raises what `open_photo` does.
    """
    return jpeg(cut_out(source, name, size, delivery), delivery.dpi)


def upright(source: Path | bytes, name: str | None, quarter_turns: int) -> bytes:
    """A JPEG of the whole photograph, turned clockwise by that many quarters. Raises what `open_photo` does."""
    return jpeg(np.ascontiguousarray(np.rot90(region(source, name, (0.0, 0.0, 1.0, 1.0)), -quarter_turns)))

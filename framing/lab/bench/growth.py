"""How much memory a long stream costs."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from contextlib import closing

from framing.guide import Memory, follow
from framing.lab.bench.chain import WANTED
from framing.overlay.marks import marks
from framing.overlay.paint import paint
from framing.perceive.live_eyes import LiveEyes
from framing.say import say
from framing.types import Frame, Image, Viewer, Viewfinder

FRAMES = 5_000
WARM = 1_000  # the models' own pools fill in this long (docs/streaming.md, "MediaPipe")


def growth(pictures: Sequence[Image]) -> float | None:
    """Megabytes by which the process grew over 5,000 frames after 1,000 of warming up; None without psutil."""
    try:
        process = importlib.import_module("psutil").Process()
    except ImportError:
        return None
    view = Viewfinder.centred(pictures[0].shape[1], pictures[0].shape[0], WANTED.aspect)
    memory, before = Memory(), 0
    with closing(LiveEyes()) as eyes:
        for i in range(WARM + FRAMES):
            if i == WARM:
                before = process.memory_info().rss
            picture = pictures[i % len(pictures)]
            scene = eyes.see(Frame(picture, view, i * 0.1))
            memory, guidance = follow(memory, scene, WANTED)
            paint(picture, view, marks(scene, guidance, say(guidance, Viewer.FRONT), Viewer.FRONT))
        return float(process.memory_info().rss - before) / 1e6

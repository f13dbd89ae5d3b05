"""The live callback alone: what every frame of the video pays, whether it is looked at or not."""

from __future__ import annotations

import time
from collections.abc import Sequence

from framing.carriers.webrtc.convert import decoded
from framing.carriers.webrtc.stream import Guided
from framing.lab.bench.chain import WANTED
from framing.lab.bench.clock import Clock
from framing.perceive.fixed import FixedEyes, sitter
from framing.session.session import Session
from framing.session.settings import Settings
from framing.types import Guidance, Image

FRAMES = 200
_INTERVAL = 1 / 30  # seconds between the frames of a webcam: an idle pause between calls is part of the truth


def frames(clock: Clock, pictures: Sequence[Image]) -> None:
    """Time `Guided.on_frame` on frames as they come from a decoder, with a cue and a verdict to paint."""
    seen = sitter(aspect=WANTED.aspect, face_height=0.12)
    session = Session(lambda: FixedEyes([seen]), settings=Settings(WANTED))
    stream = Guided(session)
    while not isinstance(session.look.guidance, Guidance):
        stream.on_frame(decoded(pictures[0], 0))
        time.sleep(_INTERVAL)
    for i in range(FRAMES):
        frame = decoded(pictures[i % len(pictures)], i)
        with clock.step("callback"):
            stream.on_frame(frame)
        time.sleep(_INTERVAL)
    session.close()

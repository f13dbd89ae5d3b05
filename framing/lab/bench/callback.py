"""The live callback alone: what every frame of the video pays, whether it is looked at or not."""

from __future__ import annotations

import time
from collections.abc import Sequence

from framing.lab.bench.chain import WANTED
from framing.lab.bench.clock import Clock
from framing.live.convert import decoded
from framing.live.seats import Seats
from framing.live.session import Session
from framing.live.settings import Settings
from framing.perceive.fixed import FixedEyes, sitter
from framing.types import Guidance, Image

FRAMES = 200
_INTERVAL = 1 / 30  # seconds between the frames of a webcam: an idle pause between calls is part of the truth


def frames(clock: Clock, pictures: Sequence[Image]) -> None:
    """Time `Session.on_frame` on frames as they come from a decoder, with a cue and a verdict to paint."""
    seen = sitter(aspect=WANTED.aspect, face_height=0.12)
    session = Session(lambda: FixedEyes([seen]), Seats(1), Settings(WANTED))
    while not isinstance(session.view.guidance, Guidance):
        session.on_frame(decoded(pictures[0], 0))
        time.sleep(_INTERVAL)
    for i in range(FRAMES):
        frame = decoded(pictures[i % len(pictures)], i)
        with clock.step("callback"):
            session.on_frame(frame)
        time.sleep(_INTERVAL)
    session.close()

"""A session with fake eyes, fed by hand."""

import threading
import time
from collections.abc import Callable

import numpy as np

from framing.perceive.fixed import FixedEyes, sitter
from framing.presets.catalogue import find
from framing.session.seats import Seats
from framing.session.session import Session
from framing.session.settings import Settings
from framing.types import (
    Frame,
    Guidance,
    Image,
    Scene,
)

PATIENCE = 20.0


class Eyes(FixedEyes):
    """Eyes that remember what they were shown, and say when they have looked."""

    def __init__(self, scene: Scene | None = None, before: Callable[[Frame], object] = lambda _: None) -> None:
        super().__init__([scene or sitter()])
        self.shown: list[Frame] = []
        self._before = before

    def see(self, frame: Frame) -> Scene:
        self.shown.append(frame)
        self._before(frame)
        return super().see(frame)


class Stage:
    """A session with fake eyes, fed by hand."""

    def __init__(self) -> None:
        self.seats = Seats(1)
        self.eyes: list[Eyes] = []
        self.make: Callable[[], Eyes] = Eyes
        self.session = Session(self._open, self.seats, Settings(find("headshot")), period=0.0)

    def _open(self) -> Eyes:
        self.eyes.append(self.make())
        return self.eyes[-1]

    def send(self, width: int = 64, height: int = 36, level: int = 120) -> bool:
        return send(self.session, flat(width, height, level))

    def begin_a_look(self, level: int = 120) -> threading.Event:
        """Send a frame, and come back while the eyes are at it; they go on once the event is set."""
        looking, go_on = threading.Event(), threading.Event()

        def wait(_: Frame) -> None:
            looking.set()
            go_on.wait(PATIENCE)

        self.make = lambda: Eyes(before=wait)
        self.send(level=level)
        assert looking.wait(PATIENCE)
        return go_on

    def send_until(self, condition: Callable[[], bool]) -> None:
        """Frames keep coming, as they do from a camera, until the condition holds."""
        wait_for(lambda: (self.send(), condition())[1])


def flat(width: int = 64, height: int = 36, level: int = 120) -> Image:
    return np.full((height, width, 3), level, np.uint8)


def send(session: Session, pixels: Image | None = None) -> bool:
    """Whether there is a seat for a picture taken now."""
    return session.offer(flat() if pixels is None else pixels, time.monotonic())


def wait_for(condition: Callable[[], bool]) -> None:
    pause, tries = threading.Event(), int(PATIENCE / 0.005)
    assert any(condition() or pause.wait(0.005) for _ in range(tries)), "it never happened"


def guided(stage: Stage) -> bool:
    return isinstance(stage.session.look.guidance, Guidance)

"""Several sitters' streams at once, with the real models: a few here, five on four seats in `make soak`.

Without browsers: each of those keeps a core busy itself, and five of them leave two cores nothing to be shared out.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
import pytest
import skimage.data

from framing.carriers.webrtc.convert import decoded
from framing.carriers.webrtc.stream import Guided
from framing.lab.rigs import fake_camera
from framing.presets.catalogue import find
from framing.session.pool import POOL
from framing.session.seats import Seats
from framing.session.session import FULL, Session
from framing.session.settings import Settings
from tests.session.stage import wait_for
from tests.soaking import times

pytestmark = [pytest.mark.models, pytest.mark.soak]

STREAMS, SEATS = times(3, 5), times(2, 4)
LOOKS = times(5, 20)  # of each sitter that are counted
RATE = 30  # frames a second that each camera sends
EVEN = 0.5  # of the mean number of looks, which the least guided sitter must have


class Counted(NamedTuple):
    """What a stream was given while it was counted."""

    looks: int
    frames: int


@contextmanager
def cameras(sessions: list[Session]) -> Iterator[None]:
    """One thread for each session that sends it the same picture, as fast as a camera would."""
    person = fake_camera.sitting(np.asarray(skimage.data.astronaut()[..., :3], np.uint8))
    ended = threading.Event()

    def send(session: Session) -> None:
        number, stream = 0, Guided(session)
        while not ended.is_set():
            began, number = time.monotonic(), number + 1
            stream.on_frame(decoded(person, number))
            ended.wait(max(0.0, began + 1.0 / RATE - time.monotonic()))

    threads = [threading.Thread(target=send, args=[session]) for session in sessions]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join()
        for session in sessions:
            session.close()


def test_sitters_at_once_are_looked_at_evenly_and_who_finds_no_seat_is_told_and_costs_no_look() -> None:
    seats, settings = Seats(SEATS), Settings(find("headshot"))
    sessions = [Session(POOL.open, seats, settings) for _ in range(STREAMS)]
    with cameras(sessions):
        wait_for(lambda: sorted(s.looks > 2 for s in sessions) == [False] * (STREAMS - SEATS) + [True] * SEATS)
        before, began = [Counted(s.looks, s.frames) for s in sessions], time.monotonic()
        guided = [s for s in sessions if not s.refused]
        wait_for(lambda: all(s.looks - b.looks >= LOOKS for s, b in zip(sessions, before, strict=True) if s in guided))
        took = time.monotonic() - began
        given = [Counted(s.looks - b.looks, s.frames - b.frames) for s, b in zip(sessions, before, strict=True)]
        told = [s.look.guidance for s in sessions if s.refused]
    wait_for(lambda: seats.left == SEATS)  # all have given their models back
    POOL.close()
    for number, one in enumerate(given, start=1):
        print(f"\n{number:>3} {one.looks / took:.1f} looks/s, {one.frames / took:.1f} frames/s", file=sys.stderr)
    assert told == [FULL] * (STREAMS - SEATS)
    assert sorted(one.looks for one in given)[: STREAMS - SEATS] == [0] * (STREAMS - SEATS)
    looks = sorted(one.looks for one in given)[STREAMS - SEATS :]
    assert looks[0] >= EVEN * sum(looks) / len(looks)

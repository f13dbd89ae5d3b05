"""One sitter's session: pictures in from any carrier, each new look out to all who subscribe, and never a delay."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from framing.measures.pose.camera_distance import focal_of
from framing.perceive import Eyes
from framing.session.analyser import PERIOD, Analyser
from framing.session.history import History
from framing.session.lent import Lent, hidden, lent_settings
from framing.session.look import OPENING, WAITING, Look
from framing.session.pace import Pace
from framing.session.seats import Seats
from framing.session.sent import Sent
from framing.session.settings import Settings
from framing.session.subscribers import Listener, Subscribers
from framing.types import Absent, CloseUp, Image

# Seconds without a picture: many times what a busy machine keeps one back. With the second from sweep to sweep and the
# one that hanging up may take, a page that left without a goodbye holds nothing after 10.
SILENCE = 8.0
THINNED = 8.0  # pictures a second that are worth unpacking while the looks are too few: the time is for looking
ALIKE = 0.03  # of a side by which two shapes may differ: a codec wants even sides
FULL = Absent("Every place is taken just now")


class Session:
    """What one open page holds: its settings, its newest look, and, while pictures come, an analyser and a seat.

    `Session(open_eyes)` is all that a test needs. Moments are seconds of one clock that only grows, `time.monotonic`
    unless said otherwise, whichever carrier brings the pictures.
    """

    def __init__(
        self,
        open_eyes: Callable[[], Eyes],
        seats: Seats | None = None,
        settings: Settings | None = None,
        clock: Callable[[], float] = time.monotonic,
        period: float = PERIOD,
    ) -> None:
        self.token = secrets.token_urlsafe()  # under which the registry finds it; nobody can guess it
        self.settings = settings or Settings()  # replaced whole by the page, read by both threads
        self.look = Look(clock())  # as the page may know it
        self.whole = self.look  # the same with all that is seen and said: what a room hides from the page is here
        self.lent: Lent | None = None  # what a room asks of the guide
        self.size: tuple[int, int] | None = None  # width and height of the camera's own picture, pixels
        self.frames = 0  # pictures that came
        self.looks = 0  # those that were looked at
        self.history = History()
        self.closed = False
        self.refused = False  # the newest picture found every seat taken
        self._open_eyes, self._seats, self._clock, self._period = open_eyes, seats or Seats(1), clock, period
        self._analyser: Analyser | None = None
        self._last = self._heard = clock()  # the newest picture, and the newest word from the page
        self._has_seat = False  # from Start, or the first picture, until the models of the last analyser are free again
        self._wants_seat = False
        self._running = 0  # analysers that have not ended yet, stopped ones among them
        self._pace = Pace()
        self._subscribers = Subscribers()
        self._camera: tuple[int, int] | None = None  # the camera's own size, where a page has told it
        self._close_up: CloseUp | None = None
        self._lock = threading.RLock()  # a subscriber, told under it, may ask the session

    @property
    def seated(self) -> bool:
        """Whether this page holds a seat."""
        return self._wants_seat and self._has_seat

    @property
    def room(self) -> bool:
        """Whether this page could be guided: it has a seat, its own until its models are free, or one is left."""
        return self._has_seat or self._seats.left > 0

    @property
    def busy(self) -> bool:
        """Whether the machine is too busy to look at this sitter 5 times a second."""
        return self._analyser is not None and self._pace.slow(self._clock())

    @property
    def gone(self) -> bool:
        """Whether the page has sent neither a picture nor a word for 8 s; one that only waits still sends its word."""
        return self._clock() - max(self._last, self._heard) > SILENCE

    @property
    def applied(self) -> Settings:
        """What is looked for: as the page has chosen, or as a room asks."""
        return lent_settings(self.settings, self.lent)

    def lend(self, lent: Lent | None) -> None:
        """What a room asks of the guide from now on; None: nothing any more. What is known already counts with it."""
        with self._lock:
            self.lent = lent
            self.look = self._as_the_page_may(self.whole)

    def hear(self) -> None:
        """The page has sent a word."""
        self._heard = self._clock()

    def subscribed(self, listener: Listener) -> AbstractContextManager[None]:
        """Inside, `listener` is called with each new look, in their order and in the thread that looks.

        It must return at once, for nothing is looked at meanwhile; a listener that needs time can put the look into a
        Mailbox. A look without guidance says why there is none.
        """
        return self._subscribers.subscribed(listener)

    def sit(self) -> bool:
        """Whether there is a seat, which is then held: for a camera that is being started or already plays."""
        with self._lock:
            if not self.seated:
                self._last = self._clock()
                self._take_seat()
            return self.seated

    def pause(self) -> float:
        """Seconds that a carrier waits before its next picture: 0, or more on a busy machine, so that it can look."""
        return max(0.0, self._last + 1.0 / THINNED - self._clock()) if self.busy else 0.0

    def camera_gives(self, width: int, height: int) -> None:
        """The camera's own picture is so large, in pixels, whatever a carrier makes of it on the way."""
        self._camera = (width, height)

    def show_close_up(self, pixels: Image, moment: float) -> None:
        """Hand over the main face in the camera's own pixels, RGB: for what smaller pictures cannot tell."""
        self._close_up = CloseUp(pixels, moment)

    def admits(self, width: int, height: int) -> bool:
        """Whether a picture of that size is worth unpacking: there is a seat. The first one begins the guidance.

        Either way the picture counts as a sign of life. A closed session begins nothing.
        """
        self.size, self._last = self._own(width, height), self._clock()
        with self._lock:
            if self._analyser is None and not self.closed:
                self._begin()
            return not self.refused

    def offer(self, pixels: Image, moment: float, number: int = 0) -> bool:
        """Whether there is a seat for this picture in RGB, (height, width, 3), taken at that moment; never waits.

        Only the newest picture is looked at, and one that is no newer than the last one is none. Its look tells its
        number.
        """
        self.frames += 1
        height, width = pixels.shape[:2]
        if not self.admits(width, height):
            return False
        sent = Sent(pixels, moment, number, max(self._own(width, height)) / max(width, height), self._close_up)
        with self._lock:
            if self._analyser is not None:
                self._analyser.offer(sent)
        return True

    def _own(self, width: int, height: int) -> tuple[int, int]:
        """The camera's own size for a picture of that size; the picture's, where the camera's is of another shape.

        A phone that was turned gives pictures of the new shape before its page has said so.
        """
        own = self._camera
        fits = own is not None and abs(own[0] * height - own[1] * width) <= ALIKE * own[0] * height
        return own if own is not None and fits and own[0] >= width else (width, height)

    def rest(self) -> None:
        """The stream has ended: free analyser, models and seat. The next picture starts again."""
        with self._lock:
            if self._analyser is not None:
                self._analyser.stop()
            self._analyser, self._wants_seat = None, False
            self._leave_seat()
            self._pace = Pace()
            self.size = self._close_up = None
            self._say(WAITING)

    def look_into_lens(self) -> None:
        """Begin to take the sitter's own baseline; 2 s later `look.rest.outcome` is it, or says why not.

        Meanwhile `look.rest.under_way` holds and `look.rest.progress` grows from 0 to 1. A baseline is kept while the
        page is open and the sitter is never away for 5 s; asking again replaces it. Without a picture nothing happens.
        """
        with self._lock:
            if self._analyser is not None:
                self._analyser.look_into_lens()

    def focal_at(self, distance: float) -> float | Absent:
        """The lens's focal length in picture heights, for `Settings.focal`, from a sitter so many cm before it now."""
        look = self.look
        face, judged = look.face, look.judged
        if isinstance(face, Absent) or judged is None:
            return face if isinstance(face, Absent) else WAITING
        return judged.viewfinder.to_picture_heights(focal_of(distance, face), judged.pixels)

    def rest_if_silent(self) -> bool:
        """Rest when no picture has come for 8 s; whether it did."""
        silent = (self.size is not None or self.seated) and self._clock() - self._last > SILENCE
        if silent:
            self.rest()
        return silent

    def close(self) -> None:
        """The page has gone: rest, for good."""
        self.closed = True
        self.rest()
        self.history.clear()
        self._subscribers.tell(self.look)  # nothing new, except that it is over

    def _take_seat(self) -> None:
        # A page that starts again before its last analyser has ended still has its seat.
        self._has_seat = self._has_seat or self._seats.take()
        self._wants_seat = self._has_seat
        self.refused = not self._has_seat
        if self.refused:
            self._say(FULL)

    def _leave_seat(self) -> None:
        """Give the seat back once nobody wants it and no analyser holds models any more."""
        if self._has_seat and not self._wants_seat and not self._running:
            self._has_seat = False
            self._seats.free()

    def _ended(self) -> None:
        with self._lock:
            self._running -= 1
            self._leave_seat()

    def _begin(self) -> None:
        self._take_seat()
        if self.refused:
            return

        def tell(look: Look) -> None:
            with self._lock:
                if self._analyser is analyser:  # a stopped one may still finish a look
                    self.looks += 1
                    self._pace.looked(self._clock())
                    self._tell(replace(look, count=self.looks))

        analyser = Analyser(
            self._open_eyes, lambda: self.applied, tell, self._ended, self._period, self.look.rest, clock=self._clock
        )
        self._analyser = analyser
        self._running += 1
        self._say(OPENING)
        analyser.start()

    def _say(self, why: Absent) -> None:
        """No guidance just now; what the sitter has told by looking into the lens is kept."""
        if self.whole.guidance != why:
            self._tell(Look(self._clock(), why, rest=self.look.rest, count=self.looks))

    def _tell(self, look: Look) -> None:
        self.whole, self.look = look, self._as_the_page_may(look)
        self.history.add(look)
        self._subscribers.tell(look)

    def _as_the_page_may(self, look: Look) -> Look:
        return hidden(look) if self.lent is not None and self.lent.hidden else look

"""One person's stream: frames pass through, painted; the analyser works beside them and never delays them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import numpy as np
from av import VideoFrame

from framing.judge import judge
from framing.live.analyser import OPENING, PERIOD, WAITING, Analyser, View
from framing.live.convert import to_frame, to_pixels
from framing.live.log_once import LogOnce
from framing.live.newest import Newest, shown, taken
from framing.live.pace import Pace
from framing.live.seats import Seats
from framing.live.settings import Settings
from framing.measures.pose.camera_distance import focal_of
from framing.overlay.paint import paint
from framing.perceive import Eyes
from framing.shot import Shot
from framing.types import Absent, Image, Judgements, Viewfinder

# Seconds without a frame: many times what a busy machine keeps one back. With the second from sweep to sweep and the
# one that hanging up may take, a page that left without a goodbye holds nothing after 10.
SILENCE = 8.0
THINNED = 8.0  # pictures a second painted and sent back while the looks are too few: the time is for looking
FULL = Absent("Every place is taken just now")
NO_PICTURE = Absent("The camera gives no picture just now")


class Session:
    """What one open page holds: its settings, its newest View, and, while frames arrive, an analyser and a seat."""

    def __init__(
        self,
        open_eyes: Callable[[], Eyes],
        seats: Seats,
        settings: Settings,
        clock: Callable[[], float] = time.monotonic,
        period: float = PERIOD,
    ) -> None:
        self.settings = settings  # replaced whole by the page, read by both threads
        self.view = View(WAITING)
        self.size: tuple[int, int] | None = None  # width and height of the newest frame, pixels
        self.frames = 0  # seen by the callback
        self.looks = 0  # seen by the analyser
        self.closed = False
        self.refused = False  # the newest frame found every seat taken
        self._open_eyes, self._seats, self._clock, self._period = open_eyes, seats, clock, period
        self._analyser: Analyser | None = None
        self._last = self._heard = clock()  # the newest frame, and the newest word from the page
        self._has_seat = False  # from Start, or the first frame, until the models of the last analyser are free again
        self._wants_seat = False
        self._running = 0  # analysers that have not ended yet, stopped ones among them
        self._pace = Pace()
        self._newest: Newest | None = None  # None once the stream has ended
        self._lock = threading.Lock()
        self._report = LogOnce(logging.getLogger(__name__))

    @property
    def seated(self) -> bool:
        """Whether this page holds a seat."""
        return self._wants_seat and self._has_seat

    @property
    def busy(self) -> bool:
        """Whether the machine is too busy to look at this sitter 5 times a second."""
        return self._analyser is not None and self._pace.slow(self._clock())

    @property
    def gone(self) -> bool:
        """Whether the page has sent neither a frame nor a word for 8 s; one that only waits still sends its word."""
        return self._clock() - max(self._last, self._heard) > SILENCE

    def hear(self) -> None:
        """The page has sent a word."""
        self._heard = self._clock()

    def sit(self) -> bool:
        """Whether there is a seat, which is then held: for a camera that is being started or already plays."""
        with self._lock:
            if not self.seated:
                self._last = self._clock()
                self._take_seat()
            return self.seated

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame to send back, painted, in yuv420p and with the same time; as it came when anything fails.

        Without a seat too it is as it came: no work is done for a picture that the page no longer shows.
        """
        try:
            if self.busy:
                time.sleep(min(1.0 / THINNED, max(0.0, self._last + 1.0 / THINNED - self._clock())))
            self.size, self._last = (frame.width, frame.height), self._clock()
            self.frames += 1
            if not self._served():
                return frame
            pixels = to_pixels(frame)
            view = self.view
            self._newest = newest = shown(pixels, view)
            self._offer(pixels)
            answer = to_frame(self._painted(pixels, view, newest.viewfinder))
            answer.pts, answer.time_base = frame.pts, frame.time_base
        except Exception as error:  # noqa: BLE001 - an exception here ends the picture for good, silently
            self._report(error)
            return frame
        return answer

    def rest(self) -> None:
        """The stream has ended: free analyser, models and seat. The next frame starts again."""
        with self._lock:
            if self._analyser is not None:
                self._analyser.stop()
            self._analyser, self._wants_seat = None, False
            self._leave_seat()
            self._pace = Pace()
            self.size = None
            self._newest = None
            self._show(WAITING)

    def shot(self) -> Shot | Absent:
        """The newest frame as the camera gave it, unmirrored and without marks; Absent while none comes.

        Its viewfinder is the one that was shown with it, unless another use was chosen at that very moment.
        """
        newest = self._newest
        return NO_PICTURE if newest is None else newest.shot(self.settings.preset)

    def judged_shot(self) -> tuple[Shot, Judgements] | Absent:
        """The frame that the newest look was at, and what was read in that same frame; Absent while none was."""
        judged = self.view.judged
        if judged is None:
            return NO_PICTURE
        shot = taken(judged.pixels, judged.viewfinder, judged.preset)
        return shot, judge(judged.readings, judged.preset)

    def look_into_lens(self) -> None:
        """Begin to take the sitter's own baseline; 2 s later `view.rest.outcome` is it, or says why not.

        Meanwhile `view.rest.under_way` holds and `view.rest.progress` grows from 0 to 1. A baseline is kept while the
        page is open and the sitter is never away for 5 s; asking again replaces it. Without a picture nothing happens.
        """
        with self._lock:
            if self._analyser is not None:
                self._analyser.look_into_lens()

    def focal_at(self, distance: float) -> float | Absent:
        """The lens's focal length in picture heights, for `Settings.focal`, from a sitter so many cm before it now."""
        view = self.view
        face, judged = view.face, view.judged
        if isinstance(face, Absent) or judged is None:
            return face if isinstance(face, Absent) else WAITING
        return focal_of(distance, face) * judged.viewfinder.height / float(judged.pixels.shape[0])

    def rest_if_silent(self) -> bool:
        """Rest when no frame has come for 8 s; whether it did."""
        silent = (self.size is not None or self.seated) and self._clock() - self._last > SILENCE
        if silent:
            self.rest()
        return silent

    def close(self) -> None:
        """The page has gone: rest, for good."""
        self.closed = True
        self.rest()

    def _served(self) -> bool:
        """Whether frames are worth the work; with the first one the guidance begins, if there is a seat."""
        with self._lock:
            if self._analyser is None and not self.closed:
                self._begin()
            return not self.refused

    def _offer(self, pixels: Image) -> None:
        with self._lock:
            if self._analyser is not None:
                self._analyser.offer(pixels, self._clock())

    def _take_seat(self) -> None:
        # A page that starts again before its last analyser has ended still has its seat.
        self._has_seat = self._has_seat or self._seats.take()
        self._wants_seat = self._has_seat
        self.refused = not self._has_seat
        if self.refused:
            self._show(FULL)

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
            self._newest = None
            return

        def tell(view: View) -> None:
            with self._lock:
                if self._analyser is analyser:  # a stopped one may still finish a look
                    self.view = view
                    self.looks += 1
                    self._pace.looked(self._clock())

        analyser = Analyser(
            self._open_eyes, lambda: self.settings, tell, self._ended, self._period, self.view.rest
        )
        self._analyser = analyser
        self._running += 1
        self._show(OPENING)
        analyser.start()

    def _show(self, why: Absent) -> None:
        """No guidance just now; what the sitter has told by looking into the lens is kept."""
        self.view = View(why, rest=self.view.rest)

    def _painted(self, pixels: Image, view: View, window: Viewfinder) -> Image:
        if view.marks is None:
            return np.ascontiguousarray(pixels[:, ::-1]) if self.settings.viewer.mirrored else pixels
        return paint(pixels, window, view.marks)

"""The thread that looks: always at the newest picture, ten times a second, whatever goes wrong."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from math import inf

from framing import parts
from framing.at_rest import STRANGER, AtRest, begin, follow_rest
from framing.errors import FramingError
from framing.guide import Memory, follow
from framing.overlay.drawings import NONE, drawings
from framing.overlay.marks import marks
from framing.pan import Pan, aim, pursue
from framing.perceive import Eyes
from framing.say import Told, say
from framing.say.told import Group
from framing.session.log_once import LogOnce
from framing.session.look import Judged, Look
from framing.session.mailbox import Mailbox
from framing.session.outlines import Outline, outlines
from framing.session.remember import remembered
from framing.session.sent import Sent
from framing.session.settings import Settings
from framing.session.turns import TURNS, Turns
from framing.types import Absent, Guidance, Image, Scene, Severity, State, Viewfinder

# Seconds from look to look, at least; two cores also have to run the browser. A little less than the tenth of a second
# after which a page sends its next picture: none waits for the look before it to be long enough ago.
PERIOD = 0.09
BESIDE_BEAT = 0.35  # seconds between two versions of what stands beside the picture: nobody reads digits any faster
AFTER_FAILURE = 1.0  # seconds: failing eyes are opened again, and models take a quarter of a second to load


class Analyser:
    """Looks at the newest picture offered and hands each Look on; ends, with its eyes, after `stop`."""

    def __init__(
        self,
        open_eyes: Callable[[], Eyes],
        settings: Callable[[], Settings],
        tell: Callable[[Look], None],
        ended: Callable[[], None],
        period: float = PERIOD,
        rest: AtRest = STRANGER,
        turns: Turns = TURNS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._turns, self._clock = turns, clock
        self._open_eyes, self._settings, self._period = open_eyes, settings, period
        self._tell, self._ended = tell, ended
        self._mailbox: Mailbox[Sent] = Mailbox()
        self._thread = threading.Thread(target=self._run, name="framing analyser", daemon=True)
        self._report = LogOnce(logging.getLogger(__name__))
        self._memory, self._pan, self._used = Memory(), Pan(), settings()
        self._into_lens, self._asked = rest, False
        self._newest = -inf  # the moment of the newest picture
        self._beside, self._renewed = NONE, -inf  # the newest small drawings, and when they were drawn
        self._cards: tuple[Group, ...] | None = None  # of the checklist, worded on the same beat
        self._stood: tuple[tuple[State, Severity], ...] = ()  # how each reading stood when they were worded
        self._outlines: tuple[Outline, ...] = ()

    def start(self) -> None:
        """Begin to look; the eyes are opened in the thread, so that loading models blocks nobody."""
        self._thread.start()

    def offer(self, sent: Sent) -> None:
        """Hand over a picture; never waits, and an older one not looked at is forgotten.

        One that is no newer than the last one is no new picture, and is not looked at.
        """
        if sent.moment <= self._newest:
            return
        self._newest = sent.moment
        self._mailbox.put(sent)

    def look_into_lens(self) -> None:
        """Begin a look into the lens with the next frame; one under way starts again."""
        self._asked = True

    def stop(self) -> None:
        """Ask it to end; returns at once, for carriers call this on the event loop that serves every page."""
        self._mailbox.close()

    def join(self, seconds: float) -> bool:
        """Whether it has ended within that many seconds."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        eyes: Eyes | None = None
        due = time.monotonic()
        try:
            while self._mailbox.wait():
                try:
                    eyes = eyes or self._open_eyes()
                    with self._turns.turn():
                        sent = self._mailbox.take()  # what was newest before the turn came is old by now
                        if sent is None:
                            break
                        look = self._look(eyes, sent)
                    self._tell(look)
                    # Looks differ, for body and mask come on slower beats: a short one makes up for a long one before
                    # it, but never for more than one period.
                    due = max(due, time.monotonic() - self._period) + self._period
                except Exception as error:  # noqa: BLE001 - one bad frame, or bad eyes, must not end the guide
                    self._report(error)
                    self._tell(Look(self._clock(), Absent(_in_words(error)), rest=self._into_lens))
                    self._close(eyes)
                    eyes, due = None, time.monotonic() + AFTER_FAILURE
                if self._mailbox.closes_within(due - time.monotonic()):
                    break
        finally:
            self._close(eyes)
            self._ended()

    def _look(self, eyes: Eyes, sent: Sent) -> Look:
        settings, pixels, moment = self._settings(), sent.pixels, sent.moment
        if settings != self._used:
            self._memory, self._used = remembered(self._memory, self._used, settings, moment), settings
            self._beside, self._cards = NONE, None
        aimed = aim(self._pan, pixels, settings.preset, moment)
        frame = replace(aimed, scale=sent.scale, close_up=sent.close_up)
        self._pan, scene = pursue(self._pan, frame, eyes.see(frame), settings.preset)
        view = scene.viewfinder or frame.viewfinder
        scene = self._known(replace(scene, viewfinder=view), view, pixels)
        self._memory, guidance = follow(self._memory, scene, settings.preset, settings.weights)
        due = not 0.0 <= scene.time - self._renewed < BESIDE_BEAT
        told = self._tell_beside(guidance, settings, due=due)
        drawn = marks(scene, guidance, told, settings.viewer, settings.landmarks, captions=False)
        if due or self._beside is NONE:
            self._draw_beside(scene, guidance, sent, settings)
        judged = Judged(pixels, view, sent.scale)
        return Look(
            moment, guidance, told, drawn, self._beside, self._into_lens, parts.face(scene), judged, scene,
            self._outlines, number=sent.number,
        )  # fmt: skip

    def _tell_beside(self, guidance: Guidance, settings: Settings, *, due: bool) -> Told:
        """What is told; its checklist on a beat, and at once where a reading stands otherwise than its row says."""
        stand = tuple((judgement.state, judgement.severity) for judgement in guidance.judgements)
        known = None if due or stand != self._stood else self._cards
        told = say(guidance, settings.viewer, settings.language, known, settings.wording)
        self._cards, self._stood = told.groups, stand
        return told

    def _draw_beside(self, scene: Scene, guidance: Guidance, sent: Sent, settings: Settings) -> None:
        """Small drawings and outlines."""
        self._renewed = scene.time
        self._beside = drawings(scene, guidance, settings.viewer)
        whole = Viewfinder.whole(sent.pixels)
        self._outlines = outlines(scene, whole, sent.scale, settings.preset, settings.others)

    def _known(self, scene: Scene, view: Viewfinder, pixels: Image) -> Scene:
        """The scene with what is known of its sitter and its camera."""
        if self._asked:
            self._asked, self._into_lens = False, begin(self._into_lens, scene.time)
        self._into_lens = follow_rest(self._into_lens, scene)
        focal = self._used.focal
        focal = focal if isinstance(focal, Absent) else view.from_picture_heights(focal, pixels)
        return replace(scene, baseline=self._into_lens.baseline, focal=focal)

    def _close(self, eyes: Eyes | None) -> None:
        try:
            if eyes is not None:
                eyes.close()
        except Exception as error:  # noqa: BLE001 - eyes that failed may well fail to close
            self._report(error)


def _in_words(error: Exception) -> str:
    return str(error) if isinstance(error, FramingError) else "The guide lost sight of the picture and is trying again"

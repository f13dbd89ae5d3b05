"""The chain against the three bare MediaPipe tasks, alternately in one run, so that a busy machine slows both alike."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from framing import presets
from framing.advise import advise
from framing.guide import Memory, follow
from framing.judge import judge, read
from framing.lab.bench.clock import Clock
from framing.lab.rigs.fake_camera import sitting
from framing.overlay.marks import marks
from framing.overlay.paint import paint
from framing.pan import Pan, aim, pursue
from framing.perceive import beats
from framing.perceive.live_eyes import LiveEyes
from framing.perceive.tasks import Tasks
from framing.say import say
from framing.types import Frame, Image, Scene, Viewer, Viewfinder
from framing.verdict import verdict

PASSES = 60
_WARM = 5  # first calls allocate, and are not what a stream costs
_RATE = 0.1  # seconds between analysed frames of a stream
_APART = 1.0  # seconds that make every beat due

WANTED = presets.find("headshot")


def film(photograph: Image, frames: int) -> list[Image]:
    """That many 1280x720 pictures of somebody who sways a little."""
    still = sitting(photograph)
    return [_shifted(still, round(12 * _sway(i))) for i in range(frames)]


def _sway(frame: int) -> float:
    return abs((frame % 40) / 20 - 1) * 2 - 1


def _shifted(picture: Image, by: int) -> Image:
    shifted = picture.copy()
    if by > 0:
        shifted[:, by:] = picture[:, :-by]
    elif by < 0:
        shifted[:, :by] = picture[:, -by:]
    return shifted


def passes(clock: Clock, pictures: Sequence[Image]) -> None:
    """Time one pass with every beat due beside the three bare tasks, then a stream at 10 Hz beside the same beats."""
    view = Viewfinder.centred(pictures[0].shape[1], pictures[0].shape[0], WANTED.aspect)
    with closing(Tasks(live=True)) as bare, closing(LiveEyes()) as eyes:
        memory, now = Memory(), 0.0
        for i, picture in enumerate((*pictures[:_WARM], *pictures)):
            now += _APART
            timed = clock if i >= _WARM else Clock()
            _bare(timed, "bare", bare, picture, now, body=True, mask=True)
            frame = Frame(picture, view, now)
            with timed.step("chain"):
                scene = eyes.see(frame)
                memory, guidance = follow(memory, scene, WANTED)
                drawn = marks(scene, guidance, say(guidance, Viewer.FRONT), Viewer.FRONT)
            _each(timed, scene)
            with timed.step("paint"):
                paint(picture, view, drawn)
    with closing(Tasks(live=True)) as bare, closing(LiveEyes()) as eyes:
        _stream(clock, pictures, bare, eyes)


def _stream(clock: Clock, pictures: Sequence[Image], bare: Tasks, eyes: LiveEyes) -> None:
    memory, pan, last_body, last_mask = Memory(), Pan(), -_APART, -_APART
    for i, picture in enumerate((*pictures[:_WARM], *pictures)):
        now = i * _RATE
        timed = clock if i >= _WARM else Clock()
        body, mask = now - last_body >= beats.BODY, now - last_mask >= beats.MASK
        last_body, last_mask = now if body else last_body, now if mask else last_mask
        _bare(timed, "bare stream", bare, picture, now, body=body, mask=mask)
        with timed.step("stream"):
            frame = aim(pan, picture, WANTED, now)
            pan, scene = pursue(pan, frame, eyes.see(frame), WANTED)
            memory, guidance = follow(memory, scene, WANTED)
            marks(scene, guidance, say(guidance, Viewer.FRONT), Viewer.FRONT)


def _bare(clock: Clock, name: str, tasks: Tasks, picture: Image, now: float, *, body: bool, mask: bool) -> None:
    with clock.step(name):
        with clock.step("face task"):
            tasks.faces(picture, now)
        if body:
            with clock.step("body task"):
                tasks.body(picture, now)
        if mask:
            with clock.step("mask task"):
                tasks.mask(picture, now)


def _each(clock: Clock, scene: Scene) -> None:
    with clock.step("read"):
        readings = read(scene)
    with clock.step("judge"):
        judgements = judge(readings, WANTED)
    with clock.step("verdict"):
        verdict(readings)
    with clock.step("advise"):
        advise(judgements)

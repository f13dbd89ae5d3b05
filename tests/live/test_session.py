import fractions
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from av import VideoFrame

from framing.crop import reframed
from framing.errors import ModelError
from framing.guide import guide as from_scene
from framing.live.analyser import WAITING
from framing.live.convert import to_pixels
from framing.live.seats import Seats
from framing.live.session import FULL, SILENCE, Session
from framing.live.settings import Settings
from framing.overlay.marks import Landmarks
from framing.perceive.fixed import FixedEyes, empty_room, sitter
from framing.presets import find
from framing.shot import Shot
from framing.types import (
    EVERYBODY,
    Absent,
    Baseline,
    Cue,
    Face,
    Frame,
    Guidance,
    Image,
    Scene,
    State,
    Viewer,
    Viewfinder,
)

PATIENCE = 20.0


class Eyes(FixedEyes):
    """Eyes that remember what they were shown, and say when they have looked."""

    def __init__(self, scene: Scene | None = None, before: Callable[[Frame], None] = lambda _: None) -> None:
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

    def send(self, width: int = 64, height: int = 36, level: int = 120) -> VideoFrame:
        return self.session.on_frame(frame(width, height, level))

    def send_until(self, condition: Callable[[], bool]) -> None:
        """Frames keep coming, as they do from a camera, until the condition holds."""
        wait_for(lambda: self.send() is not None and condition())


def frame(width: int = 64, height: int = 36, level: int = 120) -> VideoFrame:
    return as_sent(np.full((height, width, 3), level, np.uint8))


def as_sent(picture: Image) -> VideoFrame:
    made = VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
    made.pts, made.time_base = 4711, fractions.Fraction(1, 90000)
    return made


def wait_for(condition: Callable[[], bool]) -> None:
    pause, tries = threading.Event(), int(PATIENCE / 0.005)
    assert any(condition() or pause.wait(0.005) for _ in range(tries)), "it never happened"


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.session.close()
    wait_for(lambda: stage.seats.left == stage.seats.limit)


def guided(stage: Stage) -> bool:
    return isinstance(stage.session.view.guidance, Guidance)


def test_the_frame_comes_back_in_the_encoders_format_with_its_own_time(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    answer = stage.send()
    assert (answer.format.name, answer.width, answer.height) == ("yuv420p", 64, 36)
    assert (answer.pts, answer.time_base) == (4711, fractions.Fraction(1, 90000))


def test_what_the_eyes_see_becomes_guidance_for_the_chosen_use(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.view.guidance
    assert isinstance(guidance, Guidance)
    assert guidance.preset == find("headshot")
    assert guidance.verdict.reads_as in ("headshot", "portrait")


def test_an_empty_room_is_told_apart(stage: Stage) -> None:
    stage.make = lambda: Eyes(empty_room())
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.view.guidance
    assert isinstance(guidance, Guidance)
    assert guidance.verdict.reads_as == "neither"
    assert guidance.cues


def test_the_eyes_get_the_part_of_the_picture_that_the_use_keeps(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    view = stage.eyes[0].shown[-1].viewfinder
    assert view.height == 36
    assert view.aspect == pytest.approx(0.8, abs=0.03)
    assert stage.eyes[0].shown[-1].pixels.shape == (36, 64, 3)


def test_a_mirror_is_shown_before_the_first_look_is_over(stage: Stage) -> None:
    picture = np.zeros((36, 64, 3), np.uint8)
    picture[:, :32] = 255
    half = as_sent(picture)
    looked = threading.Event()
    stage.make = lambda: Eyes(before=lambda _: looked.wait(PATIENCE) and None)
    mirrored = stage.session.on_frame(half).to_ndarray(format="rgb24")
    stage.session.settings = Settings(find("headshot"), Viewer.OTHER)
    straight = stage.session.on_frame(half).to_ndarray(format="rgb24")
    looked.set()
    assert mirrored[18, 60, 0] > 200 > 50 > mirrored[18, 4, 0]
    assert straight[18, 4, 0] > 200 > 50 > straight[18, 60, 0]


def test_slow_eyes_hold_up_no_frame_and_always_get_the_newest(stage: Stage) -> None:
    looking, go_on = threading.Event(), threading.Event()

    def wait(_: Frame) -> None:
        looking.set()
        go_on.wait(PATIENCE)

    stage.make = lambda: Eyes(before=wait)
    stage.send(level=1)
    assert looking.wait(PATIENCE)
    for level in range(20, 220):  # two hundred frames pass while the eyes are at the first
        stage.send(level=level)
    assert len(stage.eyes[0].shown) == 1
    go_on.set()
    wait_for(lambda: len(stage.eyes[0].shown) >= 2)
    assert stage.eyes[0].shown[1].pixels.mean() == pytest.approx(219, abs=3)
    wait_for(lambda: stage.session.looks == 2)
    assert len(stage.eyes[0].shown) == 2


def test_failing_eyes_are_said_so_logged_once_and_opened_anew(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Frame) -> None:
        raise RuntimeError("the graph has stopped")

    monkeypatch.setattr("framing.live.analyser.AFTER_FAILURE", 0.0)
    stage.make = lambda: Eyes(before=fail)
    stage.send_until(lambda: len(stage.eyes) >= 4)
    why = stage.session.view.guidance
    assert isinstance(why, Absent)
    assert "trying again" in why.why
    assert "graph" not in why.why
    assert stage.session.view.marks is None
    assert sum(record.name == "framing.live.analyser" for record in caplog.records) == 1
    stage.make = Eyes
    stage.send_until(lambda: guided(stage))
    assert all(eyes.closed for eyes in stage.eyes[:-1])


def test_a_missing_model_is_said_in_its_own_sentence(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    def missing() -> Eyes:
        raise ModelError("face_landmarker.task", "nothing", "run make setup")

    caplog.set_level(logging.CRITICAL)
    stage.make = missing
    stage.send_until(lambda: "face_landmarker.task" in getattr(stage.session.view.guidance, "why", ""))


def test_a_frame_that_cannot_be_painted_comes_back_as_it_was(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no paint")

    stage.send_until(lambda: guided(stage))
    monkeypatch.setattr("framing.live.session.paint", fail)
    came = frame()
    assert stage.session.on_frame(came) is came
    for _ in range(30):
        stage.send()
    assert sum(record.name == "framing.live.session" for record in caplog.records) == 1


@pytest.mark.parametrize("size", [(16, 16), (2, 2), (17, 33), (1280, 720), (36, 64)])
def test_any_size_comes_back_as_it_came(stage: Stage, size: tuple[int, int]) -> None:
    stage.send_until(lambda: guided(stage))
    answer = stage.send(*size)
    assert (answer.width, answer.height) == size
    assert stage.session.size == size


def test_the_size_may_change_in_the_middle_of_a_stream(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    looks = stage.session.looks
    wait_for(lambda: stage.send(160, 90) is not None and stage.session.looks >= looks + 3)
    assert stage.eyes[0].shown[-1].viewfinder.height == 90
    assert guided(stage)


def test_a_new_choice_takes_effect_while_the_picture_runs(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.settings = Settings(find("linkedin"), Viewer.OTHER, Landmarks.OFF)
    stage.send_until(lambda: getattr(stage.session.view.guidance, "preset", None) == find("linkedin"))
    marks = stage.session.view.marks
    assert marks is not None
    assert not marks.mirrored
    assert len(stage.eyes) == 1


def test_a_cue_for_the_use_of_before_is_not_held_on_to() -> None:
    scene = sitter(roll=14.0)
    session = Session(lambda: Eyes(scene), Seats(1), Settings(find("headshot")), clock=lambda: 5.0, period=0.0)
    before, after = (_first_cue_for(session, use) for use in ("headshot", "full_length"))
    session.close()
    assert before == from_scene(scene, find("headshot"), Viewer.FRONT).cues[0]
    assert after == from_scene(scene, find("full_length"), Viewer.FRONT).cues[0]
    assert before.measure != after.measure


def _first_cue_for(session: Session, use: str) -> Cue:
    session.settings = Settings(find(use))
    told: list[Guidance] = []

    def judged() -> bool:
        session.on_frame(frame())
        guidance = session.view.guidance
        if isinstance(guidance, Guidance) and guidance.preset == find(use):
            told.append(guidance)
        return bool(told)

    wait_for(judged)
    return told[0].cues[0]


def test_the_clock_of_the_guidance_is_the_moment_the_frame_came() -> None:
    moments = iter(range(100, 10_000))
    session = Session(Eyes, Seats(1), Settings(), clock=lambda: float(next(moments)), period=0.0)
    session.on_frame(frame())
    wait_for(lambda: isinstance(session.view.guidance, Guidance))
    session.close()
    assert isinstance(session.view.guidance, Absent)


def test_the_end_of_the_stream_frees_eyes_thread_and_seat_and_the_next_begins_anew(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    assert stage.seats.left == 0
    stage.session.rest()
    assert stage.session.view.guidance is WAITING
    assert not stage.session.seated
    wait_for(lambda: stage.seats.left == 1)
    assert stage.eyes[0].closed
    stage.send_until(lambda: guided(stage))
    assert len(stage.eyes) == 2


def test_a_closed_page_is_never_guided_again(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.close()
    wait_for(lambda: stage.seats.left == 1)
    assert stage.send().format.name == "yuv420p"
    assert not stage.session.seated
    assert threading.active_count() == len([t for t in threading.enumerate() if t.name != "framing analyser"])


def test_whoever_finds_every_seat_taken_sees_the_picture_but_is_not_guided(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    late = Session(Eyes, stage.seats, Settings())
    assert late.on_frame(frame()).format.name == "yuv420p"
    assert late.refused
    assert late.view.guidance is FULL
    stage.session.rest()
    wait_for(lambda: late.on_frame(frame()) is not None and late.seated)
    assert not late.refused
    late.close()
    wait_for(lambda: stage.seats.left == 1)


def test_an_early_look_that_ends_after_the_stream_changes_nothing(stage: Stage) -> None:
    looking, go_on = threading.Event(), threading.Event()

    def wait(_: Frame) -> None:
        looking.set()
        go_on.wait(PATIENCE)

    stage.make = lambda: Eyes(before=wait)
    stage.send()
    assert looking.wait(PATIENCE)
    stage.session.rest()
    go_on.set()
    wait_for(lambda: stage.seats.left == 1)
    assert stage.session.view.guidance is WAITING
    assert stage.session.looks == 0


def test_a_wrong_face_height_is_judged_by_the_use(stage: Stage) -> None:
    stage.make = lambda: Eyes(sitter(face_height=0.1))
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.view.guidance
    assert isinstance(guidance, Guidance)
    states = {j.measure.name: j.state for j in guidance.judgements}
    assert states["face_height"] is State.LOW


def test_a_seat_is_taken_at_start_before_the_first_frame_and_given_back_when_none_comes() -> None:
    now, seats = [0.0], Seats(1)
    session = Session(Eyes, seats, Settings(), clock=lambda: now[0], period=0.0)
    late = Session(Eyes, seats, Settings(), clock=lambda: now[0], period=0.0)
    assert session.sit()
    assert session.sit()
    assert seats.left == 0
    assert not late.sit()
    assert late.refused
    assert late.view.guidance is FULL
    now[0] = SILENCE + 0.1
    assert session.rest_if_silent()
    assert seats.left == 1
    assert late.sit()
    late.rest()
    assert seats.left == 1


def test_the_seat_taken_at_start_is_the_one_that_the_first_frame_sits_on(stage: Stage) -> None:
    assert stage.session.sit()
    stage.send_until(lambda: guided(stage))
    assert stage.seats.left == 0
    stage.session.rest()
    wait_for(lambda: stage.seats.left == 1)


def test_a_page_that_begins_anew_before_its_last_look_has_ended_keeps_its_seat(stage: Stage) -> None:
    looking, go_on = threading.Event(), threading.Event()

    def wait(_: Frame) -> None:
        looking.set()
        go_on.wait(PATIENCE)

    stage.make = lambda: Eyes(before=wait)
    stage.send()
    assert looking.wait(PATIENCE)
    stage.session.rest()
    assert stage.seats.left == 0, "its models are not free yet"
    stage.send()
    assert stage.session.seated
    go_on.set()
    stage.send_until(lambda: guided(stage))
    assert stage.seats.left == 0
    stage.session.rest()
    wait_for(lambda: stage.seats.left == 1)


def test_a_frame_of_a_page_without_a_seat_comes_back_as_it_is_and_costs_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(_: VideoFrame) -> Image:
        raise AssertionError("a frame that nobody sees was converted")

    assert stage.session.sit()
    late = Session(Eyes, stage.seats, Settings())
    monkeypatch.setattr("framing.live.session.to_pixels", convert)
    came = frame()
    assert late.on_frame(came) is came
    assert isinstance(late.shot(), Absent)
    assert late.size == (64, 36)


def test_seats_are_held_while_many_ask_at_once() -> None:
    seats = Seats(4)
    sessions = [Session(Eyes, seats, Settings(), period=0.0) for _ in range(12)]

    def send(session: Session) -> None:
        for _ in range(20):
            session.on_frame(frame())

    threads = [threading.Thread(target=send, args=[session]) for session in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(session.seated for session in sessions) == 4
    assert sum(session.refused for session in sessions) == 8
    for session in sessions:
        session.close()
    wait_for(lambda: seats.left == 4)


def test_a_sitter_who_is_looked_at_too_seldom_has_a_busy_machine_and_one_looked_at_often_has_not() -> None:
    now = [0.0]

    def busy_after(step: float) -> bool:
        session = Session(Eyes, Seats(1), Settings(find("headshot")), clock=lambda: now[0], period=0.0)
        for _ in range(40):
            looks = session.looks
            wait_for(lambda looks=looks: session.on_frame(frame()) is not None and session.looks > looks)  # type: ignore[misc]
            now[0] += step
        busy = session.busy
        session.close()
        assert not session.busy
        return busy

    assert busy_after(0.3)
    assert not busy_after(0.1)


def test_a_frame_that_was_in_flight_when_the_stream_ended_does_not_keep_the_seat_for_good() -> None:
    now, seats = [0.0], Seats(1)
    session = Session(Eyes, seats, Settings(find("headshot")), clock=lambda: now[0], period=0.0)
    session.on_frame(frame())
    session.rest()
    wait_for(lambda: seats.left == 1)
    session.on_frame(frame())
    session.rest_if_silent()
    assert session.seated
    now[0] = SILENCE + 0.1
    session.rest_if_silent()
    assert not session.seated
    assert session.size is None
    wait_for(lambda: seats.left == 1)


def test_a_shot_is_the_newest_frame_as_it_came_unmirrored_and_bare_whoever_looks() -> None:
    stage = Stage()
    for viewer in Viewer:
        stage.session.settings = Settings(find("linkedin"), viewer, Landmarks.FULL)
        stage.send_until(lambda: stage.session.view.marks is not None)
        halves = np.hstack([np.full((36, 32, 3), 40, np.uint8), np.full((36, 32, 3), 200, np.uint8)])
        sent = as_sent(halves)
        stage.session.on_frame(sent)
        shot = stage.session.shot()
        assert isinstance(shot, Shot)
        assert np.array_equal(shot.pixels, to_pixels(as_sent(halves)))
        assert shot.preset is find("linkedin")
        assert (shot.viewfinder.width, shot.viewfinder.height) == (36, 36)
    stage.session.close()


class Aside(Eyes):
    """Eyes that see somebody sit to one side, as far as the picture has room, and say where they looked."""

    def see(self, frame: Frame) -> Scene:
        time, picture = super().see(frame).time, Viewfinder(0, 0, 64, 36)
        aside = sitter(x=1.25, aspect=picture.aspect, time=time)
        return replace(reframed(aside, picture, frame.viewfinder), picture=picture)


@pytest.mark.parametrize("viewer", Viewer)
def test_what_is_cut_is_what_the_viewfinder_showed(stage: Stage, viewer: Viewer) -> None:
    stage.make = Aside
    stage.session.settings = Settings(find("headshot"), viewer, Landmarks.OFF, captions=False)
    stage.send_until(lambda: guided(stage))
    bright = to_pixels(stage.send(level=200))[18, :, 1] > 150
    guidance, shot, judged = stage.session.view.guidance, stage.session.shot(), stage.session.judged_shot()
    assert isinstance(guidance, Guidance)
    assert isinstance(shot, Shot)
    assert not isinstance(judged, Absent)
    window = shot.viewfinder
    assert window == guidance.viewfinder == judged[0].viewfinder
    assert window.left > Viewfinder.centred(64, 36, 0.8).left
    shown = np.flatnonzero(bright[::-1] if viewer.mirrored else bright)
    assert abs(shown[0] - window.left) <= 2
    assert abs(shown[-1] + 1 - window.left - window.width) <= 2


class Blinking(Eyes):
    """Eyes that see a sitter blink in every dark frame."""

    def see(self, frame: Frame) -> Scene:
        scene = super().see(frame)
        return replace(scene, faces=tuple(map(shut, scene.faces))) if frame.pixels.mean() < 60 else scene


def shut(face: Face) -> Face:
    points = face.points.copy()
    points[[160, 159, 158, 385, 386, 387]] = points[[144, 145, 153, 380, 374, 373]]
    return replace(face, points=points)


def test_a_judged_shot_is_the_very_frame_that_was_looked_at_with_what_was_read_in_it_alone(stage: Stage) -> None:
    stage.make = Blinking
    seen: set[tuple[bool, bool]] = set()

    def looked() -> bool:
        found = stage.session.judged_shot()
        if not isinstance(found, Absent):
            shot, judgements = found
            assert shot.preset is find("headshot")
            eyes = next(j.state for j in judgements if j.measure.name == "eyes_open")
            seen.add((bool(shot.pixels.mean() < 60), eyes is State.LOW))
        return len(seen) >= 2

    wait_for(lambda: bool(stage.send(level=30 if stage.session.frames % 5 == 0 else 120)) and looked())
    assert seen == {(True, True), (False, False)}


def test_without_a_stream_there_is_no_shot_and_no_frame_is_kept() -> None:
    stage = Stage()
    assert isinstance(stage.session.shot(), Absent)
    stage.send()
    stage.session.rest()
    assert isinstance(stage.session.shot(), Absent)
    assert isinstance(stage.session.judged_shot(), Absent)
    assert not any(isinstance(value, np.ndarray) for value in vars(stage.session).values())


def test_looking_into_the_lens_takes_a_baseline_that_outlasts_a_change_of_use_and_a_stop(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    assert stage.session.view.look.baseline is EVERYBODY
    stage.session.look_into_lens()
    stage.send_until(lambda: stage.session.view.look.under_way)
    stage.send_until(lambda: isinstance(stage.session.view.look.outcome, Baseline))
    own = stage.session.view.look.baseline
    assert own is not EVERYBODY
    stage.session.settings = Settings(find("portrait"))
    stage.send_until(lambda: guided(stage))
    stage.session.rest()
    assert stage.session.view.look.baseline == own
    stage.send_until(lambda: guided(stage))
    assert stage.session.view.look.baseline == own


def test_without_a_picture_there_is_nothing_to_look_at(stage: Stage) -> None:
    stage.session.look_into_lens()
    assert not stage.session.view.look.under_way
    assert isinstance(stage.session.focal_at(70.0), Absent)


def test_a_distance_told_once_is_read_back_and_holds_for_whatever_part_of_the_picture_a_use_keeps(stage: Stage) -> None:
    def reads(use: str, distance: float) -> None:
        stage.session.settings = Settings(find(use), focal=focal)
        wait_for(lambda: bool(stage.send(36, 64)) and distance_read(stage, use) == pytest.approx(distance))

    focal: float | Absent = Absent("not yet")
    stage.session.settings = Settings(find("headshot"))
    wait_for(lambda: bool(stage.send(36, 64)) and guided(stage))
    focal = stage.session.focal_at(70.0)
    reads("headshot", 70.0)
    # The same face in viewfinder heights is larger where the viewfinder is: 54 lines of 64 against 45.
    reads("full_length", 70.0 * 45 / 54)


def distance_read(stage: Stage, use: str) -> float | None:
    guidance = stage.session.view.guidance
    if not isinstance(guidance, Guidance) or guidance.preset != find(use):
        return None
    value = next(j.value for j in guidance.judgements if j.measure.name == "camera_distance")
    return None if isinstance(value, Absent) else value

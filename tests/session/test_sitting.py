"""Seats, and the ends of streams: who is guided, and what is free again afterwards."""

import threading

from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.session.look import WAITING
from framing.session.seats import Seats
from framing.session.session import FULL, SILENCE, Session
from framing.session.settings import Settings
from framing.types import (
    Absent,
    Guidance,
    State,
)
from tests.session.stage import Eyes, Stage, guided, send, wait_for


def test_the_end_of_the_stream_frees_eyes_thread_and_seat_and_the_next_begins_again(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    assert stage.seats.left == 0
    stage.session.rest()
    assert stage.session.look.guidance is WAITING
    assert not stage.session.seated
    wait_for(lambda: stage.seats.left == 1)
    assert stage.eyes[0].closed
    stage.send_until(lambda: guided(stage))
    assert len(stage.eyes) == 2


def test_a_closed_page_is_never_guided_again(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.close()
    wait_for(lambda: stage.seats.left == 1)
    assert stage.send() is not None
    assert not stage.session.seated
    assert threading.active_count() == len([t for t in threading.enumerate() if t.name != "framing analyser"])


def test_somebody_who_finds_every_seat_taken_sees_the_picture_but_is_not_guided(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    late = Session(Eyes, stage.seats, Settings())
    assert not send(late)
    assert late.refused
    assert late.look.guidance is FULL
    stage.session.rest()
    wait_for(lambda: send(late) and late.seated)
    assert not late.refused
    late.close()
    wait_for(lambda: stage.seats.left == 1)


def test_an_early_look_that_ends_after_the_stream_changes_nothing(stage: Stage) -> None:
    go_on = stage.begin_a_look()
    stage.session.rest()
    go_on.set()
    wait_for(lambda: stage.seats.left == 1)
    assert stage.session.look.guidance is WAITING
    assert stage.session.looks == 0


def test_a_wrong_face_height_is_judged_by_the_use(stage: Stage) -> None:
    stage.make = lambda: Eyes(sitter(face_height=0.1))
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.look.guidance
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
    assert late.look.guidance is FULL
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


def test_a_page_that_begins_again_before_its_last_look_has_ended_keeps_its_seat(stage: Stage) -> None:
    go_on = stage.begin_a_look()
    stage.session.rest()
    assert stage.seats.left == 0, "its models are not free yet"
    assert stage.session.room
    stage.send()
    assert stage.session.seated
    go_on.set()
    stage.send_until(lambda: guided(stage))
    assert stage.seats.left == 0
    stage.session.rest()
    wait_for(lambda: stage.seats.left == 1)


def test_a_picture_of_a_page_without_a_seat_is_not_kept_though_its_size_is_known(stage: Stage) -> None:
    assert stage.session.sit()
    late = Session(Eyes, stage.seats)
    assert not late.admits(64, 36)
    assert not send(late)
    assert isinstance(late.shot(), Absent)
    assert late.size == (64, 36)


def test_seats_are_held_while_many_ask_at_once() -> None:
    seats = Seats(4)
    sessions = [Session(Eyes, seats, Settings(), period=0.0) for _ in range(12)]

    def send_some(session: Session) -> None:
        for _ in range(20):
            send(session)

    threads = [threading.Thread(target=send_some, args=[session]) for session in sessions]
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
            wait_for(lambda looks=looks: send(session) and session.looks > looks)  # type: ignore[misc]
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
    send(session)
    session.rest()
    wait_for(lambda: seats.left == 1)
    send(session)
    session.rest_if_silent()
    assert session.seated
    now[0] = SILENCE + 0.1
    session.rest_if_silent()
    assert not session.seated
    assert session.size is None
    wait_for(lambda: seats.left == 1)

"""To whom a session tells its looks, when each was, and what is left of those before."""

import logging
import time

import pytest

from framing.guide import guide
from framing.measures import MEASURES
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.session.history import BACK, History
from framing.session.look import WAITING, Look
from framing.session.session import Session
from framing.session.settings import Settings
from framing.types import Absent, Guidance
from tests.session.stage import Eyes, Stage, flat, guided, send, wait_for


def test_a_session_is_made_in_one_line_and_guides() -> None:
    session = Session(Eyes)
    wait_for(lambda: (send(session), isinstance(session.look.guidance, Guidance))[1])
    session.close()


def test_the_moment_of_a_look_is_the_moment_its_picture_was_taken() -> None:
    session = Session(Eyes, clock=lambda: 9000.0, period=0.0)
    session.offer(flat(), 103.25)
    wait_for(lambda: session.looks == 1)
    look = session.look
    session.close()
    assert isinstance(look.guidance, Guidance)
    assert look.moment == look.guidance.time == 103.25


def test_a_picture_no_newer_than_the_last_takes_nothing_from_it(stage: Stage) -> None:
    go_on, later = stage.begin_a_look(level=30), time.monotonic() + 100.0
    for level, moment in ((90, later), (60, later), (120, later - 1.0)):
        stage.session.offer(flat(level=level), moment)
    go_on.set()
    wait_for(lambda: stage.session.looks == 2)
    assert [frame.pixels.mean() for frame in stage.eyes[0].shown] == [30, 90]


def test_all_who_subscribe_are_told_each_look_once_and_in_order(stage: Stage) -> None:
    one, other = list[Look](), list[Look]()
    with stage.session.subscribed(one.append), stage.session.subscribed(other.append):
        stage.send_until(lambda: stage.session.looks >= 5)
        stage.session.rest()
    seen = [look.moment for look in one if isinstance(look.guidance, Guidance)]
    assert [look.moment for look in one] == [look.moment for look in other]
    assert len(seen) == stage.session.looks
    assert seen == sorted(set(seen))
    assert one[-1].guidance == WAITING


def test_who_no_longer_subscribes_is_told_nothing(stage: Stage) -> None:
    told = list[Look]()
    with stage.session.subscribed(told.append):
        stage.send_until(lambda: guided(stage))
    heard = len(told)
    stage.send_until(lambda: stage.session.looks >= heard + 3)
    assert len(told) == heard


def test_a_subscriber_that_fails_is_logged_once_and_harms_neither_the_guide_nor_the_others(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Look) -> None:
        raise RuntimeError("a broken subscriber")

    told = list[Look]()
    with caplog.at_level(logging.ERROR), stage.session.subscribed(fail), stage.session.subscribed(told.append):
        stage.send_until(lambda: stage.session.looks >= 3)
    assert len(told) >= 3
    assert sum(record.name == "framing.session.subscribers" for record in caplog.records) == 1


def test_a_subscriber_may_ask_the_session_what_it_is_told_of(stage: Stage) -> None:
    same = list[bool]()

    def compare(look: Look) -> None:
        same.append(stage.session.look.moment == look.moment and not stage.session.rest_if_silent())

    with stage.session.subscribed(compare):
        stage.send_until(lambda: stage.session.looks >= 2)
    assert all(same)


def looked(moment: float, *, empty: bool = False) -> Look:
    scene = empty_room() if empty else sitter(roll=14.0)
    return Look(moment, guide(scene, find("headshot")))


def test_the_history_says_what_was_read_asked_and_measured_in_ids_and_numbers() -> None:
    history = History()
    history.add(looked(1.0))
    history.add(looked(2.0, empty=True))
    history.add(Look(3.0))
    first, second = history
    guidance = looked(1.0).guidance
    assert isinstance(guidance, Guidance)
    assert (first.moment, first.reads_as, first.asked) == (
        1.0, guidance.verdict.reads_as, (guidance.cues[0].measure, guidance.cues[0].direction)
    )  # fmt: skip
    numbers = dict(zip(MEASURES, first.numbers, strict=True))
    assert {j.measure.name: None if isinstance(j.value, Absent) else j.value for j in guidance.judgements} == numbers
    assert second.reads_as == "neither"


def test_the_history_goes_back_three_minutes_and_no_farther_at_any_pace() -> None:
    history = History()
    for moment in range(0, 600, 10):
        history.add(looked(float(moment)))
    moments = [past.moment for past in history]
    assert moments[-1] == 590.0
    assert moments[-1] - moments[0] < BACK
    quick = looked(1000.0)
    for _ in range(5000):
        history.add(quick)
    assert len(history) < 5000


def test_a_closed_session_keeps_no_history(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    assert len(stage.session.history) > 0
    stage.session.close()
    assert len(stage.session.history) == 0


def test_what_is_chosen_reaches_the_next_look(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.settings = Settings(find("linkedin"))
    told = list[Look]()
    with stage.session.subscribed(told.append):
        stage.send_until(lambda: len(told) >= 3)
    assert isinstance(told[-1].guidance, Guidance)
    assert told[-1].guidance.preset == find("linkedin")

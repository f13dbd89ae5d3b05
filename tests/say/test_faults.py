"""What speaks against a picture that was taken."""

from dataclasses import replace

import pytest

from framing.guide import guide
from framing.measures import MEASURES
from framing.perceive.fixed import sitter
from framing.presets.catalogue import load
from framing.say import ENGLISH
from framing.say.faults import fault as worded
from framing.types import Absent, Band, Judgement, Judgements, Severity, State

UP = float("inf")


def fault(judgements: Judgements) -> str | None:
    return worded(judgements, ENGLISH)


def judged(name: str, state: State, severity: Severity = Severity.ERROR) -> Judgement:
    value = Absent("covered") if state is State.ABSENT else 0.0
    return Judgement(MEASURES[name], value, Band(0.5, UP), state, severity)


def test_closed_eyes_are_said_first_and_in_plain_words() -> None:
    wrong = (judged("headroom", State.LOW), judged("eyes_open", State.LOW))
    assert fault(wrong) == "Eyes closed"


def test_a_blink_spoils_a_picture_even_where_it_is_no_must_unless_the_use_leaves_it_open() -> None:
    style = judged("eyes_open", State.LOW, Severity.STYLE)
    assert fault((style,)) == "Eyes closed"
    assert fault((replace(style, band=None, state=State.OK),)) is None


def test_a_matter_of_taste_is_no_fault() -> None:
    assert fault((judged("yaw", State.LOW, Severity.STYLE),)) is None


@pytest.mark.parametrize("use", load())
def test_every_must_that_is_missed_has_a_fault_that_fits_one_line(use: str) -> None:
    for name in load()[use].musts:
        for state in (State.LOW, State.HIGH):
            found = fault((judged(name, state),))
            assert found
            assert len(found) < 50
            assert not found.endswith(".")


@pytest.mark.parametrize("use", load())
def test_what_is_ready_has_no_fault_and_what_has_a_must_against_it_has_one(use: str) -> None:
    for scene in (sitter(), sitter(face_height=0.05), sitter(face_height=0.3, eye_line=0.4), sitter(x=0.0, roll=40)):
        guidance = guide(scene, load()[use])
        missed = any(c.severity is Severity.ERROR for c in guidance.cues)
        assert (fault(guidance.judgements) is not None) >= missed

"""What a page of the school is told at each level, and what becomes of a run."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from framing.perceive.fixed import sitter
from framing.say import ENGLISH, language
from framing.school.run import Again, Begin, HandIn, Pause, Resume
from framing.school.values import AXES, Before, Shown
from framing.types import Scene, Viewer
from framing.web.school_cards import drill_infos, past
from framing.web.school_models import SchoolLive
from framing.web.school_practice import Attempt, Practice
from framing.web.school_scorecard import scorecard
from tests.session.stage import Eyes, Stage, wait_for
from tests.web.school import DRILLS, Trainee, looked

FAR: Scene = sitter(face_height=0.12)


@pytest.fixture
def far(stage: Stage) -> Iterator[Trainee]:
    """Somebody with a sitter who is much too far away."""
    stage.make = lambda: Eyes(FAR)
    trainee = Trainee(stage)
    yield trainee
    trainee.practice.close()


def lines(live: SchoolLive) -> int:
    assert live.stage is not None
    return len(live.stage.lines) + len(live.stage.over_face) + len(live.stage.labels) + len(live.stage.cuts)


def scored(trainee: Trainee) -> Attempt:
    wait_for(lambda: trainee.practice.attempt is not None)
    return trainee.practice.attempts[trainee.practice.attempt or ""]


def test_the_cue_and_the_lines_are_sent_where_the_level_shows_them(far: Trainee) -> None:
    far.begin("headroom", "cues")
    live = far.looks()
    assert live.cue is not None
    assert live.cue.kind == "must"
    assert lines(live) > 0
    assert live.wrong is None


@pytest.mark.parametrize(("shown", "wrong"), [("wrong", True), ("nothing", None)])
def test_what_a_level_hides_is_not_sent(far: Trainee, shown: Shown, wrong: bool | None) -> None:
    far.begin("headroom", shown)
    live = far.looks()
    assert live.cue is None
    assert live.wrong is wrong
    assert live.match is None
    assert lines(live) == 0
    assert looked(live), "the viewfinder is what the picture will be, and no help"


def test_before_the_time_runs_and_in_a_pause_nothing_is_shown(far: Trainee) -> None:
    far.choose("headroom", "cues")
    ready = far.looks()
    far.practice.take(Begin())
    assert far.looks().cue is not None
    far.practice.take(Pause())
    paused = far.looks()
    for live in (ready, paused):
        assert live.cue is None
        assert lines(live) == 0


def test_time_stands_still_in_a_pause_and_goes_on_after_it(far: Trainee) -> None:
    far.begin("headroom")
    before = far.looks().run.left
    far.practice.take(Pause())
    assert far.looks().run.left == before
    far.practice.take(Resume())
    assert far.looks().run.left < before


def test_nothing_is_called_right_that_would_not_be_scored_so(stage: Stage) -> None:
    near = Trainee(stage)
    near.begin("headroom", "wrong")
    live = near.looks(12)
    near.practice.take(HandIn())
    card = scored(near).score
    assert live.wrong is any(mark.fix != "nothing" for axis in card.axes for mark in axis.marks)


def test_each_step_is_handed_in_and_the_last_one_is_scored_with_its_pictures(far: Trainee) -> None:
    far.begin(far.in_steps("headroom", 2))
    far.looks()
    far.practice.take(HandIn())
    assert far.looks().run.step == 2
    far.practice.take(HandIn())
    attempt = scored(far)
    assert [len(shot) for shot in attempt.shots] == [2, 2]
    assert all(jpeg.startswith(b"\xff\xd8") for shot in attempt.shots for jpeg in shot)
    assert len(attempt.score.steps) == 2


def test_a_score_is_told_though_looks_go_on_after_the_last_step(far: Trainee) -> None:
    far.begin("headroom")
    far.looks()
    far.practice.take(HandIn())
    far.looks()
    assert far.looks().attempt == scored(far).id


def test_out_of_time_hands_in_by_itself(far: Trainee) -> None:
    far.begin(replace(DRILLS["headroom"], seconds=10))
    far.looks(44)
    assert far.told().run.phase == "over"
    assert scored(far).score.seconds == 10.0


def test_again_begins_at_the_first_step_and_the_score_of_before_is_not_told_any_more(far: Trainee) -> None:
    far.begin("headroom")
    far.looks()
    far.practice.take(HandIn())
    first = scored(far)
    far.practice.take(Again())
    assert far.told().attempt is None
    assert far.looks().run.phase == "going"
    assert first.id in far.practice.attempts, "its card is still there"


@pytest.mark.parametrize(("before", "viewer"), [("self", Viewer.FRONT), ("sitter", Viewer.OTHER)])
def test_a_trainee_alone_looks_into_a_mirror_and_all_others_at_somebody(
    far: Trainee, before: Before, viewer: Viewer
) -> None:
    far.choose("headroom", before=before)
    assert far.stage.session.settings.viewer is viewer
    assert far.told().mirrored is viewer.mirrored


def test_of_a_mannequin_no_expression_is_asked(far: Trainee) -> None:
    far.choose("headroom", before="mannequin")
    assert far.practice.step is not None
    assert "eyes_open" in DRILLS["headroom"].steps[0].counts
    assert "eyes_open" not in far.practice.step.counts


def test_the_card_says_of_every_axis_why_in_the_language_that_is_asked_for(far: Trainee) -> None:
    far.begin("headroom")
    far.looks()
    far.practice.take(HandIn())
    attempt = scored(far)
    card = scorecard(attempt, ENGLISH, [past(attempt)])
    assert tuple(axis.axis for axis in card.axes) == AXES
    for axis in card.axes:
        assert bool(axis.reason) is (axis.points is not None)
    crop = card.axes[0]
    assert crop.level == "not yet"
    assert any(letter.isdigit() for letter in crop.reason), "the number stands behind it"
    assert card.shots[0].start.startswith("data:image/jpeg;base64,")
    assert 0 < len(card.next) <= 3
    german = scorecard(attempt, language("de"), [past(attempt)])
    assert german.points == card.points
    assert german.axes[1].title != card.axes[1].title


def test_the_next_drill_is_the_first_that_has_not_come_out_well(far: Trainee) -> None:
    def recommended() -> list[str]:
        known = list(map(past, far.practice.attempts.values()))
        return [info.id for info in drill_infos(DRILLS, known, ENGLISH) if info.recommended]

    assert recommended() == ["level_the_camera"]
    far.begin("level_the_camera")
    far.looks()
    far.practice.take(HandIn())
    score = scored(far).score
    assert recommended() == (["headroom"] if score.points >= 70.0 else ["level_the_camera"])


def test_only_so_many_attempts_are_remembered_and_the_newest_are(
    far: Trainee, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("framing.web.school_practice.MOST", 2)
    made = []
    for _ in range(3):
        far.begin("headroom")
        far.looks()
        far.practice.take(HandIn())
        made.append(scored(far).id)
    assert list(far.practice.attempts) == made[1:]


def test_a_page_that_has_gone_is_told_of_no_look(stage: Stage) -> None:
    practice = Practice(stage.session)
    assert len(stage.session._subscribers) == 1
    practice.close()
    assert len(stage.session._subscribers) == 0

"""What is told: every word and every rounding, from one headline for badge, panel and report."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from framing.guide import guide
from framing.measures import MEASURES
from framing.overlay.drawings import NONE, Drawings, drawings
from framing.page.payload import panel_live
from framing.page.states import STATES, TROUBLES
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find, load
from framing.report import as_lines
from framing.say import ENGLISH, say
from framing.say.cues import spoken
from framing.say.headline import headline
from framing.say.readings import labelled
from framing.say.told import Headline
from framing.types import Absent, Band, Direction, Guidance, HowFar, Judgement, Measure, Preset, Severity, State, Viewer
from tests import words
from tests.page.builders import nobody, preset, verdict
from tests.page.builders import told as guided


def said(reads_as: str = "portrait", probability: float | None = 0.2, use: Preset | None = None) -> Guidance:
    return Guidance(0.0, verdict(reads_as, probability), (), (), ready=False, preset=use)


def told(guidance: Guidance, drawn: Drawings = NONE) -> dict[str, Any]:
    return panel_live(say(guidance, Viewer.FRONT), drawn).model_dump(mode="json")


def reads(guidance: Guidance) -> Headline:
    return headline(guidance, ENGLISH)


def cue(guidance: Guidance, viewer: Viewer = Viewer.FRONT) -> Any:
    return say(guidance, viewer).cue


def judged(
    value: float | Absent, band: Band | None, state: State, severity: Severity, measure: str = "headroom"
) -> dict[str, str]:
    judgement = Judgement(MEASURES[measure], value, band, state, severity)
    row: dict[str, str] = told(replace(said(), judgements=(judgement,)))["groups"][0]["rows"][0]
    return row


@pytest.mark.parametrize("use", load())
@pytest.mark.parametrize("scene", [sitter(), sitter(face_height=0.05), sitter(x=0.0, roll=40)])
def test_every_use_and_scene_is_told_whole_and_as_json(use: str, scene: object) -> None:
    data = told(guided(scene, use))  # type: ignore[arg-type]
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert [group["key"] for group in data["groups"]] == ["crop", "light", "background", "you"]
    assert sum(len(group["rows"]) for group in data["groups"]) == len(MEASURES)
    assert [reason["difference"] for reason in data["reasons"]] == [
        "subjects", "crop", "mood", "environment", "creativity",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reads_as", "wanted", "sentence"),
    [
        ("portrait", "headshot", "It reads as a portrait. Book <jacket> wants a headshot."),
        ("headshot", "headshot", "Book <jacket> wants a headshot, and so it reads."),
        ("neither", "headshot", "Book <jacket> wants a headshot."),
        ("portrait", "either", "Book <jacket> takes either."),
    ],
)
def test_what_the_use_wants_stands_beside_what_it_reads_as(reads_as: str, wanted: str, sentence: str) -> None:
    assert reads(said(reads_as, use=preset(wanted))).wants == sentence


@pytest.mark.parametrize("wanted", ["headshot", "portrait", "either"])
def test_once_ready_one_sentence_says_which_of_the_two_wins(wanted: str) -> None:
    sentence = reads(replace(said(use=preset(wanted)), ready=True)).wants
    assert ("the use decides" in sentence) == (wanted == "headshot")
    assert sentence.count(". ") == 0


def test_the_drawings_stand_with_the_readings_they_show() -> None:
    scene, guidance = sitter(), guided(sitter())
    drawn = told(guidance, drawings(scene, guidance, Viewer.FRONT))
    groups = {group["key"]: group["drawing"] for group in drawn["groups"]}
    assert "The light comes from" in groups["light"]
    assert "Behind you" in groups["background"]
    assert groups["crop"] == groups["you"] == ""
    assert not any(group["drawing"] for group in told(guidance)["groups"])


def test_the_needle_moves_from_portrait_to_headshot_with_the_boundary_in_the_middle() -> None:
    shares = (0.0, 0.3, 0.5, 0.9, 1.0)
    places = [reads(said("headshot" if p > 0.5 else "portrait", p)).at for p in shares]
    assert places == sorted(places)
    assert (places[0], places[2], places[-1]) == (0.0, 50.0, 100.0)


def test_the_share_is_that_of_what_it_reads_as_and_nobody_is_ever_quite_sure() -> None:
    assert reads(said("portrait", 0.2)).sure == "80%"
    assert reads(said("headshot", 0.9)).sure == "90%"
    assert reads(said("headshot", 1.0)).sure == "99%"


@pytest.mark.parametrize("probability", [0.0, 0.08, 0.47, 0.5, 0.53, 0.91, 1.0])
@pytest.mark.parametrize("reads_as", ["headshot", "portrait"])
def test_one_number_is_said_for_one_verdict_wherever_it_is_shown(reads_as: str, probability: float) -> None:
    guidance = said(reads_as, probability)
    data = reads(guidance)
    badge = words.marks(sitter(), guidance, Viewer.STILL).captions[-1]
    (line, *_) = as_lines("photo.jpg", guidance)
    assert data.sure == badge.detail
    assert data.sure in line
    assert 50 <= int(data.sure.rstrip("%")) < 100
    assert (data.at >= 50.0) if reads_as == "headshot" else (data.at <= 50.0), "the needle is on the same side"


def test_a_moving_picture_has_no_number_of_its_own_beside_the_panels() -> None:
    captions = words.marks(sitter(), said("headshot", 0.87), Viewer.FRONT).captions
    assert not any("%" in f"{caption.text} {caption.detail}" for caption in captions)


def test_without_anybody_there_is_no_place_and_no_share() -> None:
    data = reads(nobody())
    assert (data.name, data.sure, data.at) == ("Nobody in view", "", None)


def test_each_difference_stands_on_the_side_to_which_it_leans() -> None:
    crop, mood = (reason["at"] for reason in told(said())["reasons"])
    assert crop < 50.0 == mood


def test_what_must_change_comes_first_and_what_was_not_seen_last() -> None:
    order = ["must", "style", "ok", "shown", "absent"]
    for scene in (sitter(face_height=0.05, roll=30), sitter(x=0.0)):
        for group in told(guided(scene))["groups"]:
            kinds = [order.index(row["kind"]) for row in group["rows"]]
            assert kinds == sorted(kinds)
            assert group["kind"] == order[kinds[0]]


@pytest.mark.parametrize(
    ("state", "severity", "kind", "word"),
    [
        (State.OK, Severity.ERROR, "ok", "right"),
        (State.LOW, Severity.ERROR, "must", "must change, too low"),
        (State.HIGH, Severity.STYLE, "style", "worth a look, too high"),
    ],
)
def test_a_state_is_told_by_a_word_as_well_as_a_sign(state: State, severity: Severity, kind: str, word: str) -> None:
    row = judged(0.1, Band(0.2, 0.3), state, severity)
    assert (row["kind"], row["word"]) == (kind, word)


@pytest.mark.parametrize(
    ("band", "words"),
    [
        (Band(0.2, 0.3), "20–30"),
        (Band(0.2, float("inf")), "≥ 20"),
        (Band(float("-inf"), 0.3), "≤ 30"),
        (Band(-0.1, 0.1), "±10"),
        (Band(0.1, 0.1), "10"),
    ],
)
def test_a_reading_stands_with_its_unit_and_its_band(band: Band, words: str) -> None:
    row = judged(-0.05, band, State.OK, Severity.STYLE)
    assert row["band"] == f"wanted {words}%"
    assert judged(0.05, band, State.OK, Severity.STYLE)["value"] == "5%"


def test_a_nought_has_no_sign() -> None:
    assert judged(-0.0004, None, State.OK, Severity.STYLE, "eye_line")["value"] == "0%"


def test_a_click_away_the_number_stands_in_its_own_unit_with_what_is_wanted() -> None:
    row = judged(0.12, Band(0.9, float("inf")), State.LOW, Severity.ERROR, "margin_left")
    assert row["value"] == "a finger's width"
    assert row["number"] == row["band"] == "0.12 eye distances, wanted at least 0.9"


def test_what_is_not_seen_says_why_and_shows_no_number() -> None:
    row = judged(Absent("no face in view"), Band(0.2, 0.3), State.ABSENT, Severity.ERROR)
    assert row["band"] == "no face in view"
    assert not re.search(r"\d", row["value"] + row["band"])


def test_one_cue_is_said_and_it_is_the_first() -> None:
    cues = tuple(words.cue(text, "roll", Severity.STYLE, Direction.TILT_LEFT) for text in ("First", "Second"))
    found = cue(replace(said(), cues=cues), Viewer.REAR)
    assert (found.text, found.kind, found.measure, found.hint) == ("Ask them to first", "style", "roll", "")
    assert (found.direction, found.arrow) == (Direction.TILT_LEFT, Direction.TILT_RIGHT)


def test_ready_and_hold_still_are_said_when_there_is_nothing_to_change() -> None:
    waiting = said(use=preset())
    assert (cue(replace(waiting, ready=True)).text, cue(waiting).text) == ("Ready", "Hold still")


def test_a_photograph_and_a_picture_for_no_use_wait_for_nothing() -> None:
    assert cue(said(use=preset()), Viewer.STILL) is None
    assert cue(said()) is None


def test_once_ready_that_is_what_is_said_with_one_quiet_hint_at_most() -> None:
    cues = tuple(words.cue(text, "yaw", Severity.STYLE) for text in ("First", "Second"))
    ready = cue(replace(said(), ready=True, cues=cues))
    assert (ready.text, ready.kind, ready.hint) == ("Ready", "ok", "First")


def test_what_stands_behind_a_cue_is_said_in_words() -> None:
    judgement = Judgement(MEASURES["sharpness"], 0.009, Band(0.015, 1.0), State.LOW, Severity.ERROR)
    assert labelled(judgement, ENGLISH) == "Sharpness: soft"


def test_a_sitter_who_has_left_is_gone_from_badge_and_panel_at_once_while_the_verdict_is_still_held() -> None:
    left = guide(empty_room(), find("headshot"))
    held = replace(left, verdict=guided(sitter()).verdict)
    told = say(held, Viewer.FRONT)
    assert (told.headline.name, told.headline.sure, told.ready) == ("Nobody in view", "", False)
    assert words.marks(empty_room(), held, Viewer.FRONT).captions[-1].text == "NOBODY IN VIEW"


def test_a_crowd_is_said_where_a_use_takes_one_person_alone() -> None:
    three = guided(sitter(people=3))
    assert reads(three).name == "3 people in view"
    assert reads(guided(sitter(people=3), "group")).state in ("headshot", "portrait")


def test_a_must_without_a_remedy_is_said_on_panel_and_picture_alike() -> None:
    use = replace(find("headshot"), musts={"emotion": Band(0.9, 1.0)}, style={})
    found = guide(sitter(), use)
    (first, *_) = words.marks(sitter(), found, Viewer.STILL).captions
    assert cue(found, Viewer.STILL).text == first.text == "Emotion is not as this use wants it"


def test_each_state_has_words_of_its_own_and_each_trouble_a_next_step() -> None:
    assert list(STATES) == ["idle", "asking", "connecting", "live", "paused", "lost", "ended"]
    assert len(set(STATES.values())) == len(STATES)
    for trouble in TROUBLES.values():
        assert trouble.what.endswith(".")
        assert trouble.step.endswith(".")


def aloud(measure: Measure) -> Iterator[str]:
    """All that a sitter can be told to do about a measure, for the ear."""
    remedies = [r for r in (measure.when_low, measure.when_high) if r is not None]
    for remedy in [*remedies, *(r.straight for r in remedies if r.straight is not None)]:
        texts = [remedy.aloud or remedy.text, *filter(None, [remedy.twice])]
        yield from (spoken(remedy._replace(text=text), far, sitter=True) for text in texts for far in HowFar)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda m: m.name)
def test_a_cue_for_the_ear_is_one_short_sentence_of_plain_words(measure: Measure) -> None:
    for sentence in aloud(measure):
        assert len(sentence.split()) <= 11, sentence
        assert re.fullmatch(r"[A-Za-z ,:;'-]+", sentence), sentence


def test_a_long_cue_is_shorter_for_the_ear_and_a_short_one_the_same() -> None:
    def cues(text: str, short: str) -> Any:
        one = words.cue(text)
        return cue(replace(said(use=preset("either")), cues=(replace(one, remedy=one.remedy._replace(aloud=short)),)))

    long, short = cues("Even out the light: face it, or bring a sheet", "Even out the light"), cues("Tilt it up", "")
    assert (long.text, long.spoken) == ("Even out the light: face it, or bring a sheet", "Even out the light")
    assert short.spoken == short.text == "Tilt it up"

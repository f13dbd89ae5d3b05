import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest

from framing.measures import MEASURES
from framing.page import panels
from framing.page.checklist import GROUPS, checklist
from framing.page.reads import reads, wants
from framing.page.reasons import reasons
from framing.perceive.fixed import sitter
from framing.presets import load
from framing.types import Absent, Band, Cue, Direction, Guidance, Judgement, Severity, State
from tests.page.builders import nobody, preset, told, verdict

VIEWS: dict[str, Callable[[Guidance], str]] = {
    "reads": lambda g: reads(g.verdict, g.preset),
    "reasons": lambda g: reasons(g.verdict),
    "checklist": lambda g: checklist(g.judgements),
    "cue": panels.cue,
}


def text(html: str) -> str:
    return " ".join(" ".join(ET.fromstring(html).itertext()).split())


def judged(value: float | Absent, band: Band | None, state: State, severity: Severity, name: str = "headroom") -> str:
    return checklist((Judgement(MEASURES[name], value, band, state, severity, "<why>"),))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scene", [told(), nobody(), told(sitter(face_height=0.05)), told(sitter(x=0.0, roll=40))])
def test_every_view_is_whole_html_whatever_is_seen(view: str, scene: Guidance) -> None:
    assert text(VIEWS[view](scene))


@pytest.mark.parametrize("use", load())
def test_every_use_has_its_page(use: str) -> None:
    for view in VIEWS.values():
        assert text(view(told(use=use)))


@pytest.mark.parametrize(
    "html",
    [
        reads(verdict(), preset()),
        reasons(verdict()),
        judged(0.1, None, State.OK, Severity.STYLE),
        panels.trouble("other", "<script>"),
        panels.broken("<script>"),
        panels.waiting("<script>"),
    ],
)
def test_words_from_elsewhere_cannot_become_markup(html: str) -> None:
    assert not re.search("<script|<jacket|<body|<why", html)
    assert "&lt;" in html


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
    assert wants(verdict(reads_as), preset(wanted)) == sentence


def test_the_needle_moves_from_portrait_to_headshot_and_the_boundary_stays_in_the_middle() -> None:
    places = []
    for probability in (0.0, 0.3, 0.5, 0.9, 1.0):
        html = reads(verdict("headshot", probability), None)
        places.append(float(re.findall(r'<u style="left:([\d.]+)%"', html)[0]))
    assert places == sorted(places)
    assert places[2] == 50.0
    assert places[0] > 0.0
    assert places[-1] < 100.0


def test_the_share_is_that_of_what_it_reads_as() -> None:
    assert "80%" in reads(verdict("portrait", 0.2), None)
    assert "90%" in reads(verdict("headshot", 0.9), None)


def test_without_anybody_there_is_no_needle_and_no_share() -> None:
    html = reads(nobody().verdict, None)
    assert "Nobody in view" in html
    assert "<u" not in html
    assert "%" not in text(html)


def test_each_difference_says_why_and_leans_its_way() -> None:
    html = reasons(verdict())
    assert "Crop" in html
    assert 'aria-label="leans to portrait"' in html
    crop, mood = (float(place) for place in re.findall(r"left:([\d.]+)%", html))
    assert crop < 50 == mood
    assert "One step closer &amp; it reads as a headshot" in html


def test_all_five_differences_and_the_boundary_are_on_the_page() -> None:
    said = text(reasons(told().verdict))
    for difference in ("Subjects", "Crop", "Mood", "Environment", "Creativity"):
        assert difference in said
    assert told().verdict.boundary in said


def test_every_measure_has_its_line_in_one_of_the_four_cards() -> None:
    said = checklist(told().judgements)
    assert said.count("<p ") == len(MEASURES)
    assert [title for title in GROUPS if f"<h4>{title}</h4>" in said] == ["Crop", "Light", "Background", "You"]


@pytest.mark.parametrize(
    ("state", "severity", "kind", "word"),
    [
        (State.OK, Severity.ERROR, "fg-ok", "right"),
        (State.LOW, Severity.ERROR, "fg-must", "must change, too low"),
        (State.HIGH, Severity.STYLE, "fg-style", "worth a look, too high"),
    ],
)
def test_a_state_is_told_by_a_word_as_well_as_a_sign(state: State, severity: Severity, kind: str, word: str) -> None:
    html = judged(0.1, Band(0.2, 0.3), state, severity)
    assert f'class="{kind}"' in html
    assert word in text(html)


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (Band(0.2, 0.3), "20–30 % h"),
        (Band(0.2, float("inf")), "≥ 20 % h"),
        (Band(float("-inf"), 0.3), "≤ 30 % h"),
        (Band(-0.1, 0.1), "±10 % h"),
        (Band(0.1, 0.1), "10 % h"),
    ],
)
def test_a_reading_stands_with_its_band_and_unit(band: Band, said: str) -> None:
    assert f"right −5 {said} " in text(judged(-0.05, band, State.OK, Severity.STYLE))


def test_what_is_not_seen_says_why_and_shows_no_number() -> None:
    said = text(judged(Absent("no face in view"), Band(0.2, 0.3), State.ABSENT, Severity.ERROR))
    assert "no face in view" in said
    assert not re.search(r"\d", said)


def test_a_unit_nobody_thought_of_is_written_out() -> None:
    measure = replace(MEASURES["headroom"], unit="furlongs")
    html = checklist((Judgement(measure, 1.5, Band(1.0, 2.0), State.OK, Severity.STYLE, ""),))
    assert "1.50 1.00–2.00 furlongs" in text(html)


def test_one_cue_is_said_and_it_is_the_first() -> None:
    cues = tuple(Cue(words, "roll", Severity.STYLE, Direction.NONE, "because") for words in ("First", "Second"))
    guidance = Guidance(0.0, verdict(), (), cues, ready=False, preset=None)
    assert "First" in panels.cue(guidance)
    assert "Second" not in panels.cue(guidance)


def test_ready_and_hold_still_are_said_when_there_is_nothing_to_change() -> None:
    assert "Ready" in panels.cue(Guidance(0.0, verdict(), (), (), ready=True, preset=None))
    assert "Hold still" in panels.cue(Guidance(0.0, verdict(), (), (), ready=False, preset=None))


def test_each_trouble_has_its_own_sentence_and_a_next_step() -> None:
    codes = ("NotAllowedError", "NotFoundError", "NotReadableError", "insecure", "unsupported", "asking", "slow")
    assert len({panels.TROUBLES[code] for code in codes}) == len(codes)
    for trouble in panels.TROUBLES.values():
        assert trouble.what.endswith(".")
        assert trouble.step.endswith(".")


def test_an_unknown_trouble_keeps_the_browsers_own_words() -> None:
    assert "AbortError: bad luck" in panels.trouble("AbortError", "AbortError: bad luck")


def test_whoever_must_wait_is_told_for_what() -> None:
    assert "one person" in panels.full(1)
    assert "4 people" in panels.full(4)


def test_the_head_line_says_what_arrives() -> None:
    assert "Camera off" in panels.status(None)
    assert "Live · 1280×720" in panels.status((1280, 720))

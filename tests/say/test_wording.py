"""How much of a cue is put into words, and whose weights are named."""

from dataclasses import replace
from pathlib import Path

import pytest

from framing.guide import guide
from framing.perceive.fixed import sitter
from framing.presets import find
from framing.presets.standard import STANDARD
from framing.report import as_json, as_lines
from framing.say import ENGLISH, language, say
from framing.say.offered import offered
from framing.types import Viewer
from framing.verdict.weights import GUIDES

OFF = guide(sitter(face_height=0.08), find("headshot"))


def test_a_beginner_is_told_why_and_an_expert_only_what_was_read() -> None:
    plain, beginner, expert = (
        say(OFF, Viewer.FRONT, wording=wording).cue for wording in ("plain", "beginner", "expert")
    )
    assert plain
    assert beginner
    assert expert
    assert (beginner.text, plain.hint) == (plain.text, "")
    assert "wanted" in beginner.hint
    assert len(expert.text) < len(beginner.text) + len(beginner.hint)
    assert expert.text in beginner.hint
    assert expert.arrow == plain.arrow
    assert expert.spoken == plain.spoken, "for the ear there is no icon"


def test_whose_weights_the_verdict_was_reached_by_stands_wherever_it_stands() -> None:
    house = guide(sitter(), find("headshot"), replace(GUIDES, name="House (3fa9c1d2ab01)"))
    assert "House (3fa9c1d2ab01)" in say(house, Viewer.FRONT).headline.weights
    assert "House (3fa9c1d2ab01)" in "\n".join(as_lines("a.jpg", house))
    assert as_json("a.jpg", house)["weights"] == "House (3fa9c1d2ab01)"


def test_the_guides_own_weights_go_without_saying() -> None:
    own = guide(sitter(), find("headshot"))
    assert say(own, Viewer.FRONT).headline.weights == ""
    assert "weights" not in as_json("a.jpg", own)


def test_the_same_weights_by_another_name_change_no_verdict() -> None:
    own, house = (guide(sitter(), find("headshot"), weights) for weights in (GUIDES, replace(GUIDES, name="House")))
    assert replace(house.verdict, weights="") == own.verdict


@pytest.mark.parametrize(
    ("told", "found"),
    [('["de", "ja"]', ("de", "ja")), ('["xx", "de"]', ("de",)), ("[]", None), ('["xx"]', None), ("7", None)],
)
def test_the_languages_of_the_standard_are_those_offered(
    tmp_path: Path, told: str, found: tuple[str, ...] | None
) -> None:
    house = tmp_path / "house.toml"
    house.write_text(f'name = "House"\nlanguages = {told}\n', "utf-8")
    assert offered({STANDARD: str(house)}) == (found or offered({}))
    assert ENGLISH.code in offered({})
    assert language(offered({})[0]) is ENGLISH

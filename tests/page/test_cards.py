"""The learning cards: one for each reading and each reason, in plain words, with examples that differ."""

import asyncio
import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from starlette.applications import Starlette

from framing.errors import CardError
from framing.measures import MEASURES
from framing.page.card_route import CARD_ROUTE
from framing.page.cards import card, load_cards, read_cards
from framing.verdict.terms import DIFFERENCES

NAMES = [*MEASURES, *(f"difference_{difference}" for difference in DIFFERENCES)]
# What a card says is about light, camera and place: never about what somebody looks like.
ABOUT_PERSONS = {
    "ugly",
    "fat",
    "thin",
    "slim",
    "bald",
    "balding",
    "old",
    "young",
    "wrinkle",
    "wrinkles",
    "beautiful",
    "handsome",
    "pretty",
    "attractive",
    "unattractive",
    "flaw",
    "flaws",
    "flattering",
    "unflattering",
    "complexion",
    "pale",
    "tan",
    "makeup",
    "beard",
    "weight",
    "double-chin",
    "race",
    "gender",
    "woman",
    "man",
}
WELL_FORMED = 'title = "T"\nwhat = "W"\ndo = "D"\n[right]\nsays = "S"\n'


def examples(name: str) -> dict[str, Any]:
    return {e["kind"]: e for e in card(name)["examples"]}  # type: ignore[attr-defined]


def test_every_measure_and_every_difference_has_its_card_and_no_card_stands_alone() -> None:
    assert set(load_cards()) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_card_is_short_and_whole_sentences(name: str) -> None:
    told = load_cards()[name]
    for text in (told.what, told.do):
        assert len(text) <= 220
        assert text[0].isupper()
        assert text.endswith(".")
        assert len(re.findall(r"[.:!?](?= [A-Z]|$)", text)) <= 3
    assert all(len(example.says) <= 32 for example in told.examples)


@pytest.mark.parametrize("name", NAMES)
def test_a_card_speaks_of_light_and_camera_and_never_judges_a_person(name: str) -> None:
    told = load_cards()[name]
    words = re.findall(r"[a-z-]+", " ".join((told.title, told.what, told.do, *(e.says for e in told.examples))).lower())
    assert not set(words) & ABOUT_PERSONS
    assert "skin" not in words or "never about skin" in told.what


@pytest.mark.parametrize("name", MEASURES)
def test_every_end_that_has_a_remedy_has_its_example_beside_the_right_one(name: str) -> None:
    measure, shown = MEASURES[name], examples(name)
    judged = measure.when_low or measure.when_high
    assert "right" in shown
    assert ("low" in shown) == bool(measure.when_low or not judged)
    assert ("high" in shown) == bool(measure.when_high or not judged)


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_a_difference_shows_what_reads_as_a_portrait_first_and_a_headshot_last(difference: str) -> None:
    shown = examples(f"difference_{difference}")
    assert "portrait" in shown["low"]["says"]
    assert "headshot" in shown["high"]["says"]


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_card_differ_in_words_and_in_what_is_drawn(name: str) -> None:
    told = load_cards()[name].examples
    assert len(told) >= 2
    for one, other in combinations(told, 2):
        assert one.says != other.says
        assert one.drawing != other.drawing


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_xml_and_tells_a_screen_reader_its_caption(name: str) -> None:
    for example in examples(name).values():
        label = ET.fromstring(example["svg"]).get("aria-label") or ""
        assert example["says"] in label


def test_only_what_has_a_remedy_is_called_off() -> None:
    for name in MEASURES:
        judged = bool(MEASURES[name].when_low or MEASURES[name].when_high)
        standings = {example.standing for example in load_cards()[name].examples}
        assert ("off" in standings) == judged


def test_an_unknown_name_is_told_the_nearest() -> None:
    with pytest.raises(CardError, match="did you mean headroom"):
        card("hedroom")


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("headroom", "title = ", "headroom.toml"),
        ("headroom", WELL_FORMED.replace('"W"', f'"{"w" * 221}"'), "what in headroom.toml"),
        ("headroom", WELL_FORMED + 'says_too = "S"', "'says_too'"),
        ("headroom", WELL_FORMED.replace('"S"', f'"{"s" * 33}"'), "right of headroom.toml"),
        ("headroom", WELL_FORMED + "[sideways]\nx = 1", "sideways in headroom.toml"),
        ("charm", WELL_FORMED, "charm.toml"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(tmp_path: Path, file: str, text: str, found: str) -> None:
    (tmp_path / f"{file}.toml").write_text(text)
    with pytest.raises(CardError, match=re.escape(found)):
        read_cards(tmp_path)


def fetched(path: str) -> tuple[int, bytes]:
    """What the address answers, asked as a server would: there is no HTTP client among the tests' needs."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b"", "root_path": ""}
    asyncio.run(Starlette(routes=[CARD_ROUTE])(scope, receive, send))
    return sent[0]["status"], sent[1]["body"]


@pytest.mark.parametrize("name", NAMES)
def test_the_address_of_a_card_answers_with_it(name: str) -> None:
    status, body = fetched(f"/guide/cards/{name}")
    assert (status, json.loads(body)) == (200, card(name))


@pytest.mark.parametrize("name", ["charm", "headroom.toml", "..", "%2e%2e", "HEADROOM", "..\\presets\\headshot"])
def test_a_name_that_is_no_card_is_not_found_and_told_so_in_a_sentence(name: str) -> None:
    status, body = fetched(f"/guide/cards/{name}")
    assert status == 404
    assert json.loads(body)["error"].endswith(".")


def test_a_path_below_the_cards_leads_nowhere() -> None:
    assert fetched("/guide/cards/../presets/headshot")[0] == 404

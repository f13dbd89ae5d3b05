"""/room, the page that coach and watchers load: the same for all, in the language that each of them asks for."""

import asyncio
import json
import re
from typing import get_args

import pytest
from starlette.requests import Request

from framing.page.room_texts import ROOM
from framing.room.letters import Why
from framing.room.sentences import WHY
from framing.say import language
from framing.web import room_page


def asked(query: bytes = b"", accept: bytes = b"") -> str:
    """The page for a browser that asks so."""
    headers = [(b"accept-language", accept)] if accept else []
    scope = {"type": "http", "method": "GET", "path": "/room", "query_string": query, "headers": headers}
    answer = asyncio.run(room_page.room_page(Request(scope)))
    assert answer.headers["cache-control"] == "no-store"
    return bytes(answer.body).decode()


@pytest.mark.parametrize(
    ("query", "accept", "code", "direction"),
    [
        (b"", b"", "en", "ltr"),
        (b"", b"ar,en;q=0.5", "ar", "rtl"),
        (b"lang=de", b"ar", "de", "ltr"),
        (b"lang=%22%3E%3Cscript%3E", b"", "en", "ltr"),
    ],
)
def test_the_page_speaks_the_language_of_the_address_else_of_the_browser(
    query: bytes, accept: bytes, code: str, direction: str
) -> None:
    assert f'<html lang="{code}" dir="{direction}">' in asked(query, accept)


def test_what_its_scripts_are_told_can_end_no_element_and_reads_as_it_was_written() -> None:
    page = asked()
    told = re.search(r'<script type="application/json" id="settings">(.*?)</script>', page, re.DOTALL)
    assert told is not None
    assert "<" not in told[1]
    settings = json.loads(told[1])
    assert settings["words"] == ROOM
    assert settings["first"] in {use["name"] for use in settings["uses"]}
    assert settings["ended"] == WHY


def test_its_only_script_is_the_servers_own() -> None:
    scripts = re.findall(r"<script([^>]*)>", asked())
    assert scripts == [' type="application/json" id="settings"', ' type="module" src="guide/scripts/room.js"']


def test_each_end_of_a_visit_has_its_sentence_in_every_language_of_the_page() -> None:
    for code in ("en", "de", "ar"):
        ended = room_page.room_settings(language(code))["ended"]
        assert isinstance(ended, dict)
        assert set(get_args(Why)) <= set(ended)
        assert all(ended.values())


def test_watchers_are_given_no_control_that_only_the_coach_may_use() -> None:
    """All of it stands in templates for the coach; what is outside of them touches nothing."""
    html = re.sub(r'<template data-for="coach">.*?</template>', "", asked(), flags=re.DOTALL)
    left = set(re.findall(r'<(?:button|input|select)[^>]*class="([\w -]+)"', html))
    assert left == {"room-name", "your-name", "picture-for", "again", "leave", "gold", "sound gold", "all", "close"} | {
        "card-of", "back", "on", "first-drill",  # a scorecard that the coach shows, to be opened and read
    }  # fmt: skip

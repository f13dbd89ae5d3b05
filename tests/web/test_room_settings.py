"""Settings of rooms that make no sense are told where a room is opened, and nothing else is kept from working."""

import pytest
from starlette.applications import Starlette

from framing.web.rooms import chosen_routes
from tests.web.browser import Browser, served


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"FRAMING_ROOM_KEY": "secret"}, "FRAMING_ROOM_KEY"),
        ({"FRAMING_REDIS_URL": "redis://localhost"}, "FRAMING_ROOM_KEY"),
        ({"FRAMING_REDIS_URL": "http://secret@localhost", "FRAMING_ROOM_KEY": "k" * 40}, "FRAMING_REDIS_URL"),
        ({"FRAMING_SPOOL_MB": "much"}, "FRAMING_SPOOL_MB"),
        ({"FRAMING_SPOOL": "/no/such/folder"}, "FRAMING_SPOOL"),
    ],
)
def test_the_sentence_names_the_setting_and_repeats_no_secret(settings: dict[str, str], named: str) -> None:
    hub, routes = chosen_routes(settings)
    assert hub is None
    with served(Starlette(routes=routes)) as at:
        answer = Browser(at).ask("POST", "/guide/rooms", {})
    assert answer.status == 500
    assert named in answer.json["error"]
    assert "secret" not in answer.json["error"]


def test_without_settings_rooms_are_in_this_process() -> None:
    hub, routes = chosen_routes({})
    assert hub is not None
    assert len(routes) > 1

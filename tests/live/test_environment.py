import json

import pytest

from framing.errors import SettingsError
from framing.live.environment import ICE_SERVERS, MAX_SESSIONS, ice_servers, max_sessions


@pytest.mark.parametrize("environment", [{}, {ICE_SERVERS: ""}, {ICE_SERVERS: "[]"}])
def test_nothing_leaves_the_machine_unless_it_is_asked_for(environment: dict[str, str]) -> None:
    assert ice_servers(environment) == []


def test_servers_reach_the_browser_as_they_were_written() -> None:
    written = [{"urls": ["turn:a.example:3478"], "username": "u", "credential": "c"}, {"urls": "stun:b.example"}]
    assert ice_servers({ICE_SERVERS: json.dumps(written)}) == written


@pytest.mark.parametrize(
    "broken",
    ["{", "{}", '"stun:x"', "[1]", "[{}]", '[{"urls": ""}]', '[{"urls": []}]', '[{"url": "stun:x"}]', "[" * 100_000,
     '[{"urls": "http://x"}]', '[{"urls": ["stun:x", "x"]}]', '[{"urls": "stun:x?transport=udp"}]'],
)  # fmt: skip
def test_a_broken_list_of_servers_becomes_one_sentence(broken: str) -> None:
    with pytest.raises(SettingsError, match=ICE_SERVERS):
        ice_servers({ICE_SERVERS: broken})


def test_a_password_in_a_broken_list_is_never_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        ice_servers({ICE_SERVERS: '[{"urls": 3, "credential": "hunter2"}, {"credential": ["hunter2"]}]'})
    assert "hunter2" not in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(("value", "limit"), [("", 4), ("1", 1), ("12", 12)])
def test_four_are_guided_at_once_unless_asked_otherwise(value: str, limit: int) -> None:
    assert max_sessions({MAX_SESSIONS: value}) == limit
    assert max_sessions({}) == 4


@pytest.mark.parametrize("broken", ["0", "-1", "two", "1.5", "²", "1001", "9" * 5000])
def test_a_broken_number_of_sessions_becomes_one_sentence(broken: str) -> None:
    with pytest.raises(SettingsError, match=MAX_SESSIONS) as caught:
        max_sessions({MAX_SESSIONS: broken})
    assert len(str(caught.value)) < 200

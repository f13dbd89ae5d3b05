import json

import pytest

from framing.carriers.webrtc.ice import ICE_SERVERS, ice_servers
from framing.errors import SettingsError


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

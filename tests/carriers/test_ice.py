import base64
import hashlib
import hmac
import json
import subprocess
import time
from pathlib import Path

import pytest

from framing.carriers.webrtc.ice import ICE_SERVERS, LASTS, TURN_SECRET, ice_for, ice_servers
from framing.errors import SettingsError
from tests.programs import free_port, program, running
from tests.session.stage import PATIENCE


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


TURN = [{"urls": ["turn:a.example:3478", "turn:a.example?transport=tcp"]}, {"urls": "stun:b.example"}]


def test_a_turn_server_without_a_user_gets_one_for_some_hours_made_of_the_shared_secret() -> None:
    turn, stun = ice_for({ICE_SERVERS: json.dumps(TURN), TURN_SECRET: "north"}, "somebody", 1_000.5)
    assert stun == TURN[1]
    assert turn["username"] == f"{1_000 + LASTS}:somebody"
    made = hmac.new(b"north", turn["username"].encode(), hashlib.sha1).digest()
    assert base64.b64decode(turn["credential"]) == made


def test_a_turn_server_with_a_user_of_its_own_keeps_it_and_without_a_secret_nothing_is_made() -> None:
    named = [{"urls": "turn:a.example", "username": "u", "credential": "c"}]
    assert ice_for({ICE_SERVERS: json.dumps(named), TURN_SECRET: "north"}, "somebody", 0.0) == named
    assert ice_for({ICE_SERVERS: json.dumps(TURN)}, "somebody", 0.0) == TURN


def test_a_real_turn_server_relays_for_these_names_and_for_no_other(tmp_path: Path) -> None:
    client, port = program("turnutils_uclient"), free_port()
    command = [
        program("turnserver"), "-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", f"--listening-port={port}",
        "--allow-loopback-peers", "--use-auth-secret", "--static-auth-secret=north", "--realm=guide", "--no-tls",
        "--no-dtls", "--no-cli", f"--pidfile={tmp_path / 'pid'}", f"--log-file={tmp_path / 'log'}",
    ]  # fmt: skip
    one, now = json.dumps([{"urls": "turn:x"}]), time.time()
    made = {
        (secret, ago): ice_for({ICE_SERVERS: one, TURN_SECRET: secret}, "somebody", now - ago)[0]
        for secret, ago in (("north", 0), ("south", 0), ("north", 2 * LASTS))
    }
    with running(command, port, tmp_path):
        found = {which: relays(client, port, server) for which, server in made.items()}
    assert found == {("north", 0): True, ("south", 0): False, ("north", 2 * LASTS): False}


def relays(client: str, port: int, server: dict[str, str]) -> bool:
    """Whether coturn's own client gets its messages back over the relay."""
    command = [
        client, "-y", "-n", "3", "-c", "-p", str(port), "-u", server["username"], "-w", server["credential"],
        "127.0.0.1",
    ]  # fmt: skip
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return False
    return "Total lost packets 0 (0.000000%)" in ran.stdout

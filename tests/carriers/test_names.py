"""A running guide looks up no name but those that its owner has asked for."""

import json
import subprocess
import sys

import pytest

from framing.carriers.names import allowed, looked_up, refusing
from framing.carriers.webrtc.ice import ICE_SERVERS
from framing.hub.address import REDIS_URL

ADDRESSES = ["127.0.0.1", "::1", "192.168.1.20", "203.0.113.9", b"10.0.0.1"]


def test_every_way_to_look_up_a_name_is_refused_by_a_real_process_and_its_caller_is_named() -> None:
    script = """
import logging, socket
from framing.carriers.names import look_up_only
look_up_only(frozenset({"localhost"}))
def asks(): socket.getaddrinfo("example.org", 80)
ways = [asks, lambda: socket.gethostbyname("example.org"), lambda: socket.gethostbyaddr("example.org"),
        lambda: socket.gethostbyname_ex("example.org"), lambda: socket.getnameinfo(("203.0.113.9", 53), 0)]
for way in ways:
    try: way()
    except OSError as error: print(error.errno, "was asked for" in str(error))
print(socket.getaddrinfo("127.0.0.1", 80)[0][4][0], socket.gethostbyname("localhost"))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    *refused, served = ran.stdout.splitlines()
    assert len(refused) == 5
    assert set(refused) == {"13 True"}
    assert served == "127.0.0.1 127.0.0.1"
    assert "in asks" in ran.stderr


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_no_name(address: str | bytes) -> None:
    assert looked_up("socket.getaddrinfo", (address, 80)) is None
    assert looked_up("socket.gethostbyname", (address,)) is None


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_name_of_an_address_is_looked_up(address: str | bytes) -> None:
    assert looked_up("socket.gethostbyaddr", (address,)) is not None
    assert looked_up("socket.getnameinfo", ((address, 80),)) is not None


@pytest.mark.parametrize("where", [None, "", b""])
def test_any_address_of_this_machine_is_no_name_that_leaves_it(where: object) -> None:
    refusing(allowed({}))("socket.getaddrinfo", (where, 0))


def test_the_owners_ice_servers_and_proxies_are_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example.net:3128")
    servers = [{"urls": ["stun:stun.example.org:3478", "turns:Turn.example.org?transport=tcp"]}, {"urls": "stun:[::1]"}]
    names = allowed({ICE_SERVERS: json.dumps(servers)})
    assert {"stun.example.org", "turn.example.org", "proxy.example.net"} <= names
    assert "stun.example.org" not in allowed({})


def test_the_redis_server_of_the_rooms_is_let_through() -> None:
    assert "redis.internal" in allowed({REDIS_URL: "redis://:a%20password@Redis.internal:6379/0"})
    assert allowed({REDIS_URL: "redis://[broken"}) == allowed({})


def test_a_broken_list_of_servers_allows_none_of_them() -> None:
    assert allowed({ICE_SERVERS: "[{"}) == allowed({})

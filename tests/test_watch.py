"""The watcher itself: what it lets through, and that nothing else escapes it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.watch import Watch, around, outside, programs, written

ELSEWHERE = {
    "a public address": '7 sendto(5, ""..., 4, 0, {sa_family=AF_INET, sin_port=htons(443), '
    'sin_addr=inet_addr("203.0.113.9")}, 16) = 4',
    "a public address of IPv6": "7 connect(5, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), "
    'inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28 <unfinished ...>',
    "one of several messages": "7 sendmmsg(5, [{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(9), sin_addr="
    'inet_addr("127.0.0.1")}}}, {msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(9), sin_addr='
    'inet_addr("203.0.113.9")}}}], 2, 0) = 2',
    "a resolver on this machine": "7 connect(5, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("
    '"127.0.0.53")}, 16) = 0',
    "a service that looks names up": '7 connect(5, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = 0',
    "a group of machines": "7 setsockopt(5, SOL_IP, IP_ADD_MEMBERSHIP, {imr_multiaddr=inet_addr("
    '"224.0.0.251"), imr_interface=inet_addr("0.0.0.0")}, 12) = 0',
    "a group of machines of IPv6": "7 setsockopt(5, SOL_IPV6, IPV6_JOIN_GROUP, {}, 20) = 0",
    "a raw socket": "7 socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)) = 5",
    "an address that was not understood": "7 connect(5, {sa_family=AF_VSOCK, svm_cid=0x2}, 16) = 0",
}
HERE = {
    "this machine": '7 connect(5, {sa_family=AF_INET, sin_port=htons(8501), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    "this machine, as IPv6 writes it": "7 connect(5, {sa_family=AF_INET6, sin6_port=htons(9), sin6_flowinfo=htonl(0), "
    'inet_pton(AF_INET6, "::ffff:127.0.0.1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
    "the kernel": '7 sendto(5, [{nlmsg_len=20}, ""...], 20, 0, {sa_family=AF_NETLINK, nl_pid=0}, 12) = 20',
    "somebody who is connected already": '7 sendto(5, ""..., 4, 0, NULL, 0) = 4',
    "a process beside it": '7 connect(5, {sa_family=AF_UNIX, sun_path="/tmp/pymp-x/listener"}, 110) = 0',
}


@pytest.mark.parametrize("line", ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_goes_elsewhere_is_caught(line: str) -> None:
    assert outside([line]) == [line]


@pytest.mark.parametrize("line", HERE.values(), ids=HERE)
def test_what_stays_on_this_machine_is_let_through(line: str) -> None:
    assert outside([line]) == []


def watched(folder: Path, script: str) -> list[str]:
    watch = Watch(folder)
    subprocess.run([*watch.before, sys.executable, "-c", script], check=True)
    return watch.calls()


def test_a_child_that_reaches_for_another_machine_is_caught(tmp_path: Path) -> None:
    # A connected UDP socket sends nothing; the address is one that belongs to nobody (RFC 5737).
    reach = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('203.0.113.9', 9))"
    calls = watched(tmp_path, f"import subprocess, sys; subprocess.run([sys.executable, '-c', {reach!r}], check=True)")
    assert len(outside(calls)) == 1
    assert "203.0.113.9" in outside(calls)[0]


def test_a_name_that_is_looked_up_is_caught_even_where_no_server_is_asked(tmp_path: Path) -> None:
    calls = watched(tmp_path, "import socket; socket.getaddrinfo('localhost', 80)")
    assert outside(calls)[0] in around(calls)


def test_what_is_run_and_written_is_seen_and_what_is_read_is_not(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    calls = watched(
        tmp_path,
        f"import subprocess, tempfile; subprocess.run('true'); open({str(kept)!r}, 'w').close(); "
        f"open({str(kept)!r}).close(); tempfile.TemporaryFile(dir={str(tmp_path)!r})",
    )
    assert "true" in programs(calls)
    assert {str(kept), str(tmp_path)} <= written(calls), "the nameless file too, by its folder"
    assert not any("site.py" in path for path in written(calls))

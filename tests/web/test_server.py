"""The guide as it is started, asked over the wire by its own page and by pages elsewhere, while strace watches it."""

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from framing.lab.rigs import chromium
from framing.web.hosts import HOSTS
from framing.web.policy import headers
from tests.watch import Watch, around, outside, programs, written

OPEN = [
    "/", "/_stcore/health", "/_stcore/host-config", "/guide/cards/headroom", "/guide/scripts/deck.js", "/favicon.png",
]  # fmt: skip
MISSING = [
    "/guide/cards/none", "/guide/scripts/none.js", "/media/none.jpg", "/component/none/index.html", "/static/none.js",
]  # fmt: skip
UPLOAD = "/_stcore/upload_file/nobody/none"
FOREIGN = [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}]
STREAM = "/_stcore/stream"
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str


class Server(NamedTuple):
    port: int
    name: str = "localhost"

    def ask(self, path: str, method: str = "GET", *, upgrade: bool = False, **named: str) -> Answer:
        """An answer to exactly these headers, Host among them; of the page's own Host if none is named."""
        connection = http.client.HTTPConnection(self.name, self.port, timeout=chromium.PATIENCE)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": self.host, **named, **(HANDSHAKE if upgrade else {})}.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        body = "" if response.status == 101 else response.read().decode("utf-8", "replace")
        found = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, body)
        connection.close()
        return found

    @property
    def host(self) -> str:
        return f"{self.name}:{self.port}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with chromium.server(tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield Server(int(address.rpartition(":")[2]))


@pytest.mark.parametrize("path", OPEN)
def test_the_page_itself_and_a_program_are_answered(server: Server, path: str) -> None:
    assert server.ask(path).status == 200
    assert server.ask(path, Origin=f"http://{server.host}").status == 200
    assert server.ask(path, Host=f"127.0.0.1:{server.port}").status == 200


@pytest.mark.parametrize("path", [*OPEN, *MISSING, UPLOAD])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE"])
def test_every_answer_carries_the_policy(server: Server, path: str, method: str) -> None:
    found = server.ask(path, method)
    assert {name: found.headers.get(name) for name, _ in said()} == dict(said())


@pytest.mark.parametrize("path", [*OPEN, *MISSING, UPLOAD])
def test_a_page_elsewhere_is_refused_whatever_it_asks_for(server: Server, path: str) -> None:
    for method in ("GET", "OPTIONS", "PUT", "POST", "DELETE"):
        for foreign in FOREIGN:
            found = server.ask(path, method, **foreign)  # type: ignore[arg-type]  # its last argument, a bool, is never among them
            assert found.status == 403
            assert "access-control-allow-origin" not in found.headers
            assert "FRAMING_HOSTS" in found.body
            assert {name: found.headers.get(name) for name, _ in said()} == dict(said())


def test_only_the_page_itself_opens_a_websocket(server: Server) -> None:
    own = {"Origin": f"http://{server.host}", "Sec-WebSocket-Protocol": "streamlit"}
    assert server.ask(STREAM, upgrade=True, **own).status == 101
    for foreign in FOREIGN:
        refused = server.ask(STREAM, upgrade=True, **{**own, **foreign})
        assert refused.status == 403
        assert "FRAMING_HOSTS" in refused.body


def test_the_server_listens_on_this_machine_alone(server: Server) -> None:
    for process in psutil.Process().children(recursive=True):
        for connection in process.net_connections("tcp"):
            assert connection.status != psutil.CONN_LISTEN or connection.laddr.ip in ("127.0.0.1", "::1")
    for address in addresses():
        if not address.startswith("127."):
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection((address, server.port), timeout=5)


def test_neither_the_start_nor_a_foreign_page_makes_the_server_reach_out_run_or_write_anything(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    with chromium.server(tmp_path / "log.txt", {"PYTHONDONTWRITEBYTECODE": "1"}, under=watch.before) as address:
        watched = Server(int(address.rpartition(":")[2]))
        for path in (*OPEN, *MISSING, UPLOAD):
            watched.ask(path, Origin="https://evil.example")
            watched.ask(path, "PUT", Origin="https://evil.example")
            watched.ask(path)
        watched.ask(STREAM, upgrade=True, Origin="https://evil.example")
    calls = watch.calls()
    assert any(f"htons({watched.port})" in line for line in calls), "the server was watched"
    assert outside(calls) == [], around(calls)
    assert {name for name in programs(calls) if not name.startswith("python")} == set()
    assert written(calls) == set()


def test_other_machines_are_served_where_it_is_asked_for_under_the_names_that_were_added_alone(
    tmp_path: Path,
) -> None:
    others = [address for address in addresses() if not address.startswith("127.")]
    if not others:
        pytest.skip("this machine has no address but its own loopback")
    asked = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0", HOSTS: others[0]}
    with chromium.server(tmp_path / "log.txt", asked) as address:
        opened = Server(int(address.rpartition(":")[2]), others[0])
        assert opened.ask("/", Origin=f"http://{opened.host}").status == 200
        assert opened.ask("/", Host=f"localhost:{opened.port}").status == 200
        assert opened.ask("/", Host=f"evil.example:{opened.port}").status == 403
        assert opened.ask("/", Origin="https://evil.example").status == 403


def addresses() -> list[str]:
    nets = psutil.net_if_addrs().values()
    return [address.address for net in nets for address in net if address.family == socket.AF_INET]


def said() -> list[tuple[str, str]]:
    return [(name.decode(), value.decode()) for name, value in headers()]

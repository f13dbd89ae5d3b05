"""The files of docs/hosting/, with Debian's own nginx and Caddy before two real guides that share a real Redis."""

import asyncio
import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from framing.carriers.webrtc.ice import ICE_SERVERS, ice_servers
from framing.lab.rigs.room_people import open_room, person, together
from tests.hub.redis_server import redis_server
from tests.programs import free_port, program, running
from tests.session.stage import PATIENCE

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs" / "hosting"
COOKIE = "framing_guide"


class Proxy(NamedTuple):
    """Where the proxy answers, and the two guides behind it."""

    base: str
    guides: tuple[str, str]


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def proxy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp(request.param)
    with ExitStack() as held:
        redis = held.enter_context(redis_server(folder))
        ports = [held.enter_context(guide(redis.url)) for _ in range(2)]
        port = free_port()
        start = nginx if request.param == "nginx" else caddy
        held.enter_context(running(start(folder, port, ports), port, folder))
        yield Proxy(f"http://127.0.0.1:{port}/", (ports[0], ports[1]))


@contextmanager
def guide(redis: str) -> Iterator[str]:
    """The port of a guide without pages."""
    environment = {**os.environ, "FRAMING_REDIS_URL": redis, "FRAMING_ROOM_KEY": "k" * 40}
    command = [sys.executable, "-m", "framing.lab.rigs.rooms_app", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.kill()


def nginx(folder: Path, port: int, guides: list[str]) -> list[str]:
    """The command that runs docs/hosting/nginx.conf at these ports, without the certificate and as nobody special."""
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    text = re.sub(r"    server \{\n        listen 80;.*?\n    \}\n", "", text, count=1, flags=re.DOTALL)
    text = re.sub(r" +ssl_certificate.*\n", "", text).replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    text = text.replace("; Secure", "").replace("$host;", "$http_host;")
    for name, guide in zip(("guide-1:8501", "guide-2:8501"), guides, strict=True):
        text = text.replace(name, f"127.0.0.1:{guide}")
    text = text.replace("/var/log/nginx/access.log", str(folder / "access.log"))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f"    {kind}_temp_path {folder / kind};\n" for kind in kinds)
    text = text.replace("http {\n", f"http {{\n{paths}", 1)
    head = f"pid {folder / 'nginx.pid'};\ndaemon off;\nmaster_process off;\n"
    (folder / "nginx.conf").write_text(head + text, "utf-8")
    return [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


def caddy(folder: Path, port: int, guides: list[str]) -> list[str]:
    """The command that runs docs/hosting/Caddyfile at these ports, without a certificate."""
    text = (DEPLOY / "Caddyfile").read_text("utf-8").replace("studio.example.org {", f"http://127.0.0.1:{port} {{")
    for name, guide in zip(("guide-1:8501", "guide-2:8501"), guides, strict=True):
        text = text.replace(name, f"127.0.0.1:{guide}")
    text = text.replace("{$FRAMING_COOKIE_SECRET}", "a-secret")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text, "utf-8")
    return [program("caddy"), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


class Reply(NamedTuple):
    """Which guide answered, and the cookie that the proxy gave."""

    server: str
    cookie: str


def ask(proxy: Proxy, cookie: str = "") -> Reply:
    """Any request of a browser with that cookie."""
    connection = http.client.HTTPConnection(proxy.base.split("//")[1].rstrip("/"), timeout=PATIENCE)
    try:
        connection.request("GET", "/guide/room/zip", headers={"Cookie": f"{COOKIE}={cookie}"} if cookie else {})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 404
        given = re.search(rf"{COOKIE}=([^;]+)", answer.getheader("Set-Cookie") or "")
        return Reply(answer.getheader("X-Framing-Server") or "", given[1] if given else cookie)
    finally:
        connection.close()


def test_a_browser_stays_with_one_guide_and_browsers_are_spread_over_both(proxy: Proxy) -> None:
    first = [ask(proxy) for _ in range(24)]
    assert len({reply.server for reply in first}) == 2
    for reply in first[:8]:
        assert {ask(proxy, reply.cookie).server for _ in range(4)} == {reply.server}


def test_coach_and_sitter_on_different_guides_are_in_one_room(proxy: Proxy) -> None:
    replies = [ask(proxy) for _ in range(24)]
    one = replies[0]
    other = next(reply for reply in replies if reply.server != one.server)

    async def talk() -> None:
        links = await asyncio.to_thread(open_room, proxy.base, "Team", {"Cookie": f"{COOKIE}={one.cookie}"})
        cookies = [{"Cookie": f"{COOKIE}={reply.cookie}"} for reply in (one, other)]
        async with together(proxy.base, links, headers=(cookies[0], cookies[1])) as (coach, sitter, _):
            await coach.say("signal", to=sitter.you, data="x" * 20_000)
            await sitter.until(lambda: bool(sitter.all_of("signal")))
            await coach.say("take", after=3)
            await sitter.until(lambda: bool(sitter.all_of("do")))

    asyncio.run(talk())


def test_the_room_of_a_guide_that_dies_goes_on_at_the_other(tmp_path: Path) -> None:
    with ExitStack() as held:
        redis = held.enter_context(redis_server(tmp_path))
        dying = ExitStack()
        ports = [dying.enter_context(guide(redis.url)), held.enter_context(guide(redis.url))]
        port = free_port()
        held.enter_context(running(nginx(tmp_path, port, ports), port, tmp_path))
        proxy = Proxy(f"http://127.0.0.1:{port}/", (ports[0], ports[1]))
        servers = {ask(proxy).server for _ in range(24)}
        assert len(servers) == 2
        links = open_room(proxy.base)
        dying.close()

        async def comes() -> None:
            for _ in range(6):  # without a cookie: whichever guide each would have been sent to
                async with person(proxy.base, f"{links['id']}.{links['coach']}", "Coach") as coach:
                    await coach.until(coach.is_in)
                    assert coach.room["name"] == "Room"

        asyncio.run(comes())


def test_the_compose_file_names_only_files_that_are_there_and_servers_that_are_read() -> None:
    text = (ROOT / "compose.yaml").read_text("utf-8")
    named = [*re.findall(r"\./(docs/hosting/[A-Za-z.]+)", text), *re.findall(r"dockerfile: (\S+)", text)]
    assert {Path(name).name for name in named} == {"Dockerfile", "Caddyfile", "turnserver.conf"}
    assert all((ROOT / name).is_file() for name in named)
    (written,) = re.findall(r"FRAMING_ICE_SERVERS: >-\n((?: {6}.*\n)+)", text)
    servers = written.replace("${FRAMING_HOSTS}", "studio.example.org")
    assert len(ice_servers({ICE_SERVERS: servers})) == 2


def test_coturn_reads_its_file(tmp_path: Path) -> None:
    port = free_port()
    text = (DEPLOY / "turnserver.conf").read_text("utf-8").replace("listening-port=3478", f"listening-port={port}")
    (tmp_path / "turn.conf").write_text(
        text.replace("no-stdout-log\nlog-file=/dev/null", f"log-file={tmp_path / 'log'}\npidfile={tmp_path / 'pid'}")
    )
    command = [
        program("turnserver"), "-c", str(tmp_path / "turn.conf"), "--static-auth-secret=north",
        "--listening-ip=127.0.0.1",
    ]  # fmt: skip
    with running(command, port, tmp_path):
        pass
    said = (tmp_path / "said").read_text("utf-8", "replace") + "".join(
        path.read_text("utf-8", "replace") for path in tmp_path.glob("log*")
    )
    assert "Bad configuration" not in said
    assert "Unknown" not in said

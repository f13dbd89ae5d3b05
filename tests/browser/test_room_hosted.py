"""A room as it is hosted: by relay alone, and with coach and sitter at two guides behind one proxy."""

import json
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import Visit, visit
from tests.browser.test_room import PLAYS, WAIT, admit, opened, toured
from tests.hub.redis_server import redis_server
from tests.programs import free_port, program, running
from tests.web.test_deploy import COOKIE, nginx

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

pytestmark = pytest.mark.browser

SECRET = "north-south"  # of the relay of this test
RELAY_PORT = free_port()
VIDEO = "document.querySelector('.session .stage video')"


class Hosted(NamedTuple):
    """Where the proxy answers, the first guide behind it, and a cookie for each of the two."""

    base: str
    guide: str
    cookies: tuple[str, str]


@pytest.fixture(scope="module")
def hosted(driver: "Playwright", tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    folder, port = tmp_path_factory.mktemp("hosted"), free_port()
    relay = [f"turn:127.0.0.1:{RELAY_PORT}?transport={by}" for by in ("udp", "tcp")]
    with ExitStack() as held:
        environment = {
            "FRAMING_REDIS_URL": held.enter_context(redis_server(folder)).url,
            "FRAMING_ROOM_KEY": "k" * 40,
            "FRAMING_TURN_SECRET": SECRET,
            "FRAMING_ICE_SERVERS": json.dumps([{"urls": relay}]),
        }
        logs = [folder / f"guide-{number}.txt" for number in (1, 2)]
        guides = [held.enter_context(chromium.server(log, environment)) for log in logs]
        command = nginx(folder, port, [guide.rsplit(":", 1)[1] for guide in guides])
        written = folder / "nginx.conf"
        named = 'add_header X-Guide $upstream_addr always;\n            add_header Set-Cookie "'
        written.write_text(written.read_text("utf-8").replace('add_header Set-Cookie "', named), "utf-8")
        held.enter_context(running(command, port, folder))
        base = f"http://localhost:{port}"
        yield Hosted(base, guides[0], _cookies(base))
    for log in logs:
        assert not [line for line in log.read_text().splitlines() if "/framing/" in line or "framing." in line]


def _cookies(base: str) -> tuple[str, str]:
    """Two, by which the proxy sends browsers to two different guides."""
    found: dict[str, str] = {}
    for name in map(str, range(64)):
        asked = urllib.request.Request(f"{base}/_stcore/health", headers={"Cookie": f"{COOKIE}={name}"})
        with urllib.request.urlopen(asked, timeout=chromium.PATIENCE) as answer:
            found.setdefault(answer.headers["X-Guide"], name)
    one, other = found.values()
    return one, other


@contextmanager
def relay(folder: Path, *how: str) -> Iterator[None]:
    """A relay that runs."""
    command = [
        program("turnserver"), "-n", "--use-auth-secret", f"--static-auth-secret={SECRET}", "--realm=studio",
        f"--listening-port={RELAY_PORT}", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--allow-loopback-peers",
        "--no-cli", "--no-tls", "--no-dtls", "--log-file=stdout",
        f"--pidfile={folder / 'pid'}", f"--db={folder / 'db'}",
        *how,
    ]  # fmt: skip
    with running(command, RELAY_PORT, folder):
        yield


def by_cookie(value: str, base: str) -> Callable[["Page"], None]:
    """Prepares a page whose browser is sent to one guide."""

    def prepare(page: "Page") -> None:
        page.context.add_cookies([{"name": COOKIE, "value": value, "url": base}])
        toured(page)

    return prepare


def come_in(coach: Visit, sitter: Visit) -> None:
    """A sitter at their link, until the coach sees them."""
    sitter.page.get_by_label("Your name").fill("Mira", timeout=WAIT)
    sitter.page.get_by_role("button", name="Come in").click()
    admit(coach.page, "Mira")
    sitter.page.get_by_role("button", name="Yes, start").click(timeout=WAIT)
    coach.page.wait_for_function(PLAYS, timeout=WAIT)


def by(sitter: Visit, protocol: str) -> None:
    """Until the sitter's browser reaches the coach's through a relay that it asks in that way."""
    sitter.page.wait_for_function(
        f"""async (protocol) => {{
            const {{ mesh }} = {chromium.DECK}.deck.sitting, [id] = mesh.peers.keys(), stats = await mesh.stats(id);
            return stats?.way === "relay" && stats.protocol === protocol;
        }}""",
        arg=protocol, timeout=WAIT,
    )  # fmt: skip


def plays_on(page: "Page") -> None:
    """Until the sitter's picture at the coach goes on from where it is."""
    now = page.locator(".session .stage video").evaluate("video => video.currentTime")
    page.wait_for_function(f"now => ({VIDEO}).currentTime > now + 0.5", arg=now, timeout=WAIT)


@pytest.mark.long
def test_by_a_relay_alone_the_coach_sees_the_sitter_by_udp_and_after_it_is_cut_by_tcp(
    with_person: "Browser", hosted: Hosted, tmp_path: Path
) -> None:
    with ExitStack() as both, opened(with_person, hosted.guide, "?relay") as (coach, link, _):
        both.enter_context(relay(tmp_path))
        with visit(with_person, link.replace("/#", "/?relay#"), toured) as sitter:
            come_in(coach, sitter)
            coach.wait_for("by relay", ".state")
            by(sitter, "udp")
            both.close()
            with relay(tmp_path, "--no-udp"):
                by(sitter, "tcp")
                plays_on(coach.page)
                coach.wait_for("by relay", ".state")


@pytest.mark.long
def test_coach_and_sitter_at_two_guides_behind_one_proxy_work_from_the_picture_to_the_zip(
    with_person: "Browser", hosted: Hosted, pictures: Path
) -> None:
    one, other = (by_cookie(cookie, hosted.base) for cookie in hosted.cookies)
    with opened(with_person, hosted.base, before=one) as (coach, link, _), visit(with_person, link, other) as sitter:
        page = coach.page
        come_in(coach, sitter)
        page.locator(".ranked li").first.get_by_role("button").press("Enter", timeout=WAIT)
        sitter.wait_for("Ana pinned this", ".say")
        page.locator(".after button").first.click()
        page.get_by_role("button", name="Take 5").click()
        page.locator(".film img:not([hidden])").nth(4).wait_for(timeout=WAIT)
        page.locator(".film .star").first.click()
        page.locator(".film .star[aria-pressed=true]").wait_for(timeout=WAIT)
        page.locator(".acts .ask").click()
        page.locator(".film [data-state=here]").wait_for(timeout=WAIT)
        with page.expect_download(timeout=WAIT) as saved:
            page.locator(".acts .zip").click()
        with zipfile.ZipFile(saved.value.path()) as files:
            assert sum(name.endswith(".jpg") for name in files.namelist()) == 1
        coach.shot(pictures, "room-two-guides")

import pytest

from framing.web.hosts import HOSTS
from framing.web.refusal import refusal

STUDIO = frozenset({"studio.example.org"})


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "localhost", "LocalHost:9000"])
def test_this_machine_is_let_in_at_any_port(host: str) -> None:
    assert refusal([host], [], frozenset()) is None
    assert refusal([host], [f"http://{host}"], frozenset()) is None


@pytest.mark.parametrize(
    "hosts",
    [
        ["evil.example:8501"],
        ["localhost.evil.example"],
        ["evil.localhost:8501"],
        ["127.0.0.1.evil.example"],
        ["127.0.0.2"],
        ["0.0.0.0:8501"],
        ["localhost@evil.example"],
        ["localhost", "evil.example"],
        [""],
        [],
    ],
)
def test_any_other_name_is_refused_with_what_to_do(hosts: list[str]) -> None:
    why = refusal(hosts, [], frozenset())
    assert why is not None
    assert HOSTS in why
    assert refusal(hosts, [f"http://{host}" for host in hosts], frozenset()) is not None


@pytest.mark.parametrize(
    "origins",
    [
        ["https://evil.example"],
        ["http://localhost:3000"],
        ["http://localhost"],
        ["http://127.0.0.1:8501"],
        ["https://localhost.evil.example:8501"],
        ["ftp://localhost:8501"],
        ["chrome-extension://abcdefgh"],
        ["null"],
        ["file://"],
        [""],
        ["http://localhost:8501", "https://evil.example"],
    ],
)
def test_a_page_of_any_other_place_is_refused_with_what_to_do(origins: list[str]) -> None:
    why = refusal(["localhost:8501"], origins, frozenset())
    assert why is not None
    assert HOSTS in why


@pytest.mark.parametrize("host", ["studio.example.org", "studio.example.org:443", "Studio.example.org:8443"])
def test_a_name_that_was_added_is_served_and_its_neighbours_are_not(host: str) -> None:
    assert refusal([host], [f"https://{host}"], STUDIO) is None
    assert refusal([host], [f"https://{host}"], frozenset()) is not None
    assert refusal([f"www.{host}"], [], STUDIO) is not None


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "studio.example.org", "studio.example.org:8501"])
def test_a_proxy_may_keep_the_hosts_name_or_write_its_own(host: str) -> None:
    assert refusal([host], ["https://studio.example.org"], STUDIO) is None
    assert refusal([host], ["https://evil.example"], STUDIO) is not None


def test_a_refusal_is_short_however_long_the_name() -> None:
    assert len(refusal(["x" * 100_000], [], frozenset()) or "") < 500

import pytest

from framing.errors import SettingsError
from framing.web.hosts import HOSTS, added_hosts, place


@pytest.mark.parametrize("environment", [{}, {HOSTS: ""}, {HOSTS: "  "}])
def test_only_this_machine_is_served_unless_it_is_asked_for(environment: dict[str, str]) -> None:
    assert added_hosts(environment) == frozenset()


def test_names_and_addresses_are_kept_as_browsers_send_them() -> None:
    written = "Studio.Example.org, 192.168.1.20,fd00::0:2 , [fd00::3], bücher.example"
    sent = {"studio.example.org", "192.168.1.20", "[fd00::2]", "[fd00::3]", "xn--bcher-kva.example"}
    assert added_hosts({HOSTS: written}) == sent
    assert all(place(f"{name}:8501") == (name, 8501) for name in sent)


@pytest.mark.parametrize(
    "broken",
    ["https://studio.example.org", "studio.example.org:443", "*", "*.example.org", "a,,b", ",", "a b", "-a", "a..b",
     "x" * 64, "a/b", "[::1", "fe80::1%eth0", "192.168.1.0/24"],
)  # fmt: skip
def test_a_broken_list_of_hosts_becomes_one_sentence(broken: str) -> None:
    with pytest.raises(SettingsError, match=HOSTS):
        added_hosts({HOSTS: broken})


@pytest.mark.parametrize(
    ("header", "name", "port"),
    [("localhost", "localhost", None), ("LOCALHOST:8501", "localhost", 8501), ("[::1]:80", "[::1]", 80)],
)
def test_a_host_header_names_a_place(header: str, name: str, port: int | None) -> None:
    assert place(header) == (name, port)


@pytest.mark.parametrize("header", ["", ":8501", "a:b", "a:", "user@localhost", "localhost/", "localhost ", "::1", "é"])
def test_a_host_header_that_is_none_names_no_place(header: str) -> None:
    assert place(header) is None

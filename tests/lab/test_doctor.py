"""The check-up: each check well and unwell, with its remedy."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing.carriers.webrtc.ice import ICE_SERVERS
from framing.lab.doctor import machine, network, studio
from framing.lab.doctor.result import Result, State
from framing.lab.doctor.run import CHECKS, results, run
from framing.presets.catalogue import FOLDER
from framing.session.seats import MAX_SESSIONS
from framing.web.hosts import HOSTS


def of(name: str, checks: object = CHECKS) -> list[Result]:
    return [f for f in results(checks) if f.name == name]  # type: ignore[arg-type]


@pytest.mark.models
def test_nothing_fails_where_the_suite_runs_and_every_remedy_belongs_to_a_finding() -> None:
    found = [f for check in CHECKS if check is not network.port for f in check()]
    assert [f for f in found if f.state is State.FAIL] == []
    assert all(bool(f.remedy) == (f.state is not State.OK) for f in found)


@pytest.mark.parametrize(
    ("system", "kind", "state"),
    [
        ("Linux", "x86_64", State.OK),
        ("Darwin", "arm64", State.OK),
        ("Windows", "AMD64", State.OK),
        ("Linux", "aarch64", State.FAIL),
        ("Darwin", "x86_64", State.FAIL),
    ],
)
def test_a_computer_for_which_mediapipe_is_not_built_is_named_with_those_for_which_it_is(
    monkeypatch: pytest.MonkeyPatch, system: str, kind: str, state: State
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("platform.machine", lambda: kind)
    (found,) = machine.computer()
    assert found.state is state
    assert f"{system} {kind}" in found.found
    assert ("Intel or AMD" in found.remedy) == (state is State.FAIL)


def test_the_check_up_runs_where_no_package_is_installed_and_says_so() -> None:
    bare = [sys.executable, "-S", "-m", "framing", "doctor", "--json"]  # -S: without this environment's packages
    done = subprocess.run(bare, cwd=machine.ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 1
    said = {finding["name"]: finding for finding in json.loads(done.stdout)}
    assert "mediapipe not installed" in said["packages"]["found"]
    assert said["computer"]["state"] == "ok" or "mediapipe is not built" in said["computer"]["found"]


@pytest.mark.parametrize(
    ("added", "listens", "state"),
    [
        ("", "127.0.0.1", State.OK),
        ("studio.example.org", "0.0.0.0", State.OK),
        ("", "0.0.0.0", State.WARN),
        ("https://studio.example.org", "0.0.0.0", State.FAIL),
    ],
)
def test_who_can_open_the_page_is_said(
    monkeypatch: pytest.MonkeyPatch, added: str, listens: str, state: State
) -> None:
    monkeypatch.setenv(HOSTS, added)
    monkeypatch.setattr("streamlit.config.get_option", {"server.address": listens}.get)
    (found,) = network.hosts()
    assert found.state is state
    assert bool(found.remedy) == (state is not State.OK)


def test_a_missing_library_comes_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LIBRARIES", ("libnobody.so.9",))
    monkeypatch.setattr("platform.system", lambda: "Linux")
    (found,) = machine.libraries()
    assert found.state is State.FAIL
    assert "libnobody.so.9" in found.found
    assert "apt-get install -y libegl1" in found.remedy


def test_a_package_at_another_version_is_named_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_version", lambda _: "0.0")
    (found,) = machine.packages()
    assert found.state is State.FAIL
    assert "streamlit 0.0 instead of" in found.found


def test_a_missing_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FRAMING_MODELS", str(tmp_path / "nowhere"))
    found = list(machine.models())
    assert found[-1].state is State.FAIL
    assert found[-1].remedy


def test_broken_ice_servers_fail_without_repeating_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ICE_SERVERS, '[{"urls": 3, "credential": "hush"}]')
    (found,) = network.ice()
    assert found.state is State.FAIL
    assert "hush" not in str(found)


def test_a_server_without_an_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    monkeypatch.setenv(ICE_SERVERS, '[{"urls": "turn:turn.example.org:3478?transport=udp"}]')
    (found,) = network.ice()
    assert found.state is State.FAIL
    assert found.found.startswith("turn.example.org ")


def test_too_many_people_for_the_cores_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MAX_SESSIONS, "900")
    (found,) = network.sessions()
    assert found.state is State.WARN


def test_a_port_that_another_program_holds_fails_and_a_free_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("", 0))
        other.listen()
        monkeypatch.setattr("streamlit.config.get_option", lambda _: other.getsockname()[1])
        monkeypatch.setattr(network, "_guide_answers", lambda _: False)
        assert next(iter(network.port())).state is State.FAIL
        monkeypatch.setattr(network, "_guide_answers", lambda _: True)
        assert next(iter(network.port())).state is State.OK


@pytest.mark.parametrize(
    ("host", "certificate", "state"),
    [("localhost", "", State.OK), ("studio.example.org", "", State.FAIL), ("studio.example.org", "no.pem", State.FAIL)],
)
def test_the_camera_is_given_to_this_computer_or_over_https(
    monkeypatch: pytest.MonkeyPatch, host: str, certificate: str, state: State
) -> None:
    options = {"browser.serverAddress": host, "server.sslCertFile": certificate}
    monkeypatch.setattr("streamlit.config.get_option", options.get)
    (found,) = network.address()
    assert found.state is state


def test_a_broken_preset_of_ones_own_is_a_warning_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text('extends = "headshot"\ntitel = "Mine"\n')
    monkeypatch.setenv(FOLDER, str(tmp_path))
    found = [f for f in network.presets() if f.state is State.WARN]
    assert len(found) == 1
    assert "mine.toml, line 2" in found[0].found + found[0].remedy or "mine.toml, line 2" in str(found[0])


def test_a_broken_standard_drill_and_file_of_weights_are_warnings_each_with_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text('titel = "Mine"\n')
    monkeypatch.setenv("FRAMING_STANDARD", str(tmp_path / "mine.toml"))
    monkeypatch.setenv("FRAMING_DRILLS", str(tmp_path))
    monkeypatch.setenv("FRAMING_WEIGHTS", str(tmp_path / "none.toml"))
    for check, name in ((studio.standard, "mine.toml"), (studio.drills, "mine.toml"), (studio.weights, "none.toml")):
        (warned,) = (f for f in check() if f.state is State.WARN)
        assert name in str(warned)


def broken() -> Iterator[Result]:
    raise RuntimeError("oh")


def test_a_check_that_breaks_is_a_finding_and_the_others_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(as_json=True, checks=(broken, machine.python)) == 1
    first, second = json.loads(capsys.readouterr().out)
    assert first["state"] == "fail"
    assert second == {"name": "python", "state": "ok", "found": second["found"], "remedy": ""}


def test_each_remedy_stands_below_its_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(as_json=False, checks=(lambda: [Result("x", State.WARN, "y", "z")],)) == 0
    assert capsys.readouterr().out == "! x: y\n    → z\n"


def test_the_settings_of_rooms_are_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert [f.state for f in network.rooms()] == [State.OK]
    wrong = {"FRAMING_ROOM_KEY": "short", "FRAMING_SPOOL": str(tmp_path / "none"), "FRAMING_SPOOL_MB": "x"}
    for name, value in wrong.items():
        with monkeypatch.context() as patched:
            patched.setenv(name, value)
            (found,) = network.rooms()
            assert found.state is State.FAIL
            assert found.remedy


def test_a_redis_server_that_does_not_answer_is_told_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRAMING_REDIS_URL", "redis://:secret@127.0.0.1:1/0")
    monkeypatch.setenv("FRAMING_ROOM_KEY", "k" * 40)
    found = list(network.rooms())
    assert found[-1].state is State.FAIL
    assert not any("secret" in word for one in found for word in one)

"""`python -m framing judge` as a shell runs it: how far it is, whole entries, and an end in order."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from framing.stopping import Stopped, Stopping
from tests.photographs import hopper

pytestmark = pytest.mark.models
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def photograph(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("photographs") / "hopper.png"
    Pillow.fromarray(hopper()).save(path)
    return str(path)


def judge(*arguments: object, **how: Any) -> subprocess.Popen[str]:
    """The command, running."""
    command = [sys.executable, "-m", "framing", "judge", *map(str, arguments)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
    return subprocess.Popen(command, cwd=ROOT, text=True, **streams)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_batch_leaves_whole_entries_in_a_closed_array_and_no_traceback(
    photograph: str, number: signal.Signals, status: int
) -> None:
    process = judge("--json", *[photograph] * 500)
    printed = process.stdout.readline()  # "[": the first entry is being printed
    process.send_signal(number)
    rest = process.stdout.read()  # with what the line was read from; communicate() would pass that over
    _, errors = process.communicate(timeout=120)
    entries = json.loads(printed + rest)
    assert process.returncode == status
    assert 1 <= len(entries) < 500
    assert all(entry["ready"] in (True, False) for entry in entries)
    assert "Traceback" not in errors


def test_a_terminal_is_told_how_far_it_is_and_a_file_is_not(photograph: str) -> None:
    ours, theirs = pty.openpty()
    process = judge("--json", "/nowhere.png", photograph, stderr=theirs)
    os.close(theirs)
    out, _ = process.communicate(timeout=120)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "[1/2] /nowhere.png" in shown
    assert f"[2/2] {photograph}" in shown
    assert [list(entry)[:2] for entry in json.loads(out)] == [["file", "error"], ["file", "reads_as"]]
    quiet = judge("/nowhere.png")
    assert "[1/1]" not in quiet.communicate(timeout=120)[1]


def test_a_reader_that_goes_away_and_a_full_disk_are_said(photograph: str) -> None:
    read, write = os.pipe()
    os.close(read)
    gone = judge(photograph, stdout=write)
    os.close(write)
    assert "takes what is printed" in gone.communicate(timeout=120)[1]
    assert gone.returncode == 1
    if Path("/dev/full").exists():
        with Path("/dev/full").open("w") as full:
            disk = judge("--json", photograph, stdout=full)
            assert "No space left" in disk.communicate(timeout=120)[1]
        assert disk.returncode == 1


def test_copies_that_cannot_be_written_are_said_before_anything_is_looked_at(photograph: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    process = judge("--json", photograph, "--annotate", tmp_path / "file")
    out, errors = process.communicate(timeout=120)
    assert (process.returncode, out) == (1, "")
    assert "Expected a place that can be written to" in errors


def test_without_an_input_and_with_pipes_and_devices_among_the_files_it_ends(photograph: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "framing", "judge", "--json", str(pipe), "/dev/zero", str(tmp_path), photograph]
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *command]
    shell = subprocess.run(closed, capture_output=True, cwd=ROOT, timeout=120, check=False)
    entries = json.loads(shell.stdout)
    assert shell.returncode == 1
    assert ["error" in entry for entry in entries] == [True, True, True, False]


def test_what_has_to_stay_whole_is_finished_first() -> None:
    told: list[str] = []
    with pytest.raises(Stopped) as stopped:
        _stopped(told, signal.SIGTERM)
    assert (told, stopped.value.status) == (["finished"], 143)


def test_a_second_signal_is_not_waited_for_and_all_is_as_before_afterwards() -> None:
    told: list[str] = []
    before = signal.getsignal(signal.SIGINT)  # ignored, where the tests were started in the background
    with pytest.raises(Stopped):
        _stopped(told, signal.SIGTERM, signal.SIGINT)
    assert not told
    assert signal.getsignal(signal.SIGINT) is before


def _stopped(told: list[str], *signals: signal.Signals) -> None:
    with Stopping() as stopping, stopping.whole():
        for number in signals:
            signal.raise_signal(number)  # in this thread, unlike os.kill: another one would take it at its leisure
        told.append("finished")

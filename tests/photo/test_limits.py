"""What hangs, crashes or takes all memory costs one sentence, and the next photograph is opened."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Never

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.errors import PhotoError
from framing.photo import open_photo, process
from tests.photo.making import files, pixels, saved, with_chunk


def goes_on() -> None:
    """A good photograph is opened all the same."""
    assert open_photo(files()["plain.png"]).size == (96, 128)


def test_what_takes_too_long_is_ended_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 1.0)
    with pytest.raises(PhotoError, match=r"within 1 seconds.*slow\.jpg"):
        open_photo(many_scans(), "slow.jpg")
    monkeypatch.undo()
    goes_on()


def many_scans() -> bytes:
    """A progressive JPEG of some megapixels that says the same thousands of times."""
    data = saved(Pillow.new("RGB", (5000, 5000)), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * 3000 + data[-2:]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a limit of memory")
@pytest.mark.parametrize("bomb", ["pixels", "text", "size of a TIFF"])
def test_what_takes_all_memory_is_ended_with_a_sentence(bomb: str) -> None:
    plain = saved(Pillow.fromarray(pixels()), "PNG")
    huge = {256: 60_000, 257: 60_000, 258: 8, 262: 1, 273: 8, 278: 60_000, 279: 99}
    data = {
        "pixels": with_chunk(plain[:8], b"IHDR", struct.pack(">IIBBBBB", 50_000, 40_000, 1, 0, 0, 0, 0)) + plain[33:],
        "text": with_chunk(plain, b"zTXt", b"Comment\0\0" + zlib.compress(bytes(1 << 26))),
        "size of a TIFF": struct.pack("<4sIH", b"II*\0", 8, len(huge)) + b"".join(
            struct.pack("<HHII", tag, 4, 1, value) for tag, value in huge.items()
        ) + bytes(100),
    }[bomb]  # fmt: skip
    with pytest.raises(PhotoError, match=r"within 1 GB of memory.*bomb|bomb.*damaged"):
        open_photo(data, "bomb")
    goes_on()


def test_a_profile_that_is_a_bomb_is_refused_or_ignored() -> None:
    content = b"profile\0\0" + zlib.compress(bytes(1 << 26), 9)
    data = with_chunk(saved(Pillow.fromarray(pixels()), "PNG"), b"iCCP", content)
    try:
        assert open_photo(data).size == (128, 96)
    except PhotoError as error:
        assert "damaged" in str(error)  # noqa: PT017 - either will do
    goes_on()


def test_a_decoder_that_breaks_down_costs_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = process._Process
    monkeypatch.setattr(process, "_Process", lambda: killed(opened()))
    process._end_all()
    with pytest.raises(PhotoError, match=r"odd\.jpg, on which its decoder breaks down"):
        open_photo(files()["plain.jpg"], "odd.jpg")
    monkeypatch.undo()
    goes_on()


def killed(started: Any) -> Any:
    started._child.kill()
    started._child.wait()
    return started


def test_one_process_serves_a_batch_and_one_that_has_gone_is_replaced() -> None:
    process._end_all()
    goes_on()
    [first] = process._idle
    goes_on()
    assert process._idle == [first]
    assert first.asked == 2
    os.kill(first._child.pid, signal.SIGTERM)
    first._child.wait()
    goes_on()
    assert first not in process._idle


def test_a_process_without_work_gives_its_memory_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_WARM", 0.01)
    process._end_all()
    goes_on()
    waiting = next(iter(process._idle), None)
    if waiting is not None:
        waiting.retire.join()
        waiting._child.wait()
    assert process._idle == []


def test_photographs_are_opened_from_many_threads_at_once() -> None:
    names = list(files()) * 2
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda name: open_photo(files()[name], name).frame.pixels, names))
    for name, seen in zip(names, together, strict=True):
        assert np.array_equal(seen, open_photo(files()[name], name).frame.pixels)
    assert len(process._idle) <= 2


def test_ctrl_c_in_the_middle_of_an_answer_leaves_no_half_read_process(monkeypatch: pytest.MonkeyPatch) -> None:
    process._end_all()
    def interrupted(*_: object) -> Never:
        raise KeyboardInterrupt

    monkeypatch.setattr(process, "receive", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_photo(files()["plain.jpg"])
    monkeypatch.undo()
    assert process._idle == []
    goes_on()


def test_nothing_is_left_running_when_the_program_ends() -> None:
    code = (
        "from pathlib import Path; from framing.photo import open_photo, process; import sys;"
        "open_photo(Path(sys.argv[1])); print(process._idle[0]._child.pid)"
    )
    packaged = Path(__file__).parents[2] / "assets" / "sample.jpg"
    done = subprocess.run([sys.executable, "-c", code, packaged], capture_output=True, text=True, check=True)
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


def test_a_file_that_vanishes_is_said(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match="no file"):
        open_photo(tmp_path / "gone.jpg")
    with pytest.raises(PhotoError, match=r"cannot be opened|whole photograph"):
        open_photo(Path("a\0b.jpg"))
    with pytest.raises(PhotoError, match="cannot be opened"):
        open_photo(tmp_path / ("long" * 100))

"""The processes that decode: started when they are needed, kept for the next photograph, ended when one hangs."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from framing.errors import PhotoError
from framing.photo.wire import receive, send
from framing.types.message import filled

SECONDS = 20.0  # that a photograph may take to be decoded
_WARM = 30.0  # seconds that a process waits for the next photograph; then its memory is given back
_AT_ONCE = 2  # photographs that are decoded at the same time, each in up to 1 GB
_ANSWER = 1 << 30  # bytes, more than a process can hold
_ROOT = Path(__file__).parents[2]  # the folder that Python finds the program in


def ask(words: dict[str, Any], data: bytes, name: str) -> tuple[dict[str, Any], bytes]:
    """What `worker` answers. Raises PhotoError where it takes too long, needs too much memory or breaks down."""
    with _turns:
        while True:
            process = _waiting() or _Process()
            answer, pixels = process.ask(words, data, name)
            if "memory" not in answer:
                _wait(process)
                return answer, pixels
            process.end()
            if process.asked == 1:  # otherwise, what decoders did not give back may be what was missing
                raise PhotoError(
                    "a photograph that opens within 1 GB of memory", filled("{name}, which needs more", name=name),
                    "export a smaller copy",
                )  # fmt: skip


class _Process:
    """One process that decodes."""

    def __init__(self) -> None:
        # NumPy's threads for linear algebra would only take memory from the limit.
        environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
        self._child = subprocess.Popen(
            (sys.executable, "-m", "framing.photo.worker"), cwd=_ROOT, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.asked = 0
        self.retire: threading.Timer | None = None

    def ask(self, words: dict[str, Any], data: bytes, name: str) -> tuple[dict[str, Any], bytes]:
        """Its answer. Raises PhotoError where there is none; the process has ended then."""
        assert self._child.stdin is not None and self._child.stdout is not None  # noqa: S101, PT018 - both are pipes
        self.asked += 1
        late = threading.Event()
        clock = _after(SECONDS, self._late, late)
        try:
            send(self._child.stdin, words, data)
            return receive(self._child.stdout, _ANSWER)
        except (EOFError, OSError, ValueError) as error:
            self.end()
            if late.is_set():
                raise PhotoError(
                    filled("a photograph that opens within {seconds:g} seconds", seconds=SECONDS),
                    filled("{name}, which takes longer", name=name),
                    "export it again as JPEG",
                ) from error  # fmt: skip
            found = filled("{name}, on which its decoder breaks down", name=name)
            raise PhotoError("a whole photograph", found, "copy or export it again") from error
        except BaseException:  # Ctrl-C in the middle of an answer
            self.end()
            raise
        finally:
            clock.cancel()

    def alive(self) -> bool:
        """Whether it still runs."""
        return self._child.poll() is None

    def end(self) -> None:
        """End it at once, whatever it does."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent any more
                    pipe.close()

    def _late(self, late: threading.Event) -> None:
        late.set()
        self._child.kill()


_turns = threading.BoundedSemaphore(_AT_ONCE)
_lock = threading.Lock()
_idle: list[_Process] = []


def _waiting() -> _Process | None:
    """One that has nothing to do."""
    with _lock:
        while _idle:
            process = _idle.pop()
            if process.retire is not None:
                process.retire.cancel()
            if process.alive():
                return process
            process.end()
    return None


def _wait(process: _Process) -> None:
    with _lock:
        process.retire = _after(_WARM, _retire, process)
        _idle.append(process)


def _retire(process: _Process) -> None:
    with _lock:
        if process not in _idle:
            return
        _idle.remove(process)
    process.end()


@atexit.register
def _end_all() -> None:
    while process := _waiting():
        process.end()


def _after(seconds: float, do: Callable[..., None], what: object) -> threading.Timer:
    timer = threading.Timer(seconds, do, (what,))
    timer.daemon = True
    timer.start()
    return timer

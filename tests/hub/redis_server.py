"""A real Redis server of a test's own: nothing of it is on disk."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.session.stage import wait_for

PROGRAM = shutil.which("redis-server")


class RedisServer:
    """Runs until it is stopped, and again on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """What FRAMING_REDIS_URL would say."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Run, and come back once it answers."""
        assert PROGRAM is not None
        self._running = subprocess.Popen(
            [PROGRAM, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
            cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_for(self._answers)

    def stop(self) -> None:
        """End it, as a power cut would."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
            self._running = None

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@contextmanager
def redis_server(folder: Path) -> Iterator[RedisServer]:
    """A server that runs; the test is skipped where there is none to be run."""
    if PROGRAM is None:
        pytest.skip("no redis-server here: make test installs Debian's where it may")
    server = RedisServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()

"""A real Redis server of a test's own: nothing of it is on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.programs import free_port, program, running


class RedisServer:
    """Runs until it is stopped, and again on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._program, self.port = folder, program("redis-server"), free_port()
        self._held = ExitStack()

    @property
    def url(self) -> str:
        """What FRAMING_REDIS_URL would say."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Run, and come back once it answers."""
        command = [
            self._program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
        ]  # fmt: skip
        self._held.enter_context(running(command, self.port, self._folder))

    def stop(self) -> None:
        """End it, as a power cut would."""
        self._held.close()


@contextmanager
def redis_server(folder: Path) -> Iterator[RedisServer]:
    """A server that runs; the test is skipped where there is none to be run."""
    server = RedisServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()

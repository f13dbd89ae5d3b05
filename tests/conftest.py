"""For all tests: a session with stand-in eyes, a folder for what a guide keeps, and properties without a deadline."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from framing.data import DATA
from tests.session.stage import Stage, wait_for

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is long, but in `make soak`."""
    left_out = pytest.mark.skipif("FRAMING_SOAK" not in os.environ, reason="a long test: make soak runs it")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(left_out)


@pytest.fixture(scope="session", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all guides of the tests keep what they keep, and not in the home of who runs the tests."""
    kept = tmp_path_factory.mktemp("data")
    os.environ[DATA] = str(kept)
    return kept


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A session with its seats, closed and its seat free again at the end."""
    stage = Stage()
    yield stage
    stage.session.close()
    wait_for(lambda: stage.seats.left == stage.seats.limit)

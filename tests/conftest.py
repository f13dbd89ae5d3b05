"""For all tests: a session with stand-in eyes, and no deadline for the examples of a property."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.session.stage import Stage, wait_for

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A session with its seats, closed and its seat free again at the end."""
    stage = Stage()
    yield stage
    stage.session.close()
    wait_for(lambda: stage.seats.left == stage.seats.limit)

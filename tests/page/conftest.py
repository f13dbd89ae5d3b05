from collections.abc import Iterator

import pytest

from tests.session.stage import Stage, wait_for


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.session.close()
    wait_for(lambda: stage.seats.left == stage.seats.limit)

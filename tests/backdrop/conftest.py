"""The sitters that stand before the backdrop of these tests: each is tried with both."""

from __future__ import annotations

import pytest

from tests.backdrop.before import PHOTOGRAPHS, Before


@pytest.fixture(params=PHOTOGRAPHS)
def before(request: pytest.FixtureRequest) -> Before:
    return Before(*PHOTOGRAPHS[request.param])

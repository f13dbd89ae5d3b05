"""Many pages, one after the other: a few of them here, all in `make soak`.

tests/session/test_streams_at_once.py measures many sitters at once, without browsers; test_elsewhere.py reads what a
page too many is told.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.tabs import one_after_the_other
from tests.soaking import times

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.soak]

TABS = times(3, 20)
GROWN = times(2, 5)  # tabs in which the server grows into its work; what later ones add is counted
MOST = 40.0  # MB that all later ones together may add


def test_tabs_opened_and_closed_leave_no_descriptor_and_hardly_any_memory_behind(
    with_person: "Browser", tmp_path: Path
) -> None:
    found = []
    for number, left in enumerate(one_after_the_other(TABS, with_person, tmp_path / "log.txt")):
        found.append(left)
        print(f"\n{number:>3} closed {left}", end="", file=sys.stderr)
    grown, last = found[GROWN], found[-1]
    assert last.descriptors <= grown.descriptors
    assert last.mb - grown.mb <= MOST

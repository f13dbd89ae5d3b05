"""Many pages, one after the other: a few of them here, all in `make soak`.

tests/session/test_streams_at_once.py measures many sitters at once, without browsers; test_elsewhere.py reads what a
page too many is told.
"""

import sys
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from tests.browser.tabs import one_after_the_other
from tests.soaking import times

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.soak]

TABS = times(2, 20)
LATER = times(1, 8)  # the last tabs, held against as many before them; in those before, the server grows into its work
# MB that a later tab may hold more than an earlier one, in the mean. Where nothing is left behind, one tab differs from
# the next by up to 45 MB to either side; models that are not given back are 95 MB a tab (docs/pages.md).
MOST = times(80, 40)


@pytest.mark.long
def test_tabs_opened_and_closed_leave_no_descriptor_and_hardly_any_memory_behind(
    with_person: "Browser", tmp_path: Path
) -> None:
    found = []
    for number, left in enumerate(one_after_the_other(TABS, with_person, tmp_path / "log.txt")):
        found.append(left)
        print(f"\n{number:>3} closed {left}", end="", file=sys.stderr)
    earlier, later = found[-2 * LATER : -LATER], found[-LATER:]
    assert later[-1].descriptors <= earlier[-1].descriptors
    assert mean(left.mb for left in later) - mean(left.mb for left in earlier) <= MOST

"""Many pages, one after the other and at once: a few of them here, all in `make soak`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.sitters import at_once
from tests.browser.tabs import one_after_the_other
from tests.soaking import times

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.soak]

TABS = times(3, 20)
GROWN = times(2, 5)  # tabs in which the server grows into its work; what later ones add is counted
MOST = 40.0  # MB that all later ones together may add
SITTERS, SEATS = 3, 2  # the browsers of more would themselves keep two cores busy: tests/live/test_streams_at_once.py
EVEN = 0.5  # of the mean looks a second, which the least guided sitter must have


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


def test_of_sitters_at_once_as_many_as_there_are_seats_are_guided_evenly_and_the_others_are_told(
    with_person: "Browser", tmp_path: Path
) -> None:
    found = at_once(SITTERS, SEATS, with_person, tmp_path / "log.txt")
    for number, one in enumerate(found, start=1):
        print(f"\n  sitter {number}: {one}", end="", file=sys.stderr)
    guided = [one.looks for one in found if one.guided]
    assert len(guided) == SEATS
    assert all("every place is taken" in one.told for one in found if not one.guided)
    assert min(guided) >= EVEN * sum(guided) / len(guided)

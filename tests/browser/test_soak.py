"""A small sample of the long runs of `make soak`."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.soak.sitters import at_once
from framing.soak.tabs import one_after_the_other

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_a_third_tab_opened_and_closed_leaves_no_descriptor_more_than_the_second(
    with_person: "Browser", tmp_path: Path
) -> None:
    _, _, second, third = one_after_the_other(3, with_person, tmp_path / "log.txt")
    assert third.descriptors <= second.descriptors


def test_of_three_sitters_at_once_two_are_guided_where_there_are_two_seats_and_the_third_is_told(
    with_person: "Browser", tmp_path: Path
) -> None:
    found = at_once(3, 2, with_person, tmp_path / "log.txt", seconds=5.0)
    assert sorted(one.guided for one in found) == [False, True, True]
    assert ["every place is taken" in one.told for one in found] == [not one.guided for one in found]

"""The direct line between two browsers, as a real browser negotiates it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LINES = Path(__file__).with_name("room_lines.js").read_text("utf-8")
WAIT = chromium.PATIENCE * 1000


@pytest.mark.parametrize(
    "late",
    [pytest.param(False, id="at once"), pytest.param(True, id="a camera that comes later", marks=pytest.mark.long)],
)
@pytest.mark.parametrize(("coach", "sitter"), [("a", "b"), ("b", "a")], ids=["a coach first by name", "a sitter first"])
def test_two_who_begin_at_the_same_moment_agree_on_a_line_for_picture_and_pen_and_then_fall_silent(
    with_person: "Browser", guide: str, coach: str, sitter: str, late: bool
) -> None:
    with visit(with_person, f"{guide}/check") as opened:
        page = opened.page
        where = {"base": f"{guide}/", "coach": coach, "sitter": sitter, "late": late}
        page.evaluate(f"async (where) => {{ {LINES}; await lines(where); }}", where)
        page.wait_for_function("() => lines.player.currentTime > 0.2", timeout=WAIT)
        page.wait_for_function("() => lines.pen({ kind: 'point', place: [0.5, 0.5] })", timeout=WAIT)
        page.wait_for_function("() => lines.pens.length > 0", timeout=WAIT)
        page.wait_for_function("() => performance.now() - lines.said > 2000", timeout=WAIT)

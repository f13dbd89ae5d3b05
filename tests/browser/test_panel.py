"""The panel by itself, told of one made-up sitter after another."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, PHONE, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, Route, ViewportSize

pytestmark = pytest.mark.browser

TABLET: "ViewportSize" = {"width": 768, "height": 1024}
TALL: "ViewportSize" = {"width": 1280, "height": 1100}  # where a card is more than its one line
SCENES = ("near", "far", "askew", "nobody")
CARDS = "**/guide/cards/*"

# What shows and does not fit into its own box.
CUT = """panel => [...panel.querySelectorAll('.card, .card :not(.reasons), .all[open] *')]
  .filter(e => e.getClientRects().length && e.scrollWidth > e.clientWidth && getComputedStyle(e).display !== 'inline')
  .filter(e => !e.closest('svg, .hide'))
  .map(e => `${e.className || e.tagName}: ${e.textContent}`)"""
FOCUSED = "e => e.getRootNode().activeElement === e"


@pytest.fixture(scope="module")
def browser(driver: "Playwright") -> Iterator["Browser"]:
    with chromium.browser(driver, None) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("panel") / "log.txt"
    with chromium.server(log, script="tests/browser/panel_app.py") as served:
        yield served


def still(page: "Page") -> None:
    """Nothing moves slowly, so that places can be compared at once."""
    page.emulate_media(reduced_motion="reduce")


@pytest.fixture
def shown(browser: "Browser", address: str) -> Iterator["Page"]:
    with visit(browser, address, still, TALL) as opened:
        yield ready(opened)


def ready(opened: Visit) -> "Page":
    opened.wait_for("Because", ".why")
    return opened.page


def tell(page: "Page", scene: str) -> None:
    """Tell the panel of that sitter and wait until it says so."""
    names = {"near": "Headshot", "far": "Portrait", "askew": "Portrait", "nobody": "Nobody in view"}
    hands = {"near": "straight", "far": "hands show", "askew": "face turned", "nobody": "nobody in view"}
    page.get_by_role("button", name=scene, exact=True).evaluate("button => button.click()")
    page.locator(".reads", has_text=names[scene]).wait_for()
    page.locator(".reason", has_text=hands[scene]).first.wait_for()


def needle(page: "Page") -> float:
    """How far the needle leans to headshot, as its sine."""
    lean = "e => new DOMMatrix(getComputedStyle(e).transform).b"
    return float(page.locator(".needle").evaluate(lean))


def test_its_elements_are_kept_whatever_it_is_told(shown: "Page") -> None:
    kept = shown.locator(".panel, .card, .reason, .needle, .more").element_handles()
    rows = {row.get_attribute("data-name"): row for row in shown.locator(".reading").element_handles()}
    for scene in ("far", "nobody", "askew", "near"):
        tell(shown, scene)
    assert all(element.evaluate("e => e.isConnected") for element in kept)
    again = {row.get_attribute("data-name"): row for row in shown.locator(".reading").element_handles()}
    assert list(again) == list(rows)
    assert all(shown.evaluate("([a, b]) => a === b", [rows[name], again[name]]) for name in rows)


def test_the_needle_leans_to_what_it_reads_as_and_goes_when_nobody_is_there(shown: "Page") -> None:
    assert needle(shown) > 0.0
    tell(shown, "askew")
    askew = needle(shown)
    tell(shown, "far")
    assert needle(shown) < askew < 0.0
    tell(shown, "nobody")
    assert not shown.locator(".needle").is_visible()


def test_nothing_moves_by_itself_where_less_motion_is_wanted(shown: "Page") -> None:
    tell(shown, "far")
    moving = "e => e.getRootNode().getAnimations().length"
    assert shown.locator(".panel").evaluate(moving) == 0
    shown.emulate_media(reduced_motion="no-preference")
    slow = "e => getComputedStyle(e).transitionDuration"
    assert shown.locator(".needle").evaluate(slow) != "0s"


def turned(page: "Page") -> list[float]:
    """How far each group of the light's drawing is turned, degrees: lamp and wanted lamp, from above, from the side."""
    angles = "all => all.map(e => parseFloat(e.style.transform.match(/rotate\\((.*)deg/)[1]))"
    return list(page.locator(".group .drawing").nth(1).locator("g").evaluate_all(angles))


def test_the_lamp_moves_to_where_the_light_comes_from_and_is_gone_with_the_sitter(shown: "Page") -> None:
    light = shown.locator(".group .drawing").nth(1)
    element = light.locator("g").first.element_handle()
    even = turned(shown)
    tell(shown, "askew")
    plan, _, profile, wanted = turned(shown)
    assert plan > even[0], "toward the sitter's left, which in their mirror is the left"
    assert profile > even[2], "down"
    assert wanted < profile, "it should be raised"
    assert element.evaluate("e => e.isConnected"), "it moves instead of being drawn again"
    assert "from your left and below" in str(light.locator("svg").get_attribute("aria-label"))
    tell(shown, "nobody")
    assert shown.locator(".drawing svg").count() == 0
    shown.emulate_media(reduced_motion="no-preference")
    tell(shown, "near")
    slow = "e => getComputedStyle(e).transitionDuration"
    assert light.locator("g").first.evaluate(slow) != "0s"


def test_a_groups_list_begins_with_its_drawing_on_a_phone_too(browser: "Browser", address: str) -> None:
    with visit(browser, address, still, PHONE) as opened:
        page = ready(opened)
        assert not page.locator(".group .drawing svg").first.is_visible()
        for title in ("Light", "Background"):
            page.get_by_role("button", name=f"{title}:").click()
            assert page.locator(".all[open] .drawing svg").is_visible()
            page.keyboard.press("Escape")
        page.get_by_role("button", name="Crop:").click()
        assert page.locator(".all[open] .drawing svg").count() == 0


@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE], ids=["desktop", "tablet", "phone"])
@pytest.mark.parametrize("layout", ["live", "still"])
def test_nothing_is_cut_whatever_it_is_told(
    browser: "Browser", address: str, size: "ViewportSize", layout: str
) -> None:
    with visit(browser, f"{address}?layout={layout}", still, size) as opened:
        page = ready(opened)
        for scene in SCENES:
            tell(page, scene)
            assert page.locator(".panel").evaluate(CUT) == []
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        for more in page.locator(".more").all():
            more.click()
            assert page.locator(".panel").evaluate(CUT) == []
            page.keyboard.press("Escape")


def test_beside_the_picture_a_card_has_its_first_rows_and_the_rest_behind_a_button(shown: "Page") -> None:
    tell(shown, "far")
    crop = shown.locator(".group").first
    assert crop.locator(".reading").first.get_attribute("data-kind") == "must"
    assert crop.locator(".reading").count() == 5
    crop.locator(".more").focus()
    shown.keyboard.press("Enter")
    assert f"all {shown.locator('.all[open] .reading').count()}" in crop.locator(".more").inner_text()
    shown.keyboard.press("Escape")
    assert crop.locator(".more").evaluate(FOCUSED)


def test_the_values_of_a_full_list_end_in_one_line(shown: "Page") -> None:
    shown.locator(".more").first.click()
    ends = "list => new Set([...list.querySelectorAll('.reading i')].map(e => e.getBoundingClientRect().right)).size"
    assert shown.locator(".all").evaluate(ends) == 1


def test_on_a_phone_a_group_is_a_chip_with_its_worst_sign_and_opens_its_list(browser: "Browser", address: str) -> None:
    with visit(browser, address, still, PHONE) as opened:
        page = ready(opened)
        assert page.locator(".group .more u").first.inner_text() == "●"
        tell(page, "far")
        assert page.locator(".group .more u").first.inner_text() == "▲"
        assert page.locator(".scale").is_visible()
        assert not page.locator(".gauge svg").is_visible()
        page.locator(".group .more").first.click()
        assert page.locator(".all[open] .reading").first.get_attribute("data-kind") == "must"


def test_the_worst_of_a_group_is_told_by_a_word_as_well_as_a_sign(shown: "Page") -> None:
    tell(shown, "far")
    assert shown.get_by_role("button", name="Crop: must change").count() == 1


def test_the_focus_stays_with_its_reading_when_the_list_is_ordered_again(shown: "Page") -> None:
    shown.locator(".more").first.click()
    row = shown.locator('.all .reading[data-name="headroom"]')
    row.focus()
    shown.locator(".all .reading").first.evaluate("e => { window.first = e; }")
    tell(shown, "askew")
    assert row.evaluate("e => e !== window.first && e === e.parentElement.firstElementChild")
    assert row.evaluate(FOCUSED)


def test_the_focus_stays_in_its_card_when_its_reading_leaves_it(shown: "Page") -> None:
    card = shown.locator(".group").first
    there = "rows => rows.map(row => row.dataset.name)"
    before = card.locator(".reading").evaluate_all(there)
    tell(shown, "askew")
    after = card.locator(".reading").evaluate_all(there)
    tell(shown, "near")
    leaving = card.locator(f'.reading[data-name="{next(name for name in before if name not in after)}"]')
    leaving.focus()
    tell(shown, "askew")
    assert leaving.count() == 0
    assert card.locator(".more").evaluate(FOCUSED)


def test_a_lesson_shows_its_drawings_with_a_word_each(shown: "Page") -> None:
    examples = [{"kind": kind, "says": f"{kind} says", "svg": "<svg></svg>"} for kind in ("low", "right", "high")]
    card = {"title": "Mood", "what": "What it is", "do": "What to do", "examples": examples}
    asked: list[str] = []

    def answer(route: "Route") -> None:
        asked.append(route.request.url)
        route.fulfill(json=card)

    shown.route(CARDS, answer)
    shown.locator(".reason", has_text="Mood").click()
    shown.locator(".lesson figure").nth(2).wait_for()
    assert asked[0].endswith("/guide/cards/difference_mood?lang=en")
    assert shown.locator(".lesson figcaption").all_inner_texts() == ["low says", "right says", "high says"]


def test_a_lesson_that_does_not_come_leaves_the_readings_own_words(shown: "Page") -> None:
    waiting: list[Route] = []
    shown.route(CARDS, lambda route: waiting.append(route))  # noqa: PLW0108 - a built-in cannot be a handler
    line = shown.locator(".reason", has_text="Subjects")
    line.click()
    assert shown.locator(".lesson .what").inner_text() == "…"
    deadline = time.monotonic() + chromium.PATIENCE
    while not waiting:
        assert time.monotonic() < deadline, "the lesson was never asked for"
        shown.wait_for_timeout(20)
    waiting[0].abort()
    shown.locator(".lesson .what", has_text="one person").wait_for()
    shown.locator(".lesson .close").click()
    assert line.evaluate(FOCUSED)


# The middle of every piece, across.
PLACES = """panel => [...panel.querySelectorAll('.card, .gauge, .ends span, .reason b, .lean u, .reading :is(b, i)')]
  .filter(e => e.getClientRects().length)
  .map(e => e.getBoundingClientRect()).map(box => (box.left + box.right) / 2)"""
DRAWN = "all => all.map(e => e.getCTM()).map(m => [m.a, m.b, m.e / m.d])"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_right_to_left_it_is_its_own_mirror_image_but_for_the_drawings(
    browser: "Browser", address: str, pictures: Path, size: "ViewportSize"
) -> None:
    with visit(browser, address, still, size) as opened:
        page = ready(opened)
        tell(page, "askew")
        panel, drawn = page.locator(".panel"), page.locator(".drawing svg *")
        places, drawings, leans = panel.evaluate(PLACES), drawn.evaluate_all(DRAWN), needle(page)
        page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
        opened.shot(pictures, f"panel-right-to-left-{size['width']}")
        middles = [(left + right) / 2 for left, right in zip(places, panel.evaluate(PLACES), strict=True)]
        assert max(middles) - min(middles) < 1.5, "each is as far from one side as it was from the other"
        assert drawn.evaluate_all(DRAWN) == drawings
        assert needle(page) == leans, "its dial is mirrored as a whole"
        if size is DESKTOP:
            flipped = "e => new DOMMatrix(getComputedStyle(e).transform).a"
            assert page.locator(".gauge svg").evaluate(flipped) == -1.0


def test_what_the_guide_may_learn_stands_below_the_readings_of_the_sitter_alone(shown: "Page") -> None:
    shown.evaluate("""() => {
        const { panel } = document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot;
        const calibration = { lens: 'Two seconds.', looking: false, progress: 0, distance: 'Not known.',
                              asks: 'To your eyes', nearest: 20, farthest: 500 };
        window.asked = [];
        panel.asks = { look: () => window.asked.push('look'), distance: (far) => window.asked.push(far) };
        panel.update({ ...panel.live, calibration });
    }""")
    box = shown.locator(".calibration")
    shown.get_by_role("button", name="Crop:").click()
    assert not box.is_visible()
    shown.keyboard.press("Escape")
    shown.get_by_role("button", name="You:").click()
    shown.get_by_role("button", name="Look into the lens").click()
    shown.get_by_label("To your eyes").fill("60")
    shown.keyboard.press("Enter")
    assert shown.evaluate("() => window.asked") == ["look", 60]
    assert "Not known." in box.inner_text()

"""The quiz from its first picture to kappa, a reference from the drop to a rising score, a drill done by the lamp."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import pytest
from PIL import Image as Pillow

from framing.lab.rigs import chromium, fake_camera
from framing.types import Image, Viewfinder
from tests.browser.conftest import DESKTOP, PHONE, serious, visit
from tests.photographs import as_image, astronaut

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, ViewportSize

pytestmark = pytest.mark.browser

WAIT = chromium.PATIENCE * 1000
RATE = 10  # pictures a second of the fake webcam
AWAY, HERE = 3, 6  # seconds that the sitter is too far away, and where the reference has them
SMALLER = 0.55


@contextmanager
def school(browser: "Browser", guide: str, fragment: str, size: "ViewportSize" = DESKTOP) -> Iterator["Page"]:
    with visit(browser, f"{guide}/school#{fragment}", size=size) as opened:
        opened.page.set_default_timeout(WAIT)
        yield opened.page


def answer(page: "Page", reads_as: str, first: int) -> None:
    """Answer the picture that is asked about, by the keyboard where it is as quick."""
    page.locator("fieldset.first:not([disabled]) input").first.wait_for()
    page.locator(f"fieldset.reads_as label:has-text('{reads_as}')").click()
    page.locator("fieldset.why label").nth(1).click()
    page.locator("fieldset.first label").nth(first).click()
    page.keyboard.press("Enter")
    page.locator(".answers:not([hidden]) tbody tr").nth(2).wait_for()


def test_the_quiz_leads_from_the_first_picture_to_kappa(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with school(with_person, guide, "eye") as page:
        page.get_by_role("button", name="Begin").click()
        for number, reads_as in enumerate(("Headshot", "Portrait", "Portrait")):
            answer(page, reads_as, first=-1)  # take it as it is
            if number == 0:
                page.screenshot(path=pictures / "eye-told.png")
                assert page.locator(".answers tbody tr").first.locator(".same").count() == 1
                assert serious(page) == []
            page.keyboard.press("Enter")
        page.locator("fieldset.first:not([disabled]) input").first.wait_for()
        page.get_by_role("button", name="End the quiz").click()
        figures = page.locator(".eye-end .figures")
        figures.get_by_role("row", name="Reads as").wait_for()
        assert "Kappa is agreement beyond chance" in figures.inner_text()
        assert page.locator(".eye-end .chart svg").count() == 1
        page.screenshot(path=pictures / "eye-end.png")


@pytest.fixture(scope="module")
def sitter() -> Image:
    return fake_camera.sitting(astronaut())


@pytest.fixture(scope="module")
def coming(driver: "Playwright", sitter: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    """A webcam before which somebody is too far away for a while, then where the reference has them."""
    height, width = sitter.shape[:2]
    small = cv2.resize(sitter, None, fx=SMALLER, fy=SMALLER, interpolation=cv2.INTER_AREA)
    above, left = height - small.shape[0], (width - small.shape[1]) // 2
    right = width - left - small.shape[1]
    far = as_image(cv2.copyMakeBorder(small, above, 0, left, right, cv2.BORDER_REPLICATE))
    film = fake_camera.write(
        tmp_path_factory.mktemp("coming") / "coming.mjpeg", [far] * (AWAY * RATE) + [sitter] * (HERE * RATE), RATE
    )
    with chromium.browser(driver, film) as browser:
        yield browser


def reference(sitter: Image) -> bytes:
    """The sitter as a photograph in portrait format."""
    view = Viewfinder.centred(sitter.shape[1], sitter.shape[0], 0.8)
    data = BytesIO()
    Pillow.fromarray(sitter[:, view.left : view.left + view.width]).save(data, "JPEG", quality=95)
    return data.getvalue()


def test_a_dropped_photograph_is_laid_over_the_picture_and_its_score_rises(
    coming: "Browser", guide: str, pictures: Path, sitter: Image
) -> None:
    with school(coming, guide, "match") as page:
        photo = page.locator(".view.match input[type=file]")
        photo.set_input_files({"name": "a.txt", "mimeType": "image/jpeg", "buffer": b"no picture"})
        page.get_by_text("Expected a photograph").wait_for()
        photo.set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": reference(sitter)})
        page.locator(".chosen .asked dt").first.wait_for()
        assert "Depth of field" in page.locator(".chosen .alone").inner_text()
        assert serious(page) == []
        page.screenshot(path=pictures / "match-chosen.png")
        page.get_by_role("button", name="Match it").click()
        main = page.locator(".view.drill .main")
        page.get_by_role("button", name="Start the camera").or_(main).first.click()
        page.wait_for_function("() => /begin/i.test(document.querySelector('.view.drill .main').textContent)")
        main.click()
        score = "Number(document.querySelector('.matched .score:not([hidden]) b')?.textContent || NaN)"
        page.wait_for_function(f"() => {score} < 80")
        page.wait_for_function(f"() => {score} >= 90")
        assert page.locator("canvas.ghost").is_visible()
        page.screenshot(path=pictures / "match-drill.png")
        page.locator(".strength input").fill("0")
        assert page.locator(".strength output").inner_text() == "off"
        assert page.locator("canvas.ghost").evaluate("(canvas) => canvas.style.opacity") == "0"


def lamp(page: "Page", *keys: str, ratio: float) -> None:
    """Move the lamp by the keyboard alone, and set the fill."""
    handle = page.locator(".study .lamp")
    handle.focus()
    for key in keys:
        handle.press(key)
    page.locator('.study [name="ratio"]').fill(str(ratio))


def test_a_drill_of_light_is_done_with_the_lamp_alone(with_person: "Browser", guide: str, pictures: Path) -> None:
    with school(with_person, guide, "drill=short_fill_in") as page:
        page.locator("header .before select").select_option("lamp")
        main = page.locator(".view.drill .main")
        page.wait_for_function("() => /begin/i.test(document.querySelector('.view.drill .main').textContent)")
        lamp(page, "End", "PageDown", "PageDown", ratio=0.6)  # 60 degrees to the side, half a stop
        main.click()
        for step, ratio in enumerate((0.6, 1.9)):
            lamp(page, ratio=ratio)
            page.locator(".say[data-kind=ok]").wait_for()
            if step == 0:
                assert "60° on the sitter's left" in page.locator(".study .side output").inner_text()
                assert serious(page) == []
                page.screenshot(path=pictures / "study-drill.png")
            main.click()
        page.locator(".view.score .axes li").first.wait_for()
        assert "light" not in page.locator(".view.score .spoilt").inner_text().lower()


@pytest.mark.long
@pytest.mark.parametrize("fragment", ["eye", "match"])
def test_the_views_fit_a_phone(with_person: "Browser", guide: str, pictures: Path, fragment: str) -> None:
    with school(with_person, guide, fragment, PHONE) as page:
        page.locator(f".view.{fragment} h2").first.wait_for()
        page.screenshot(path=pictures / f"{fragment}-phone.png")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")

"""What a person does on the page: answers, chooses, takes, keeps, downloads, and learns."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import skimage.data
from PIL import Image as Pillow

from framing.lab.rigs import chromium
from framing.presets.catalogue import FOLDER
from framing.presets.standard import STANDARD, read_standard
from tests.browser.conftest import DESKTOP, PHONE, Visit, serious, size_of, visit
from tests.photo.making import files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def fresh(with_person: "Browser", guide: str) -> Iterator[Visit]:
    with visit(with_person, guide) as opened:
        opened.ready()
        yield opened


def below(element: "Locator") -> float:
    """Where the element ends, from the top of the screen."""
    box = element.bounding_box()
    assert box
    return box["y"] + box["height"]


def remembered(page: "Page") -> dict[str, object]:
    return dict(json.loads(page.evaluate("() => localStorage.getItem('framing-guide')")))


@pytest.mark.parametrize(("name", "size"), [("desktop", DESKTOP), ("phone", PHONE)])
def test_idle_and_live_pages_fit_across_and_keep_nobody_out(
    with_person: "Browser", guide: str, pictures: Path, name: str, size: "dict[str, int]"
) -> None:
    with visit(with_person, guide, size=size) as opened:  # type: ignore[arg-type]
        opened.ready()
        opened.shot(pictures, f"{name}-idle")
        assert serious(opened.page) == []
        opened.play()
        opened.wait_for("Because", ".why")
        opened.wait_for_looks(lambda looks: looks > 20)
        opened.shot(pictures, f"{name}-live")
        assert serious(opened.page) == []
        width, room = opened.page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert width <= room
        buttons = opened.page.locator(".controls button:visible").all()
        assert max(below(button) for button in buttons) <= size["height"], "all can be pressed without scrolling"
        opened.page.locator(".stop").click()
        opened.wait_for_state("ended")
        opened.shot(pictures, f"{name}-ended")


def test_four_answers_lead_to_a_use_that_is_remembered_after_a_reload(fresh: Visit) -> None:
    page = fresh.page
    for answer in ("A casting", "One", "Calm", "No, the face"):
        page.locator(".interview .option", has_text=answer).click()
    fresh.wait_for("Actor 8 x 10", ".use")
    assert "8 x 10" in page.locator(".interview .because").inner_text()
    page.reload()
    fresh.wait_for("Actor 8 x 10", ".use")
    assert remembered(page)["use"] == "actor_8x10"


def test_every_question_can_be_skipped(fresh: Visit) -> None:
    for _ in range(4):
        fresh.page.locator(".interview .quiet", has_text="Skip").click()
    fresh.page.locator(".interview .because").wait_for()
    fresh.wait_for("Headshot", ".use")


def test_what_the_browser_remembers_and_makes_no_sense_is_as_on_a_first_visit(
    with_person: "Browser", guide: str
) -> None:
    spoilt = """localStorage.setItem('framing-guide', '{"use": "nothing", "viewer": 7, "answers": [1]}')"""
    with visit(with_person, guide, lambda page: page.add_init_script(spoilt)) as opened:
        opened.wait_for("Headshot", ".use")


def test_the_tour_has_four_steps_and_is_shown_once(fresh: Visit) -> None:
    tour = fresh.page.locator(".tour")
    for number in (1, 2, 3, 4):
        fresh.wait_for(f"{number} of 4", ".tour i")
        tour.locator(".next").click()
    tour.wait_for(state="hidden")
    fresh.page.reload()
    fresh.page.locator(".use").wait_for()
    assert tour.is_hidden()


def test_the_page_has_the_language_and_direction_that_python_tells(fresh: Visit) -> None:
    told = """() => {
        const { deck } = document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot;
        const words = { ...deck.settings.words, title: 'العنوان' };
        deck.settle({ ...deck.settings, words, lang: 'ar', dir: 'rtl' });
        const { lang, dir } = document.documentElement;
        return [lang, dir, deck.root.querySelector('h1').textContent];
    }"""
    assert fresh.page.evaluate(told) == ["ar", "rtl", "العنوان"]


def test_the_guide_learns_how_one_looks_and_how_far_off_one_sits(fresh: Visit, pictures: Path) -> None:
    fresh.play()
    fresh.wait_for("Because", ".why")
    page = fresh.page
    page.get_by_role("button", name="You:").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Look into the lens").focus()
    page.keyboard.press("Enter")
    page.locator(".calibration progress:visible").wait_for()
    fresh.wait_for("Done:", ".calibration .lens")
    page.get_by_label("From the lens to your eyes").fill("60")
    page.keyboard.press("Enter")
    fresh.wait_for("Known for this camera", ".calibration .distance")
    page.locator('.all .reading[data-name="camera_distance"]', has_text=" cm").wait_for()
    fresh.shot(pictures, "calibration")
    assert serious(page) == []
    assert float(str(remembered(page)["focal"])) > 0.0
    page.reload()
    fresh.play()
    page.get_by_role("button", name="You:").click()
    page.locator('.all .reading[data-name="camera_distance"]', has_text=" cm").wait_for()


def test_the_sample_plays_without_a_camera_and_is_taken_by_itself_when_ready(
    driver: "object", guide: str, pictures: Path
) -> None:
    with chromium.browser(driver, None, allow=False) as browser, visit(browser, guide) as opened:  # type: ignore[arg-type]
        asked = "navigator.mediaDevices.getUserMedia = () => { window.asked = true; return new Promise(() => {}); }"
        opened.page.evaluate(f"() => {{ {asked} }}")
        opened.page.locator(".try").click()
        opened.wait_for_state("live")
        assert not opened.page.evaluate("() => window.asked")
        opened.page.locator(".auto").click()
        opened.wait_for("Because", ".why")
        opened.shot(pictures, "sample")
        # Looked at by itself before it is shown: all of it, or it would have been dropped and taken once more.
        opened.page.locator("dialog.burst[open]").wait_for(timeout=2 * chromium.PATIENCE * 1000)
        assert opened.page.locator("dialog.burst .shot").count() == 5, "the sample takes no photograph of its own"
        ticks = opened.page.locator(".count").get_attribute("data-ticks")
        assert int(ticks or 0) >= 8, "three ticks, and a click for each picture"


def test_photographs_are_judged_and_cropped_and_a_broken_one_is_named(
    fresh: Visit, tmp_path: Path, pictures: Path
) -> None:
    photograph, broken = tmp_path / "astronaut.png", tmp_path / "notes.jpg"
    Pillow.fromarray(skimage.data.astronaut()[..., :3]).save(photograph)
    broken.write_text("no picture")
    damaged = tmp_path / "damaged.avif"
    damaged.write_bytes(files()["plain.avif"][:-1000])
    page = fresh.page
    page.locator('.modes [data-mode="photos"]').click()
    page.locator('.st-key-photos input[type="file"]').set_input_files([broken, damaged, photograph])
    fresh.wait_for("Headshot", ".st-key-judged .reads")
    fresh.wait_for("which is none whatever its ending", ".st-key-judged")
    fresh.wait_for("damaged.avif, which is damaged", ".st-key-judged")
    with page.expect_download() as crop:
        page.locator(".st-key-judged .own button:visible").click()
    width, height = size_of(crop.value.path())
    assert abs(width - 0.8 * height) <= 1.0
    assert height <= 512, "never enlarged"
    assert crop.value.suggested_filename == "astronaut_headshot.jpg"
    fresh.shot(pictures, "photographs")
    assert serious(page) == []


def test_a_photograph_may_fall_anywhere_on_the_page(fresh: Visit) -> None:
    data = io.BytesIO()
    Pillow.fromarray(skimage.data.astronaut()[..., :3]).save(data, "JPEG")
    fresh.page.evaluate(
        """bytes => {
            const carried = new DataTransfer();
            carried.items.add(new File([new Uint8Array(bytes)], "dropped.jpg", {type: "image/jpeg"}));
            const over = {bubbles: true, cancelable: true, composed: true, dataTransfer: carried};
            document.querySelector(".st-key-stage").dispatchEvent(new DragEvent("drop", over));
        }""",
        list(data.getvalue()),
    )
    fresh.wait_for("dropped.jpg", ".st-key-judged")
    fresh.wait_for("Headshot", ".st-key-judged .reads")


def test_uses_of_ones_own_stand_in_the_list_and_a_broken_one_is_named_below_it(
    with_person: "Browser", tmp_path: Path
) -> None:
    (tmp_path / "studio.toml").write_text('extends = "headshot"\ntitle = "Our studio"\n')
    (tmp_path / "broken.toml").write_text('extends = "headshot"\ntitel = "Oh"\n')
    with (
        chromium.server(tmp_path / "log.txt", {FOLDER: str(tmp_path)}) as address,
        visit(with_person, address) as opened,
    ):
        opened.page.locator("button.use").click()
        opened.wait_for("broken.toml, line 2", ".problems")
        opened.page.locator(".uses .list button", has_text="Our studio").click()
        opened.wait_for("Our studio", ".use")


def test_a_studios_standard_is_named_with_its_signature_and_a_broken_line_with_its_number(
    with_person: "Browser", tmp_path: Path
) -> None:
    house = tmp_path / "house.toml"
    whole = 'name = "House light"\n[presets.house]\nextends = "headshot"\ntitle = "House headshot"\n'
    house.write_text(whole, "utf-8")
    with (
        chromium.server(tmp_path / "log.txt", {STANDARD: str(house)}) as address,
        visit(with_person, address) as opened,
    ):
        opened.page.locator("button.use").click()
        opened.wait_for(f"House light · {read_standard(house).signed}", ".uses .standard")
        opened.page.locator(".uses .list button", has_text="House headshot").click()
        opened.wait_for("House headshot", ".use")
        house.write_text(f"{whole}musts.headrom = [0, 1]\n", "utf-8")
        opened.page.reload()
        opened.page.locator("button.use").click()
        opened.wait_for("house.toml, line 5", ".problems")

"""Names and titles that were made to do harm: they are shown as they were typed, and nothing is asked for elsewhere."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import skimage.data
from PIL import Image as Pillow

from framing.lab.rigs import chromium
from framing.presets.catalogue import FOLDER
from tests.browser.conftest import Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.browser

NAMES = [
    "![x](https://example.org/a.png).jpg",
    "<img src=https://example.org/b.png onerror=alert(1)>.jpg",
    ":material/home: :smile: $x$ **b**.jpg",
    "[a](javascript:alert(1)) https://example.org.jpg",
]
BROKEN = "<script src=https://example.org/c.js>![y](https://example.org/d.png).jpg"
TITLE = "![x](https://example.org/t.png) <img src=x onerror=alert(1)> :smile: $x$"
DROP = """files => {
    const carried = new DataTransfer();
    for (const [name, bytes] of files) carried.items.add(new File([new Uint8Array(bytes)], name, {type: "image/jpeg"}));
    const over = {bubbles: true, cancelable: true, composed: true, dataTransfer: carried};
    document.querySelector(".st-key-stage").dispatchEvent(new DragEvent("drop", over));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("uses")
    (folder / "<b>own.toml").write_text(f"extends = 'headshot'\ntitle = '{TITLE}'\n")
    (folder / "<i>broken.toml").write_text("extends = 'headshot'\n'<img src=x onerror=alert(1)>' = 1\n")
    with chromium.server(folder / "log.txt", {FOLDER: str(folder)}) as served:
        yield served


def jpeg() -> list[int]:
    data = io.BytesIO()
    Pillow.fromarray(skimage.data.astronaut()[::2, ::2, :3]).save(data, "JPEG")
    return list(data.getvalue())


def watched(page: "Page", asked: set[str], said: list[str]) -> None:
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    def dismiss(dialog: "Dialog") -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)


def test_hostile_names_and_titles_are_shown_as_typed_and_fetch_nothing(with_person: "Browser", address: str) -> None:
    asked: set[str] = set()
    said: list[str] = []
    with visit(with_person, address, lambda page: watched(page, asked, said)) as opened:
        page = opened.page
        opened.wait_for("Headshot", ".use")
        page.locator("button.use").click()
        page.locator(".uses .list button", has_text=TITLE).click()
        opened.wait_for(TITLE, ".use")
        assert "<img src=x onerror=alert(1)>" in page.locator(".problems").text_content()
        page.evaluate(DROP, [*([name, jpeg()] for name in NAMES), [BROKEN, [1, 2, 3]]])
        photographs_are_named(opened, [*NAMES, BROKEN])
        assert page.locator(".st-key-judged", has_text=TITLE).count()
        odd = page.locator(
            '.st-key-judged :is(a[href], script, .katex, [data-testid="stIconMaterial"], img[src*="example.org"])'
        )
        buttons = '[data-testid="stDownloadButton"] *, [data-testid="stElementToolbar"] *, button *'
        assert not [e for e in odd.element_handles() if not e.evaluate("(e, not) => e.matches(not)", buttons)]
    assert {host for host in asked if host} == {urlsplit(address).netloc}
    assert said == []


def photographs_are_named(opened: Visit, names: list[str]) -> None:
    for name in names:
        opened.page.locator(".st-key-judged").get_by_text(name, exact=True).first.wait_for(
            timeout=chromium.PATIENCE * 1000
        )


def test_a_hostile_title_is_shown_as_typed_in_the_review_too(with_person: "Browser", address: str) -> None:
    asked: set[str] = set()
    said: list[str] = []
    chosen = """localStorage.setItem('framing-guide', '{"use": "<b>own", "toured": true, "timer": 0}')"""

    def before(page: "Page") -> None:
        watched(page, asked, said)
        page.add_init_script(chosen)

    with visit(with_person, address, before) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
        opened.page.keyboard.press("Space")
        opened.wait_for(TITLE, "dialog.burst[open] .for")
        opened.wait_for(TITLE, "dialog.burst[open] .cuts")
    assert {host for host in asked if host} == {urlsplit(address).netloc}
    assert said == []


@pytest.mark.long
def test_what_the_browser_remembers_in_odd_shapes_does_not_stop_the_page(
    with_person: "Browser", guide: str, tmp_path: Path
) -> None:
    for kept in ('{"answers": null, "timer": "x", "viewer": {}, "landmarks": 9, "focal": true}', "[[[]]]", "7", "null"):
        spoilt = f"localStorage.setItem('framing-guide', '{kept}')"
        with visit(with_person, guide, lambda page, spoilt=spoilt: page.add_init_script(spoilt)) as opened:  # type: ignore[misc]
            opened.wait_for("Headshot", ".use")
            opened.wait_for("3 s", ".timer")
            opened.page.locator(".interview .option").first.wait_for()

"""The words of the scripts: what is asked for is there, what is there is asked for, and there are no others."""

import re
from collections.abc import Iterator

import pytest

from framing.page.assets import FOLDER
from framing.page.states import STATES
from framing.page.texts import TEXTS, Component, texts
from framing.say import ENGLISH, language
from framing.say.language import LANGUAGES

IMPORTED = re.compile(r'from "\./([\w]+)\.js"')
# words.title and words[`viewer_${viewer}`]
NAMED = re.compile(r"\bwords\.(?!js\b)(\w+)|\bwords\[`([^`]+)`\]")
IN_HTML = re.compile(r'data-(?:word|label|said)="(\w+)"')
COMMENT = re.compile(r"/\*\*?.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
COMPONENTS: tuple[Component, ...] = ("deck", "panel", "review", "own", "check", "room")


# Further HTML of a component.
BESIDE: dict[Component, tuple[str, ...]] = {"deck": ("sitter", "room_score"), "room": ("room_score",)}


def source(name: str) -> str:
    return COMMENT.sub("", (FOLDER / name).read_text("utf-8"))


def modules(name: str) -> set[str]:
    """That script and all that it imports."""
    found, new = set(), {name}
    while new:
        found |= new
        new = {one for known in new for one in IMPORTED.findall(source(f"{known}.js"))} - found
    return found


def patterns(component: Component) -> Iterator[str]:
    """What a component asks for, as patterns of keys."""
    for html in (component, *BESIDE.get(component, ())):
        yield from IN_HTML.findall(source(f"{html}.html"))
    for name in modules(component):
        for plain, dynamic in NAMED.findall(source(f"{name}.js")):
            yield plain or re.sub(r"\$\{[^}]+\}", r"\\w+", dynamic)
    if component == "deck":
        yield from re.findall(r'"(tour_\w+)"\]', source("tour.js"))
        yield from ("headshot", "portrait", "either")  # words[use.wants]


@pytest.mark.parametrize("component", COMPONENTS)
def test_each_text_that_a_component_asks_for_is_there(component: Component) -> None:
    for pattern in patterns(component):
        assert any(re.fullmatch(pattern, key) for key in TEXTS[component]), pattern


@pytest.mark.parametrize("component", COMPONENTS)
def test_each_text_is_asked_for(component: Component) -> None:
    asked = [re.compile(pattern) for pattern in patterns(component)]
    assert [key for key in TEXTS[component] if not any(one.fullmatch(key) for one in asked)] == []


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_text_that_two_components_show_is_the_same_in_both(component: Component) -> None:
    for other in COMPONENTS:
        for key in TEXTS[component].keys() & TEXTS[other].keys():
            assert TEXTS[component][key] == TEXTS[other][key]


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.html")))
def test_no_html_has_words_of_its_own(name: str) -> None:
    html = re.sub(r"<[^>]*>", " ", source(name))
    assert re.findall(r"[A-Za-z]{2,}", html) == []
    assert re.findall(r'(?:aria-label|title|alt|placeholder)="[^"]', source(name)) == []


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.js")))
def test_no_script_has_words_of_its_own(name: str) -> None:
    """A text for people begins with a capital: these are the browser's names, and one error for engineers."""
    known = {"End", "Enter", "Escape", "Files", "Home", "No"}
    assert set(re.findall(r"[\"'`]([A-Z][a-z]+)\b", source(name))) <= known


def test_what_is_told_of_the_language_is_the_components_own() -> None:
    assert texts("own", ENGLISH)["words"] == TEXTS["own"]
    assert texts("deck", language("ar"))["dir"] == "rtl"
    assert texts("deck", language("ar"))["words"] != TEXTS["deck"]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("component", COMPONENTS)
def test_what_is_emphasised_in_a_text_is_emphasised_in_every_language(component: Component, code: str) -> None:
    said = texts(component, language(code))["words"]
    assert isinstance(said, dict)
    assert {key: text.count("*") for key, text in said.items()} == {
        key: str(text).count("*") for key, text in TEXTS[component].items()
    }


def test_the_scripts_and_python_know_the_same_states_of_the_camera() -> None:
    typed = re.search(r"@typedef \{([^}]+)\} State$", (FOLDER / "camera_state.js").read_text("utf-8"), re.MULTILINE)
    assert typed
    assert re.findall(r'"(\w+)"', typed[1]) == list(STATES)

"""Nothing from outside reaches an element of Streamlit's that would read it as Markdown."""

import ast
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest

from framing.page.plain import plain

PAGE = Path(__file__).parents[2] / "framing" / "page"
# What these show they read as Markdown: all of Streamlit's labels, and these keywords of any of its elements.
LABELLED = {
    "badge", "button", "caption", "checkbox", "dialog", "download_button", "error", "expander", "file_uploader",
    "header", "info", "link_button", "markdown", "metric", "popover", "progress", "radio", "selectbox", "slider",
    "spinner", "status", "subheader", "success", "tabs", "text_input", "title", "toast", "toggle", "warning", "write",
}  # fmt: skip
MARKDOWN = {"body", "caption", "help", "label", "text"}
NAMES = [
    "![x](https://example.org/a.png)", "<img src=x onerror=alert(1)>", ":material/home: :smile:", "$x$ `y` **z**",
    "[a](javascript:alert(1))", "https://example.org", "</p><script>alert(1)</script>",
]  # fmt: skip


def shown(tree: ast.AST) -> Iterator[tuple[int, ast.expr]]:
    """Each argument that Streamlit reads as Markdown, with its line."""
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        if call.func.attr in LABELLED:
            at = 1 if call.func.attr == "progress" else 0
            yield from ((call.lineno, argument) for argument in call.args[at : at + 1])
        yield from ((call.lineno, k.value) for k in call.keywords if k.arg in MARKDOWN)


def is_our_own(words: ast.expr, known: Mapping[str, list[ast.expr]]) -> bool:
    """Whether the words stand in the code or its translations, but for numbers of our own counting (`:d`)."""
    match words:
        case ast.Constant(value=str(text)):
            return all(spec == "d" for _, name, spec, _ in Formatter().parse(text) if name is not None)
        case ast.Name(id=name):
            return name in known and all(is_our_own(value, known) for value in known[name])
        case ast.Call(func=ast.Name(id="translate"), args=[_, message]):
            return is_our_own(message, known)
        case ast.Call(func=ast.Name(id="filled" | "counted"), args=texts):
            return all(is_our_own(text, known) for text in texts)
    return False


def named(tree: ast.AST) -> dict[str, list[ast.expr]]:
    """All that a file assigns to each of its names."""
    known: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=True))
                for name, value in pairs:
                    if isinstance(name, ast.Name):
                        known.setdefault(name.id, []).append(value)
    return known


@pytest.mark.parametrize("file", sorted(PAGE.glob("*.py")), ids=lambda file: file.name)
def test_only_words_that_stand_in_the_code_are_given_to_what_reads_markdown(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    imports_streamlit = any("streamlit" in ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Import))
    known = named(tree)
    found = [f"line {line}: {ast.unparse(words)}" for line, words in shown(tree) if not is_our_own(words, known)]
    assert not (imports_streamlit and found), "show it with st.html(plain(...)) instead"


@pytest.mark.parametrize("name", NAMES)
def test_plain_words_are_one_element_that_holds_text_alone(name: str) -> None:
    tags: list[str] = []
    text: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: tags.append(tag)  # type: ignore[method-assign, assignment]
    parser.handle_data = text.append  # type: ignore[method-assign, assignment]
    parser.feed(plain(name, "name"))
    parser.close()
    assert tags == ["h3"]
    assert "".join(text) == name

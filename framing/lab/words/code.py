"""The messages that stand in the code itself: what is handed to the functions and errors that say something.

Read off Python's own syntax tree: Babel's reader of Python loses the strings beside a call that stands in another.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[3]
# How many of its arguments are messages.
SAY = {"filled": 1, "Absent": 1}
ERRORS = ("PhotoError", "SettingsError")  # those that the page shows
_ENGLISH = ("lab", "web")  # the tools, and what is said before there is a page that could have a language


class Call(NamedTuple):
    """A message in a call, and where."""

    text: str
    place: str
    line: int
    one: str = ""


def calls(root: Path = ROOT / "framing") -> Iterator[Call]:
    """The messages of all files, by file and line."""
    for path in sorted(root.rglob("*.py")):
        if path.relative_to(root).parts[0] not in _ENGLISH:
            place = path.relative_to(root.parent).as_posix()
            yield from sorted(_of(ast.parse(path.read_text("utf-8")), place), key=lambda call: call.line)


def _of(tree: ast.AST, place: str) -> Iterator[Call]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        name, texts = node.func.id, [_text(argument) for argument in node.args]
        if name == "counted" and len(texts) > 1:
            yield Call(texts[1], place, node.lineno, texts[0])
        wanted = 3 if name in ERRORS else SAY.get(name, 0)
        yield from (Call(text, place, node.lineno) for text in texts[:wanted] if text)
        if name in ("filled", "counted"):
            for argument in node.keywords:
                yield from (Call(text, place, node.lineno) for text in _chosen(argument.value))


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _chosen(node: ast.expr) -> Iterator[str]:
    """The text, or the two of "left" if … else "right"."""
    if isinstance(node, ast.IfExp):
        yield from _chosen(node.body)
        yield from _chosen(node.orelse)
    elif text := _text(node):
        yield text

"""The messages that stand in the code itself, read off Python's own syntax tree.

A message is what is annotated as a `Message`, a value or what a function returns, and what is handed to a function or
an error that says something. Babel's reader of Python finds calls alone, and loses the strings beside a call that
stands in another.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[3]
# By the name of what is called: where its messages stand among its arguments.
_SAY = {
    "filled": slice(0, 1),
    "counted": slice(1, 2),
    "Absent": slice(0, 1),
    "translate": slice(1, 2),
    "_Unit": slice(1, 2),
    "PhotoError": slice(0, 3),
    "SettingsError": slice(0, 3),
}
_FILL = ("filled", "counted")  # and what these are given by name fills a blank, perhaps with a message
_ENGLISH = ("lab", "web")  # the tools, and what is said before there is a page that could have a language


class Found(NamedTuple):
    """A message in the code, and where; `one` is its English for a count of 1."""

    text: str
    place: str
    line: int
    one: str = ""


def written(root: Path = ROOT / "framing") -> Iterator[Found]:
    """The messages of all files, by file and line."""
    for path in sorted(root.rglob("*.py")):
        if path.relative_to(root).parts[0] not in _ENGLISH:
            place = path.relative_to(root.parent).as_posix()
            yield from sorted(_of(ast.parse(path.read_text("utf-8")), place), key=lambda found: found.line)


def _of(tree: ast.AST, place: str) -> Iterator[Found]:
    named = _named(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            one = next(_texts(node.args[:1]), "") if name == "counted" else ""
            told = [known for argument in node.args[_SAY.get(name, slice(0, 0))] for known in named(argument)]
            fills = [argument.value for argument in node.keywords] if name in _FILL else []
            yield from (Found(text, place, node.lineno, one) for text in _texts(told))
            yield from (Found(text, place, node.lineno) for text in _texts(fills))
        elif isinstance(node, ast.AnnAssign) and _is_message(node.annotation):
            yield from (Found(text, place, node.lineno) for text in _texts([node.value]))
        elif isinstance(node, ast.FunctionDef) and _is_message(node.returns):
            given = [inner.value for inner in ast.walk(node) if isinstance(inner, ast.Return | ast.Yield)]
            yield from (Found(text, place, node.lineno) for text in _texts(given))


def _named(tree: ast.AST) -> Callable[[ast.expr], list[ast.expr]]:
    """What an expression stands for: of a name, all that the file assigns to it."""
    known: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    known.setdefault(target.id, []).append(node.value)
    return lambda argument: known.get(argument.id, []) if isinstance(argument, ast.Name) else [argument]


def _is_message(annotation: ast.expr | None) -> bool:
    return annotation is not None and any(
        isinstance(node, ast.Name) and node.id == "Message" for node in ast.walk(annotation)
    )


def _texts(nodes: Iterable[ast.expr | None]) -> Iterator[str]:
    """The texts that an expression may turn out to be: of a table its values, of a choice both ends."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)) if text:
                yield text
            case ast.IfExp(body=one, orelse=other):
                yield from _texts([one, other])
            case ast.Dict(values=rows) | ast.Tuple(elts=rows) | ast.List(elts=rows) | ast.Set(elts=rows):
                yield from _texts(rows)
            case ast.BoolOp(values=rows):
                yield from _texts(rows)

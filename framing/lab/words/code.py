"""The messages that stand in the code itself, read off Python's own syntax tree.

A message is what is annotated as a `Message`, a value or what a function returns, and what is handed to a function or
an error that says something. Babel's reader of Python finds calls alone, and loses the strings beside a call that
stands in another.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
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
    "NoRoom": slice(0, 3),
    "HubError": slice(0, 3),
    "WriteError": slice(0, 3),
    "LabelsError": slice(0, 3),
}
_FILL = ("filled", "counted")  # and what these are given by name fills a blank, perhaps with a message
# The tools, and what is said where there is no page that could have a language.
_ENGLISH = ("lab", "__main__.py")


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
    texts = _Texts(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                one = next(texts.of(_MESSAGE, node.args[0]), "") if name == "counted" else ""
                told = node.args[_SAY.get(name, slice(0, 0))]
                fills = [k.value for k in node.keywords if name in _FILL and not isinstance(k.value, ast.Name)]
                yield from (Found(text, place, node.lineno, one) for arg in told for text in texts.of(_MESSAGE, arg))
                yield from (Found(text, place, node.lineno) for arg in fills for text in texts.of(_MESSAGE, arg))
            case ast.AnnAssign(annotation=kind, value=ast.expr() as value):
                yield from (Found(text, place, node.lineno) for text in texts.of(kind, value))
            case ast.FunctionDef(returns=ast.expr() as kind):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Return) and inner.value is not None:
                        yield from (Found(text, place, inner.lineno) for text in texts.of(kind, inner.value))
                    elif isinstance(inner, ast.Yield) and inner.value is not None and isinstance(kind, ast.Subscript):
                        yield from (Found(text, place, inner.lineno) for text in texts.of(kind.slice, inner.value))


_MESSAGE = ast.Name("Message")


class _Texts:
    """Finds in an expression of some type the texts that stand where the type has a `Message`."""

    def __init__(self, tree: ast.AST) -> None:
        # What each name may stand for: all that the file assigns to it.
        self._known: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._know(target, node.value)

    def _know(self, target: ast.expr, value: ast.expr) -> None:
        match target, value:
            case ast.Name(id=name), _:
                self._known.setdefault(name, []).append(value)
            case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
                for one, of in zip(targets, values, strict=True):
                    self._know(one, of)

    def of(self, kind: ast.expr, value: ast.expr) -> Iterator[str]:
        """Those of `value`, whose type is `kind`."""
        match kind, value:
            case _, ast.IfExp(body=one, orelse=other):
                yield from self.of(kind, one)
                yield from self.of(kind, other)
            case ast.BinOp(left=one, right=other), _:  # Message | None
                yield from self.of(one, value)
                yield from self.of(other, value)
            case ast.Name(id="Message"), _:
                yield from self._message(value)
            case ast.Subscript(slice=ast.Tuple(elts=[of_keys, of_values])), ast.Dict(keys=keys, values=values):
                yield from (text for key in keys if key is not None for text in self.of(of_keys, key))
                yield from (text for one in values for text in self.of(of_values, one))
            case ast.Subscript(slice=ast.Tuple(elts=kinds)), ast.Tuple(elts=parts):
                each = kinds if len(kinds) == len(parts) else kinds[:1] * len(parts)  # tuple[Message, ...]
                for inner, part in zip(each, parts, strict=True):
                    yield from self.of(inner, part)
            case ast.Subscript(slice=inner), ast.List(elts=parts) | ast.Set(elts=parts) | ast.Tuple(elts=parts):
                for part in parts:
                    yield from self.of(inner, part)

    def _message(self, value: ast.expr) -> Iterator[str]:
        match value:
            case ast.Constant(value=str(text)) if text:
                yield text
            case ast.Name(id=name):
                yield from (text for known in self._known.get(name, ()) for text in self.of(_MESSAGE, known))
            case ast.Subscript(value=ast.Name(id=name)):  # one of a table
                tables = [known for known in self._known.get(name, ()) if isinstance(known, ast.Dict)]
                yield from (text for table in tables for one in table.values for text in self.of(_MESSAGE, one))
            case ast.Tuple(elts=parts):  # a blank may be filled with a list
                yield from (text for part in parts for text in self._message(part))

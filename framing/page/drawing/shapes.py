"""SVG elements as text: the few that the drawings are made of, with numbers kept short."""

from __future__ import annotations

Point = tuple[float, float]


def number(value: float) -> str:
    """The number with at most two digits after the point."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")


def tag(name: str, **attributes: object) -> str:
    """An element without content; `_` in an attribute's name becomes `-`."""
    return f"<{name}{_written(attributes)}/>"


def group(*content: str, **attributes: object) -> str:
    """Elements drawn as one."""
    return f"<g{_written(attributes)}>{''.join(content)}</g>"


def path(d: str, **attributes: object) -> str:
    """A path from its commands."""
    return tag("path", d=d, **attributes)


def line(*points: Point, **attributes: object) -> str:
    """An open line through the points, not filled."""
    d = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return path(d, **{"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"} | attributes)


def oval(middle: Point, rx: float, ry: float, fill: str, **attributes: object) -> str:
    """A filled ellipse."""
    return tag("ellipse", cx=middle[0], cy=middle[1], rx=rx, ry=ry, fill=fill, **attributes)


def box(x: float, y: float, width: float, height: float, fill: str, **attributes: object) -> str:
    """A filled rectangle."""
    return tag("rect", x=x, y=y, width=width, height=height, fill=fill, **attributes)


def _written(attributes: dict[str, object]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{number(value) if isinstance(value, int | float) else value}"'
        for name, value in attributes.items()
    )

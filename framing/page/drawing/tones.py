"""The colours of the drawings: the page's own, and greys for a sitter who is no real person."""

from __future__ import annotations

from typing import NamedTuple

PANEL, INK, DIM = "#1c1e21", "#eceae4", "#9a9c9f"
ACCENT, GOOD, WARN, PORTRAIT = "#e9d8a6", "#7fd1ae", "#f2b866", "#8fb7d9"
SHADE = "#131417"
RED = "#d8342a"  # a pupil lit by a flash
PAPER = "#f6f4ee"  # burnt out: the bare paper

CASTS = {"warm": "#ff9a2e", "cool": "#3f7dff", "green": "#46c052", "magenta": "#d04fc0"}

_DARK_WALL, _LIGHT_WALL = "#0e1013", "#d2d5d6"


class Sitter(NamedTuple):
    """The tones of one figure."""

    face: str
    hair: str
    shirt: str
    sleeve: str
    line: str  # features


SITTERS = (
    Sitter("#b8b1a6", "#3b3836", "#78828c", "#6b747e", "#2b2a2a"),
    Sitter("#a59e94", "#5a544e", "#8d857b", "#7e776e", "#282727"),
    Sitter("#c3bdb3", "#4a4948", "#6f7a72", "#636d66", "#2d2c2c"),
)


def mix(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0..1) of the way from one to the other, as #rrggbb."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in pairs).hex()


def wall(lightness: float) -> str:
    """The wall's colour for a lightness of 0 (black) to 1 (nearly white)."""
    return mix(_DARK_WALL, _LIGHT_WALL, lightness)


def dimmed(sitter: Sitter, share: float) -> Sitter:
    """The same sitter `share` (0..1) of the way into shadow."""
    return Sitter(*(mix(tone, SHADE, share) for tone in sitter))

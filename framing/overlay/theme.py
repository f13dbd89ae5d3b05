"""How each meaning looks.

Letters are shares of the picture's shorter side, lines of the viewfinder's: a phone and a wall look alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from framing.overlay.shapes import Role, Spot, Status
from framing.overlay.sketch import Ink

RGB = tuple[int, int, int]

SHADE = 0.42  # what is left of a pixel outside the viewfinder
PANEL: RGB = (12, 13, 15)
PANEL_COVER = 0.8
INK: RGB = (236, 234, 228)
QUIET: RGB = (178, 180, 182)
ACCENT: RGB = (243, 182, 90)
FRAME: RGB = (150, 149, 146)  # the viewfinder's edge
HALO = 140  # of 255 is left of the picture beside a line, or pale gold would be lost on a pale wall
HALO_WIDTH = 0.0016  # on either side

GOLD: RGB = (233, 216, 166)
GREEN: RGB = (127, 209, 174)
COLOURS: Mapping[Role, RGB] = {
    Role.EYE_LINE: GOLD,
    Role.HEAD: GOLD,
    Role.LEVEL: INK,
    Role.STEADY: GREEN,
    Role.ASKEW: ACCENT,
    Role.MESH: (196, 226, 214),
}
WEIGHTS: Mapping[Role, float] = {
    Role.EYE_LINE: 0.0036,
    Role.HEAD: 0.0055,
    Role.LEVEL: 0.0034,
    Role.STEADY: 0.003,
    Role.ASKEW: 0.003,
    Role.MESH: 0.0014,
}
DASHED = frozenset({Role.EYE_LINE, Role.ASKEW})  # a line that is only wished for, or not yet straight
BARE = frozenset({Role.MESH})  # too fine for a halo
DASH, GAP = 0.011, 0.012

SIGNS: Mapping[Status, RGB] = {Status.GOOD: GREEN, Status.CARE: ACCENT, Status.PLAIN: QUIET}

CAPITALS = 0.729  # height of DejaVu's capitals, in ems
# Capitals 4.2% of the picture are read from two metres on a laptop, where the picture is some 15 cm high.
EMS: Mapping[Spot, float] = {Spot.LOW: 0.042 / CAPITALS, Spot.TOP_LEFT: 0.04, Spot.TOP_RIGHT: 0.04}
LABEL_EM = 0.026
DETAIL = 0.8  # of the text beside it
MARGIN = 0.03

# Of the small drawings beside the picture, in their heights.
INKS: Mapping[Ink, RGB] = {
    Ink.SITTER: (184, 177, 166),
    Ink.SHADE: (19, 20, 23),
    Ink.STAGE: (78, 82, 88),
    Ink.LIGHT: GOLD,
    Ink.WANTED: GREEN,
    Ink.HEAT: ACCENT,
    Ink.WORDS: QUIET,
    Ink.NUMBER: INK,
}
FINE = 0.025


def theme_data() -> dict[str, object]:
    """How lines and shade look, for the page that draws them over the camera's picture itself."""
    return {
        "shade": round(1.0 - SHADE, 3),
        "frame": FRAME,
        "halo": round(1.0 - HALO / 255.0, 3),
        "haloWidth": HALO_WIDTH,
        "dash": (DASH, GAP),
        "roles": {
            role: {
                "colour": COLOURS[role],
                "weight": WEIGHTS[role],
                "dashed": role in DASHED,
                "bare": role in BARE,
            }
            for role in Role
        },
    }

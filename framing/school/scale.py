"""How far out of its band a reading costs half of its points (docs/school.md, "Points").

All are chosen: what a photographer calls clearly off, and two to five times what a reading jitters.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf, log

from framing.types import Band, Measure

# Distances that count as shares of themselves: twice as far is as wrong as half as far. In powers of e.
_RATIOS: Mapping[str, float] = {
    "face_height": 0.25,
    "tightness": 0.25,
    "circle": 0.15,
    "camera_distance": 0.25,
    "face_resolution": 0.35,
    "motion": 0.25,
    "sharpness": 0.35,
}
_BY_NAME: Mapping[str, float] = {
    "backdrop_tone": 12.0,
    "exposure": 1.0,
    "hands_near_face": 0.3,
    "joint_at_edge": 0.08,
    "light_height": 0.7,
    "mouth": 0.03,
    "separation": 4.0,
}
_BY_UNIT: Mapping[str, float] = {
    "0 to 1": 0.25,
    "L*": 10.0,
    "a*": 6.0,
    "b*": 6.0,
    "degrees": 9.0,
    "eye distances": 0.4,
    "face heights": 0.3,
    "heads": 0.6,
    "hours from 12 o'clock": 1.0,
    "of 1": 0.25,
    "of 100": 20.0,
    "of the shorter side": 0.1,
    "open eyes": 0.25,
    "radii": 0.1,
    "share of the backdrop": 0.1,
    "share of the face": 0.04,
    "share of the picture": 0.05,
    "stops": 0.5,
    "viewfinder heights": 0.08,
    "viewfinder widths": 0.1,
    "visibility": 0.3,
    "cm": 15.0,
    "index": 0.004,
    "pixels": 10.0,
    "times": 0.4,
    # Of what is counted, one too many or too few leaves 14 points.
    **dict.fromkeys(("eyes", "faces", "mouths", "people", "quarter turns", "shoulders"), 0.35),
}


def out(measure: Measure, value: float, band: Band) -> float:
    """How far outside of its band the value lies, in distances that cost half of the points: 0 inside, else above."""
    if band.low <= value <= band.high:
        return 0.0
    return apart(measure, value, band.low if value < band.low else band.high)


def apart(measure: Measure, value: float, other: float) -> float:
    """How far two values of a measure are apart, in distances that cost half of the points, 0 or more."""
    ratio = _RATIOS.get(measure.name)
    if ratio is not None and other > 0.0:
        return inf if value <= 0.0 else abs(log(value / other)) / ratio
    return abs(value - other) / half(measure)


def half(measure: Measure) -> float:
    """The distance from its band that costs half of the points, in the measure's own unit.

    Raises KeyError for a unit that is not known here: a new one needs a distance of its own.
    """
    return _BY_NAME.get(measure.name) or _BY_UNIT[measure.unit]


def points(measure: Measure, value: float, band: Band) -> float:
    """What a reading is worth, 0..100: 100 in its band, half at the distance above, a quarter at twice that."""
    return float(100.0 * 2.0 ** -out(measure, value, band))

"""Small builders and strategies that several tests share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import radians, sin
from typing import Any, TypeVar

from hypothesis import strategies as st

from framing.judge import read
from framing.perceive.fixed import sitter
from framing.types import Absent, Band, Cheeks, Direction, Line, Point, Preset, Scene

_T = TypeVar("_T")

ASPECTS = st.sampled_from([0.66, 0.8, 1.0, 1.5])

# Sitters anywhere in the picture and partly out of it, near and far, turned and tilted.
SITTERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "x": st.floats(-0.2, 1.6),
        "eye_line": st.floats(-0.1, 1.1),
        "face_height": st.floats(0.02, 0.6),
        "aspect": ASPECTS,
        "yaw": st.floats(-40, 40),
        "roll": st.floats(-30, 30),
        "shoulder_tilt": st.floats(-20, 20),
        "body_yaw": st.floats(-60, 60),
        "hair": st.floats(0.9, 2.0),
    }
)

# What each direction does to a sitter when it is followed.
MOVES: dict[Direction, dict[str, float]] = {
    Direction.LEFT: {"x": +0.03},
    Direction.RIGHT: {"x": -0.03},
    Direction.UP: {"eye_line": +0.03},  # the camera tilts up, so the picture's content sinks
    Direction.DOWN: {"eye_line": -0.03},
    Direction.NEARER: {"face_height": +0.02},
    Direction.FARTHER: {"face_height": -0.02},
    Direction.TURN_LEFT: {"yaw": +6.0, "body_yaw": +6.0},
    Direction.TURN_RIGHT: {"yaw": -6.0, "body_yaw": -6.0},
    Direction.TILT_LEFT: {"roll": -6.0, "shoulder_tilt": -4.0},
    Direction.TILT_RIGHT: {"roll": +6.0, "shoulder_tilt": +4.0},
}


def there(part: _T | Absent | None) -> _T:
    """The part itself, which has to be there."""
    assert part is not None
    assert not isinstance(part, Absent), part.why
    return part


def use(
    musts: Mapping[str, Band] | None = None,
    style: Mapping[str, Band] | None = None,
    shown: frozenset[str] = frozenset(),
) -> Preset:
    """A use that takes either and asks for these bands alone."""
    return Preset("test", "Test", 0.8, (800, 1000), "either", "rectangle", "here", musts or {}, style or {}, shown)


def moved(how: Mapping[str, Any], direction: Direction) -> dict[str, Any]:
    """The sitter after following a cue of that direction."""
    changed = dict(how)
    for name, by in MOVES[direction].items():
        changed[name] = changed[name] + by
    return changed


def values(scene: Scene) -> dict[str, float]:
    """Every reading that is there, by name."""
    return {name: r.value for name, r in read(scene).items() if not isinstance(r.value, Absent)}


def mirrored(how: Mapping[str, Any]) -> dict[str, Any]:
    """The same sitter in a mirror."""
    flipped = {name: -how[name] for name in ("yaw", "roll", "shoulder_tilt", "body_yaw")}
    return {**how, **flipped, "x": how["aspect"] - how["x"]}


def framed(**how: Any) -> dict[str, float]:
    """The readings of a hand-made sitter."""
    return values(sitter(**how))


def in_a_room(how: Mapping[str, Any], lamp: float, pole: float) -> dict[str, float]:
    """The readings of a hand-made sitter beside a lamp and before a pole, which both stay where they are.

    The lamp is that many degrees to the sitter's left of the camera, the pole that far across the picture.
    """
    scene = sitter(**how)
    stops = 4.0 * sin(radians(lamp - how["yaw"]))
    lit = replace(there(scene.lit_face), cheeks=Cheeks(right=0.2 * 2.0 ** (-stops / 2), left=0.2 * 2.0 ** (stops / 2)))
    (face,) = scene.faces
    side = (pole - face.eyes.x) / face.eye_distance
    line = Line(Point(0.0, 0.0), Point(0.0, 0.0), strength=1.0, side=side, level=0.0, share=1.0)
    behind = replace(there(scene.backdrop), lines=(line,) if abs(side) < 1.0 else ())
    return values(replace(scene, lit_face=lit, backdrop=behind))

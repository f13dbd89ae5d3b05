"""The viewfinder follows the sitter: it slides inside the camera's picture, slowly and no more than it must.

State in, state out, and the clock is the scene's. docs/viewfinder.md has the numbers and their reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from framing.crop import reframed
from framing.crop.slide import cuts, largest, place_of, placed, serves_less, slid, wanted
from framing.judge import asked, judge, read
from framing.measures import MEASURES
from framing.parts import figure
from framing.types import Absent, Frame, Image, Judgements, Preset, Scene, State, Viewfinder

SPEED = 0.2  # of the picture's side a second: a slow pan
EASE = 0.3  # seconds of the way still to go that it makes each second at the end: it comes to rest softly
DEAD = 0.5  # of the way from the middle of a band to its end: within it nothing moves
FREE = 0.06  # of the window's side: the same for a use without a band for the place
THERE = 0.003  # of the window's side
STRANGER = 1.5  # face heights from one look to the next: the eyes take as large a step for another person's
LOST = 1.0  # seconds without anybody, after which whoever comes is a new sitter
AGAIN = 1.0  # seconds from one search for the best place to the next: between them that place goes with the face
_ROUNDING = 2  # pixels by which a window of the very shape of its picture may miss it
_BANDS = ("centring", "headroom")  # what bands the place across and upright
_JUMPED = Absent("the viewfinder has just moved to other surroundings")
_CROP = {name: measure for name, measure in MEASURES.items() if measure.group == "crop"}


@dataclass(frozen=True, slots=True)
class Pan:
    """Where the viewfinder is, and what it goes by; `Pan()` is before the first frame. Places are pixels of the frame.

    `at` and `ahead` are along the one way it can slide, across a wide picture and up and down in a tall one.
    """

    size: tuple[int, int] | None = None  # of the frame
    picture: Viewfinder | None = None  # of it without bars
    preset: Preset | None = None
    view: Viewfinder | None = None  # what is shown
    at: float = 0.0  # its left or top edge, with the fractions of pixels
    moving: bool = False
    time: float = 0.0  # of the last look
    eyes: tuple[float, float] | None = None  # the main subject's, when they were last seen
    seen: float = 0.0  # when
    ahead: float = 0.0  # from the sitter's eyes to the middle of the best place, face heights
    searched: float = 0.0  # when it was looked for


def aim(pan: Pan, pixels: Image, preset: Preset | None, now: float) -> Frame:
    """The next frame of a stream to look at, through the viewfinder as it was shown last; centred before that."""
    height, width = pixels.shape[:2]
    picture = Viewfinder(0, 0, width, height)
    if pan.size != (width, height) or pan.picture is None or pan.view is None:
        return Frame(pixels, _window(picture, preset), now)
    return Frame(pixels, _about(pan.view, _window(pan.picture, preset), pan.picture), now)


def pursue(pan: Pan, frame: Frame, scene: Scene, preset: Preset | None) -> tuple[Pan, Scene]:
    """The viewfinder after a look at a frame that `aim` gave, and the scene as it stands in it.

    It slides to where the use is served best once that is farther than the dead band, at most a fifth of the picture a
    second; at once for a new sitter or a new use, and where it would cut a head that the picture has room for. Eyes
    that do not say where they looked leave everything as it is.
    """
    seen, picture = scene.viewfinder, scene.picture
    if seen is None or picture is None:
        return pan, scene
    size = (frame.pixels.shape[1], frame.pixels.shape[0])
    if pan.view is None or (pan.size, pan.picture, pan.preset) != (size, picture, preset):
        view = _about(seen, _window(picture, preset), picture)
        pan = Pan(size, picture, preset, view, _start(view, _way(view, picture)))
    view, goal = pan.view or seen, None
    free = max(picture.width - view.width, picture.height - view.height) > _ROUNDING
    if preset is not None and free and not isinstance(figure(scene), Absent):
        pan, view, goal = _led(pan, view, wanted(scene, preset), preset)
    pan = replace(pan, view=view, moving=goal is not None, time=scene.time)
    return pan, replace(_through(view, scene, seen), bound=goal)


def come_to_rest(
    scene: Scene, judgements: Judgements, preset: Preset | None, before: Mapping[str, State]
) -> Judgements:
    """The judgements with those of the crop as they will be where a sliding viewfinder comes to rest.

    So nobody is asked to do what it does by itself. `before` holds the last states by name, as for `judge`.
    """
    if scene.bound is None or scene.viewfinder is None:
        return judgements
    there = reframed(scene, scene.viewfinder, scene.bound)
    ahead = {j.measure.name: j for j in judge(read(there, measures=_CROP), preset, before)}
    return tuple(ahead.get(j.measure.name, j) for j in judgements)


def leeway(scene: Scene) -> Mapping[str, float]:
    """How far the picture goes on beyond each edge of a viewfinder at rest, in its sides; by the names of margins."""
    view, picture = scene.bound or scene.viewfinder, scene.picture
    if view is None or picture is None:
        return {}
    return {
        "margin_right": (view.left - picture.left) / view.width,
        "margin_left": (picture.left + picture.width - view.left - view.width) / view.width,
        "margin_above": (view.top - picture.top) / view.height,
        "margin_below": (picture.top + picture.height - view.top - view.height) / view.height,
    }


def _led(pan: Pan, view: Viewfinder, scene: Scene, preset: Preset) -> tuple[Pan, Viewfinder, Viewfinder | None]:
    """The window after one step, and where it comes to rest; None once it is there. Somebody is in the scene."""
    seen, picture, now = scene.viewfinder or view, pan.picture or view, scene.time
    way = _way(view, picture)
    side, whole = ((window.width, window.height)[way] for window in (view, picture))
    place, face = place_of(scene, seen)
    eyes = _main(scene, seen) or place
    new = pan.eyes is None or now - pan.seen > LOST or np.hypot(*np.subtract(eyes, pan.eyes)) > STRANGER * face
    needed = False
    if new or now - pan.searched >= AGAIN:
        best = slid(scene, view, picture, preset)
        ahead = (_start(best, way) + side / 2.0 - place[way]) / face
        pan = replace(pan, ahead=ahead, searched=now)
        needed = serves_less(scene, view, best, preset)
    pan = replace(pan, eyes=eyes, seen=now)
    goal = _at(view, way, place[way] + pan.ahead * face - side / 2.0, picture)
    left = _start(goal, way) - pan.at
    far = abs(left) > _dead(preset, way) * side
    if new or (far and cuts(scene, view, preset) and not cuts(scene, goal, preset)):
        return replace(pan, at=float(_start(goal, way))), goal, None
    if not (pan.moving or far or needed):
        return pan, view, None
    passed = min(max(now - pan.time, 0.0), 1.0)
    step = min(SPEED * whole * passed, abs(left) * min(passed / EASE, 1.0))
    if abs(left) - step <= THERE * side:
        return replace(pan, at=float(_start(goal, way))), goal, None
    at = pan.at + float(np.copysign(step, left))
    return replace(pan, at=at), _at(view, way, at, picture), goal


def _through(view: Viewfinder, scene: Scene, seen: Viewfinder) -> Scene:
    """The scene in that viewfinder; where it has other surroundings, they are still to be looked at."""
    if view == seen:
        return scene
    moved = reframed(scene, seen, view)
    return moved if view.near(seen) else replace(moved, backdrop=_JUMPED)


def _dead(preset: Preset, way: int) -> float:
    """Half the width of the dead band, in sides of the window."""
    band = asked(MEASURES[_BANDS[way]], preset)[0]
    width = np.inf if band is None else band.high - band.low
    return DEAD * width / 2.0 if np.isfinite(width) else FREE


def _main(scene: Scene, seen: Viewfinder) -> tuple[float, float] | None:
    """The main face's eyes, pixels of the frame."""
    if not scene.faces:
        return None
    x, y = seen.to_pixels(np.array([scene.faces[0].eyes]))[0]
    return float(x), float(y)


def _window(picture: Viewfinder, preset: Preset | None) -> Viewfinder:
    return picture if preset is None else largest(picture, preset.aspect)


def _about(view: Viewfinder, window: Viewfinder, picture: Viewfinder) -> Viewfinder:
    """The window about the middle of that view, as far as the picture has room."""
    left, top = view.left + (view.width - window.width) / 2.0, view.top + (view.height - window.height) / 2.0
    return placed(window, left, top, picture)


def _way(view: Viewfinder, picture: Viewfinder) -> int:
    """0 where the window can slide across, 1 where up and down."""
    return 0 if view.width < picture.width else 1


def _start(view: Viewfinder, way: int) -> int:
    return (view.left, view.top)[way]


def _at(view: Viewfinder, way: int, start: float, picture: Viewfinder) -> Viewfinder:
    """The window with its left or top edge there, as far as the picture has room."""
    left, top = (start, view.top) if way == 0 else (view.left, start)
    return placed(view, left, top, picture)

"""Where the viewfinder goes: slowly to where the use is served best, and no more than it must.

State in, state out, and the clock is the scene's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from framing.crop import reframed
from framing.crop.slide import cuts, place_of, serves_less, slid, wanted
from framing.judge import asked
from framing.measures import MEASURES
from framing.pan.window import about, at, at_edge, can_slide, start, way_of, window_of
from framing.parts import figure
from framing.types import Absent, Frame, Image, Preset, Scene, Viewfinder

SPEED = 0.2  # of the picture's side a second: a slow pan
EASE = 0.3  # seconds: a look of 0.1 s passes a third of the way still to go, so that it comes to rest softly
DEAD = 0.5  # of the way from the middle of a band to its end: within it nothing moves
FREE = 0.06  # of the window's side: the same for a use without a band for the place
THERE = 0.003  # of the window's side
STRANGER = 1.5  # face heights from one look to the next: the eyes take as large a step for another person's
LOST = 1.0  # seconds without anybody, after which somebody who comes is a new sitter
AGAIN = 1.0  # seconds from one search for the best place to the next: between them that place goes with the face
SELDOM = 3.0  # the same for a sitter who has hardly moved since: no place has become better by then
HARDLY = 0.05  # face heights, and share of the face's size
_BANDS = ("centring", "headroom")  # what bands the place across and upright
_JUMPED = Absent("the viewfinder has just moved to other surroundings")


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
    place: tuple[float, float] = (0.0, 0.0)  # of the eyes then
    face: float = 1.0  # face height then, pixels


def aim(pan: Pan, pixels: Image, preset: Preset | None, now: float) -> Frame:
    """The next frame of a stream to look at, through the viewfinder as it was shown last; centred before that."""
    height, width = pixels.shape[:2]
    picture = Viewfinder.whole(pixels)
    if pan.size != (width, height) or pan.picture is None or pan.view is None:
        return Frame(pixels, window_of(picture, preset), now)
    return Frame(pixels, about(pan.view, window_of(pan.picture, preset), pan.picture), now)


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
        view = about(seen, window_of(picture, preset), picture)
        pan = Pan(size, picture, preset, view, start(view, way_of(view, picture)))
    view, goal = pan.view or seen, None
    if preset is not None and can_slide(view, picture) and not isinstance(figure(scene), Absent):
        pan, view, goal = _led(pan, view, wanted(scene, preset), preset)
    pan = replace(pan, view=view, moving=goal is not None, time=scene.time)
    return pan, replace(_through(view, scene, seen), bound=goal)


def _led(pan: Pan, view: Viewfinder, scene: Scene, preset: Preset) -> tuple[Pan, Viewfinder, Viewfinder | None]:
    """The window after one step, and where it comes to rest; None once it is there. Somebody is in the scene."""
    seen, picture, now = scene.viewfinder or view, pan.picture or view, scene.time
    way = way_of(view, picture)
    side, whole = ((window.width, window.height)[way] for window in (view, picture))
    place, face = place_of(scene, seen)
    eyes = _main(scene, seen) or place
    new = pan.eyes is None or now - pan.seen > LOST or np.hypot(*np.subtract(eyes, pan.eyes)) > STRANGER * face
    needed = False
    still = np.hypot(*np.subtract(place, pan.place)) <= HARDLY * face and abs(face / pan.face - 1.0) <= HARDLY
    if new or now - pan.searched >= (SELDOM if still else AGAIN):
        best = slid(scene, view, picture, preset)
        ahead = (start(best, way) + side / 2.0 - place[way]) / face
        pan = replace(pan, ahead=ahead, searched=now, place=place, face=face)
        needed = serves_less(scene, view, best, preset)
    pan = replace(pan, eyes=eyes, seen=now)
    goal = at(view, way, place[way] + pan.ahead * face - side / 2.0, picture)
    left = start(goal, way) - pan.at
    far = abs(left) > (THERE if at_edge(goal, way, picture) else _dead(preset, way)) * side
    if new or (far and cuts(scene, view, preset) and not cuts(scene, goal, preset)):
        return replace(pan, at=float(start(goal, way))), goal, None
    if not (pan.moving or far or needed):
        return pan, view, None
    passed = min(max(now - pan.time, 0.0), 1.0)
    step = min(SPEED * whole * passed, abs(left) * min(passed / EASE, 1.0))
    if abs(left) - step <= THERE * side:
        return replace(pan, at=float(start(goal, way))), goal, None
    pan = replace(pan, at=pan.at + float(np.copysign(step, left)))
    return pan, at(view, way, pan.at, picture), goal


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

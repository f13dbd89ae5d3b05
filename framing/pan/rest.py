"""What is asked of somebody whom the viewfinder follows: nothing that it does by itself."""

from __future__ import annotations

from collections.abc import Mapping

from framing.crop import reframed
from framing.judge import judge, read
from framing.measures import MEASURES
from framing.types import Judgements, Preset, Scene, State

_CROP = {name: measure for name, measure in MEASURES.items() if measure.group == "crop"}


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

"""The same scene through another viewfinder, and the same rectangle in the picture at its full size."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import numpy as np

from framing.types import Body, Points, Scene, Viewfinder


def reframed(scene: Scene, old: Viewfinder, new: Viewfinder) -> Scene:
    """The scene as it stands in another viewfinder of the same picture; what lies outside is kept."""

    def moved(points: Points) -> Points:
        return new.to_units(old.to_pixels(points))

    body = scene.body
    return replace(
        scene,
        aspect=new.aspect,
        viewfinder=new,
        faces=tuple(replace(face, points=moved(face.points)) for face in scene.faces),
        others=tuple(replace(face, points=moved(face.points)) for face in scene.others),
        body=replace(body, joints=moved(body.joints)) if isinstance(body, Body) else body,
    )


def at_full_size(
    window: Viewfinder, inside: Viewfinder, seen: Viewfinder, size: tuple[int, int], aspect: float
) -> Viewfinder:
    """The window of a thinned picture, `seen` as a whole, in pixels of the same picture at its full (width, height).

    Its aspect is the use's to within a pixel of the full size, where the thinned picture's pixels are coarser. It stays
    inside the part of the thinned picture that is no bar.
    """
    by = size[1] / seen.height
    limits = _grown(inside, by, size)
    height = min(round(window.height * by), limits.height, round(limits.width / aspect))
    width = min(round(height * aspect), limits.width)
    middle, top = (window.left + window.width / 2.0) * by, window.top * by
    left = int(np.clip(round(middle - width / 2.0), limits.left, limits.left + limits.width - width))
    top = int(np.clip(round(top), limits.top, limits.top + limits.height - height))
    return Viewfinder(left, top, width, height)


def _grown(inside: Viewfinder, by: float, size: tuple[int, int]) -> Viewfinder:
    """The same part at full size, in whole pixels that lie in it altogether."""
    left, top = ceil(inside.left * by), ceil(inside.top * by)
    right = min(round((inside.left + inside.width) * by), size[0])
    bottom = min(round((inside.top + inside.height) * by), size[1])
    return Viewfinder(left, top, max(1, right - left), max(1, bottom - top))

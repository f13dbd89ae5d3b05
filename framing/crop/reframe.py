"""The same scene through another viewfinder, and the same rectangle in the picture at its full size."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from framing.types import Body, Points, Scene, Viewfinder


def reframed(scene: Scene, old: Viewfinder, new: Viewfinder) -> Scene:
    """The scene as it stands in another viewfinder of the same picture; what lies outside is kept."""

    def moved(points: Points) -> Points:
        flat = new.to_units(old.to_pixels(points[:, :2]))
        return np.hstack([flat, points[:, 2:] * (old.height / new.height)])

    body = scene.body
    return replace(
        scene,
        aspect=new.aspect,
        faces=tuple(replace(face, points=moved(face.points)) for face in scene.faces),
        others=tuple(replace(face, points=moved(face.points)) for face in scene.others),
        body=replace(body, joints=moved(body.joints)) if isinstance(body, Body) else body,
    )


def at_full_size(window: Viewfinder, seen: Viewfinder, size: tuple[int, int], aspect: float) -> Viewfinder:
    """The window of a thinned picture, `seen` as a whole, in pixels of the same picture at its full (width, height).

    Its aspect is the use's to within a pixel of the full size, where the thinned picture's pixels are coarser.
    """
    by = size[1] / seen.height
    height = min(round(window.height * by), size[1], round(size[0] / aspect))
    width = min(round(height * aspect), size[0])
    middle, top = (window.left + window.width / 2.0) * by, window.top * by
    left = int(np.clip(round(middle - width / 2.0), 0, size[0] - width))
    return Viewfinder(left, int(np.clip(round(top), 0, size[1] - height)), width, height)

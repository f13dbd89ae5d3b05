"""The shape of somebody in a photograph: which way each pixel of them looks, and how far it stands out."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.canonical import canonical
from framing.perceive.surface import apart, normals
from framing.relight.raster import spread
from framing.types import Points

# Eye distances.
_ROUND = 1.8  # how far from the outline head and shoulders bend away from the camera
_BENT = 0.25  # how soft that bend is
_SMOOTH = 0.03  # how soft the mesh's own shading is: its triangles are not to be seen
_SEAM, _INTO = 0.12, 0.06  # how soft the face's own shape gives way to the bend, and how far inside it begins
_BEHIND = 0.2  # how far ears, neck and shoulders lie behind the rim of the face
_DEPTH = 0.8  # of a round body's own depth: people are flatter than balls
_NOWHERE = 10.0  # how far behind the face the backdrop is taken to be


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Somebody as a surface over a picture of (h, w) pixels; lengths are in pixels."""

    mesh: Points  # (468, 3), y down, z away from the camera
    normals: NDArray[np.float32]  # (h, w, 3), unit vectors: x to the sitter's left, y up, z toward the camera
    height: NDArray[np.float32]  # (h, w), toward the camera
    face: NDArray[np.bool_]  # (h, w), where the face's own mesh is
    person: NDArray[np.float32]  # (h, w), 0..1: how surely it is the sitter
    unit: float  # between the eyes


def surface(mesh: Points, person: NDArray[np.float32], shape: tuple[int, int]) -> Surface:
    """The surface of somebody whose face has that mesh, (468+, 3) in pixels with y down and z away from the camera.

    `person` is the confidence 0..1 over the picture, of any size. The face is the mesh's own; hair, neck and clothes,
    of which nothing but the outline is known, bend away toward it.
    """
    height, width = shape
    points, unit = mesh[:468, :3], apart(mesh)
    person = np.asarray(cv2.resize(person, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
    told = np.column_stack([normals(points), -points[:, 2]])
    face, found = spread(points, canonical().triangles, told, shape)
    bent = _bent(person, unit)
    inner = cv2.erode(face.astype(np.uint8), np.ones((3, 3)), iterations=max(1, round(_INTO * unit)))
    share = np.asarray(cv2.GaussianBlur(inner.astype(np.float32), (0, 0), _SEAM * unit), np.float32)
    own = np.where(face[..., None], found[..., :3], bent)
    mixed = cv2.GaussianBlur(share[..., None] * own + (1.0 - share[..., None]) * bent, (0, 0), _SMOOTH * unit)
    rim = float(found[face, 3].min(initial=0.0))
    behind = np.where(person > 0.5, rim - _BEHIND * unit, rim - _NOWHERE * unit)
    height_there = np.where(face, found[..., 3], behind).astype(np.float32)
    return Surface(points, _unit(np.asarray(mixed, np.float32)), height_there, face, person, unit)


def _bent(person: NDArray[np.float32], unit: float) -> NDArray[np.float32]:
    """Normals of a body that is round at its outline and flat within, (h, w, 3)."""
    away = cv2.distanceTransform((person > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    reach = _ROUND * unit
    height = _DEPTH * reach * np.sqrt(1.0 - (1.0 - np.minimum(away / reach, 1.0)) ** 2)
    down, right = np.gradient(cv2.GaussianBlur(height.astype(np.float32), (0, 0), _BENT * unit))
    return _unit(np.dstack([-right, down, np.ones_like(right)]).astype(np.float32))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=2, keepdims=True), 1e-6), np.float32)

"""The one place where marks become pixels of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.overlay import theme
from framing.overlay.place import LEGIBLE, overlap, place
from framing.overlay.screen import Screen
from framing.overlay.shapes import Box, Label, Marks, Role, Stroke
from framing.overlay.text import Patch, Run, Sign, extent, patch
from framing.overlay.trim import trimmed
from framing.types import Image, Viewfinder

SUB = 4  # bits of a pixel that OpenCV takes below the whole ones

_Ways = NDArray[np.int32]  # (lines, points of each, 2), sixteenths of a pixel


def paint(image: Image, viewfinder: Viewfinder, marks: Marks) -> Image:
    """A new (h, w, 3) uint8 RGB picture with the marks on it, mirrored when they say so; the text never is."""
    canvas: Image = np.asarray(cv2.flip(image, 1), np.uint8) if marks.mirrored else np.array(image, np.uint8, order="C")
    height, width = canvas.shape[:2]
    screen = Screen(viewfinder, width, height, marks.mirrored)
    window = screen.window
    if marks.shade != "none":
        _shade(canvas, window)
    if marks.shade == "circle":
        _shade_round(canvas[screen.part(window)])
    clear = [screen.box(box) for box in marks.clear]
    if marks.shade != "none":
        _frame(canvas, window, marks.shade == "circle")
    _strokes(canvas, (*trimmed(marks.strokes, marks.clear), *marks.over_face), screen)
    placed = place(marks.captions, width, height, (window.left + window.right) / 2.0, clear)
    for label in marks.labels:
        _label(canvas, label, screen, [*clear, *(caption.box for caption in placed)])
    for caption, lines, em, box in placed:
        beside = Sign(caption.direction, caption.status)
        _lay(canvas, patch(lines, em, beside), box)
    return canvas


def _shade(canvas: Image, window: Box) -> None:
    height, width = canvas.shape[:2]
    left, right = (int(np.clip(round(x), 0, width)) for x in (window.left, window.right))
    top, bottom = (int(np.clip(round(y), 0, height)) for y in (window.top, window.bottom))
    for strip in (canvas[:top], canvas[bottom:], canvas[top:bottom, :left], canvas[top:bottom, right:]):
        _darken(strip)


def _shade_round(inner: Image) -> None:
    """Darken what a round picture will lose."""
    if inner.size == 0:
        return
    dark = cv2.convertScaleAbs(inner, alpha=theme.SHADE)
    lost = np.full(inner.shape[:2], 255, np.uint8)
    height, width = inner.shape[:2]
    cv2.circle(lost, *_circle(Box(0, 0, width, height)), (0,), -1, cv2.LINE_8, SUB)
    cv2.copyTo(dark, lost, inner)


def _darken(part: Image) -> None:
    if part.size:
        cv2.convertScaleAbs(part, dst=part, alpha=theme.SHADE)


def _circle(window: Box) -> tuple[tuple[int, int], int]:
    centre = np.array([window.left + window.right, window.top + window.bottom]) / 2.0
    x, y = _sixteenths(centre[None])[0].tolist()
    return (x, y), round(min(window.right - window.left, window.bottom - window.top) / 2.0 * (1 << SUB))


def _frame(canvas: Image, window: Box, round_too: bool) -> None:
    """A thin edge on the last shaded pixels, so that none of the kept picture is lost under it."""
    left, top, right, bottom = (round(x) for x in window)
    cv2.rectangle(canvas, (left - 1, top - 1), (right, bottom), theme.FRAME, 1)
    if round_too:
        cv2.circle(canvas, *_circle(window), theme.FRAME, 1, cv2.LINE_AA, SUB)


def _strokes(canvas: Image, strokes: Sequence[Stroke], screen: Screen) -> None:
    if not strokes:
        return
    points = _sixteenths(screen.pixels(np.array([point for stroke in strokes for point in stroke.points])))
    ends = np.cumsum([len(stroke.points) for stroke in strokes])
    for stroke, way in zip(strokes, np.split(points, ends), strict=False):
        ways = _dashes(way, screen) if stroke.role in theme.DASHED else way[None]
        if len(ways):
            _line(canvas, ways, stroke.role, screen)


def _line(canvas: Image, ways: _Ways, role: Role, screen: Screen) -> None:
    weight = max(1, round(theme.WEIGHTS[role] * screen.scale))
    # The halo only darkens, and only where the line is: nothing as large as the picture is touched.
    wide = weight + 2 * round(theme.HALO_WIDTH * screen.scale)
    (left, top), (right, bottom) = ways.min(axis=(0, 1)).tolist(), ways.max(axis=(0, 1)).tolist()
    sub = 1 << SUB
    rows, columns = screen.part(Box(left / sub - wide, top / sub - wide, right / sub + wide, bottom / sub + wide))
    part = canvas[rows, columns]
    if part.size == 0:
        return
    ways = ways - np.array([columns.start, rows.start], np.int32) * sub
    if role not in theme.BARE:
        keep = np.full_like(part, 255)
        cv2.polylines(keep, list(ways), False, (theme.HALO,) * 3, wide, cv2.LINE_AA, SUB)
        cv2.multiply(part, keep, dst=part, scale=1.0 / 255.0)
    cv2.polylines(part, list(ways), False, theme.COLOURS[role], weight, cv2.LINE_AA, SUB)


def _sixteenths(pixels: NDArray[np.float64]) -> NDArray[np.int32]:
    # OpenCV counts from the middle of the first pixel, the viewfinder from its edge.
    return np.asarray(np.round((pixels - 0.5) * (1 << SUB)), np.int32)


def _dashes(points: NDArray[np.int32], screen: Screen) -> _Ways:
    """A line cut into dashes, as far as it lies in the picture."""
    unit = screen.scale * (1 << SUB)
    dash, step = max(1.0, theme.DASH * unit), max(1.0, (theme.DASH + theme.GAP) * unit)
    dashes = []
    for start, end in pairwise(points.tolist()):
        seen, a, b = cv2.clipLine((0, 0, screen.width << SUB, screen.height << SUB), start, end)
        length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
        if seen and length > 0.0:
            starts = np.arange(0.0, length, step)
            along = np.stack([starts, np.minimum(starts + dash, length)], axis=1) / length
            dashes.append(a + along[..., None] * (np.array(b) - a))
    return np.concatenate(dashes).astype(np.int32) if dashes else np.empty((0, 2, 2), np.int32)


def _label(canvas: Image, label: Label, screen: Screen, taken: Sequence[Box]) -> None:
    """Small words above their line; left out where something else is, because they only explain."""
    em = round(theme.LABEL_EM * screen.short)
    lines = ((Run(label.text, False),),)
    window = screen.window
    _, y = screen.pixels(np.array([[0.0, label.y]]))[0].tolist()
    width, height = extent(lines, max(em, 1), False)
    left, top = round(window.left + 0.6 * em), round(y - height - 0.4 * em)
    box = Box(left, top, left + width, top + height)
    outside = left < 0 or top < 0 or box.right > window.right or box.bottom > screen.height
    if em >= LEGIBLE and not outside and not any(overlap(box, other) for other in taken):
        _lay(canvas, patch(lines, em, None), box)


def _lay(canvas: Image, over: Patch, box: Box) -> None:
    """Lay a patch over the picture at the box's top left corner; `place` and `_label` keep it inside."""
    left, top = int(box.left), int(box.top)
    height, width = over.light.shape[:2]
    part = canvas[top : top + height, left : left + width]
    cv2.multiply(part, over.keep, dst=part, scale=1.0 / 255.0)
    cv2.add(part, over.light, dst=part)

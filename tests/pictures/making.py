"""Pictures as a browser sends them, with what eyes that are told what to see find in them."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Literal

import numpy as np
from PIL import Image as Pillow

from framing.perceive.fixed import FixedEyes, sitter
from framing.photo import Photo
from framing.pictures.announced import Announced
from framing.pictures.looked import Looked, look
from framing.presets.catalogue import load
from framing.types import EVERYBODY, NOT_CALIBRATED, Frame, Image, Scene, Viewer, Viewfinder

PRESETS = load()
TAKEN = datetime(2026, 11, 26, 15, 4, 9, 123_000, timezone(timedelta(hours=1)))
SIZE = (1280, 720)


def pixels(width: int = SIZE[0], height: int = SIZE[1]) -> Image:
    """A ramp from black to red across and to blue down: every place has its own colour."""
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return np.stack([across, np.full_like(across, 90), down], axis=2).astype(np.uint8)


def encoded(picture: Image) -> bytes:
    """As a browser makes a JPEG of it."""
    data = io.BytesIO()
    Pillow.fromarray(picture).save(data, "JPEG", quality=95)
    return data.getvalue()


def announced(
    picture: Image, use: str, window: Viewfinder | None, source: Literal["frame", "photo"] = "frame"
) -> Announced:
    """What the browser says of that picture."""
    data, (height, width) = encoded(picture), picture.shape[:2]
    said = hashlib.sha256(data).hexdigest()
    return Announced(len(data), said, width, height, use, window, TAKEN, source, Viewer.FRONT)


def shown(use: str, width: int = SIZE[0], height: int = SIZE[1]) -> Viewfinder:
    """The viewfinder of that use in the middle of the picture."""
    return Viewfinder.centred(width, height, PRESETS[use].aspect)


def looked(
    use: str = "linkedin", scene: Scene | None = None, picture: Image | None = None, *, window: bool = True
) -> Looked:
    """What is found in a picture taken for that use, with the viewfinder shown or without."""
    picture = pixels() if picture is None else picture
    height, width = picture.shape[:2]
    view = shown(use, width, height) if use else None
    preset = PRESETS.get(use)
    said = announced(picture, use, view if window else None)
    photo = Photo(Frame(picture, Viewfinder.whole(picture)), (width, height))
    seen = scene or sitter(aspect=preset.aspect if preset else width / height)
    found = look(photo, said, FixedEyes([seen]), preset, (EVERYBODY, NOT_CALIBRATED))
    return replace(found, detail={64: 0.04})

"""Photographs that the school is shown, opened and seen as all that the guide judges."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future
from functools import cache

from framing import sample
from framing.perceive import Eyes
from framing.photo import open_photo
from framing.pictures.looking import LOOKING, Looking
from framing.relight.studio import Studio
from framing.types import Frame, Scene, Viewfinder

MOST = 64_000_000  # bytes of one photograph, as of those that a page sends to be judged


def fingerprint(data: bytes) -> str:
    """The photograph's own name: 32 hex digits of its SHA-256."""
    return hashlib.sha256(data).hexdigest()[:32]


def see(data: bytes, eyes: Eyes) -> Scene:
    """What is seen in the photograph, of whatever kind it is. Raises PhotoError for what is none."""
    return eyes.see(open_photo(data, "the photograph").frame)


def studio(looking: Looking = LOOKING) -> Future[Studio]:
    """The packaged photograph as a light studio, made once for the whole process."""
    return looking.ask("studio", _studio)


@cache
def _kept() -> list[Studio]:
    return []


def _studio(eyes: Eyes) -> Studio:
    if not _kept():
        photograph = sample.photograph()
        _kept().append(Studio(photograph, eyes.see(Frame(photograph, Viewfinder.whole(photograph)))))
    return _kept()[0]

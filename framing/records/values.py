"""What is kept of the school, all frozen; moments are seconds since 1970."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from framing.school.values import Score

Kind = Literal["verdict", "cue", "reading"]
Readings = Mapping[str, float | None]  # of every measure by its name; None where it could not be read


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody who practises here, by name or number."""

    id: int
    name: str
    since: float
    pictures: bool  # whether before and after may be kept


@dataclass(frozen=True, slots=True)
class Attempt:
    """One drill as it was handed in, by which standard and which guide it was scored, and its two pictures as JPEG."""

    drill: str
    title: str
    at: float
    score: Score
    standard: str = ""  # the studio's, by name
    hash: str = ""  # and its signature, whole
    guide: str = ""  # the guide's version
    before: bytes | None = field(default=None, repr=False)
    after: bytes | None = field(default=None, repr=False)
    id: str = field(default_factory=lambda: secrets.token_urlsafe(12))  # it is kept once, however often it comes


@dataclass(frozen=True, slots=True)
class Kept:
    """An attempt that is kept, and whose it is."""

    number: int
    trainee: Trainee
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the quiz beside the guide's own."""

    at: float
    picture: str  # which one: the SHA-256 of its file, so that the same picture is known again and by no name
    question: str  # reads_as, or what is asked besides
    guides: str
    own: str
    readings: Readings = field(default_factory=dict)
    source: str = ""  # the folder it came from: pictures of one source are alike
    trainer: bool = False  # whether the studio itself says so, and not somebody who learns


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Somebody sees a verdict, a cue or a reading otherwise than the guide."""

    at: float
    kind: Kind
    what: str  # "reads_as", the cue's name such as "headroom.low", or the measure's name
    guides: str  # headshot or portrait; the cue's name; low, ok or high
    own: str  # the same, or for a cue "none", or what should come first
    readings: Readings
    source: str  # the sitting or the folder: pictures of one source are alike
    standard: str = ""
    hash: str = ""
    guide: str = ""
    picture: bytes | None = field(default=None, repr=False)
    trainer: bool = False  # whether the studio itself says so: what its own weights are fitted to

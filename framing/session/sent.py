"""What a carrier brings: a picture, when it was taken, and what the camera itself gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from framing.types import CloseUp, Image


@dataclass(frozen=True, slots=True, eq=False)
class Sent:
    """One picture on its way to the eyes."""

    pixels: Image = field(repr=False)
    moment: float  # when it was taken, seconds of the session's clock
    number: int = 0  # by which its sender knows it again; 0 where the carrier cannot tell frames apart
    scale: float = 1.0  # how many of the camera's own pixels lie along one of these
    close_up: CloseUp | None = None

"""What a drawing shows, as its table in a card's file says it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from framing.errors import CardError

HEIGHT = 120.0  # of every drawing, in its own units

Backdrop = Literal["plain", "room", "shelves", "window", "outdoors", "horizon"]
Cast = Literal["none", "warm", "cool", "green", "magenta"]
Guide = Literal[
    "headroom", "eye_line", "third", "middle", "above", "below", "left", "right",
    "face", "head", "level", "shoulders", "joints", "rim", "lamp",
]  # fmt: skip
Over = Literal["none", "lenses", "reflection", "hair", "mask", "red"]
_Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Drawing(BaseModel):
    """A sitter in a frame, all by default as a plain head and shoulders. Left and right are the sitter's own.

    Lengths are shares of the frame's height, angles degrees with the signs of the measures of the same name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    aspect: float = Field(0.8, ge=0.5, le=1.6, description="width to height")
    circle: bool = Field(False, description="shown as a circle")
    people: int = Field(1, ge=0, le=3, description="how many")
    head: float = Field(0.42, ge=0.05, le=1.5, description="hair to chin")
    top: float = Field(0.10, ge=-0.5, le=0.9, description="top edge down to the hair")
    x: float = Field(0.0, ge=-0.6, le=0.6, description="off the middle in widths, + to the sitter's left")
    yaw: float = Field(0.0, ge=-60.0, le=60.0, description="the face's turn, + to the sitter's left")
    pitch: float = Field(0.0, ge=-40.0, le=40.0, description="the face tipped, + down")
    gaze: float = Field(0.0, ge=-1.0, le=1.0, description="the eyes past the lens, + to the sitter's left")
    roll: float = Field(0.0, ge=-40.0, le=40.0, description="the head's lean, + to the sitter's right")
    shoulder_tilt: float = Field(0.0, ge=-30.0, le=30.0, description="+ with the sitter's left higher")
    body_yaw: float = Field(0.0, ge=-60.0, le=60.0, description="the body's turn, + to the sitter's left")
    away: bool = Field(False, description="turned away from the camera")
    eyes: _Share = Field(1.0, description="how open")
    over: Over = Field("none", description="what lies over the eyes or the mouth, or a flash in the pupils")
    smile: _Share = Field(0.35, description="none to broad")
    emotion: _Share = Field(0.0, description="calm to strong")
    hands: int = Field(0, ge=0, le=2, description="hands near the face")
    light: float = Field(0.0, ge=-3.0, le=3.0, description="stops between the cheeks, + with the left one brighter")
    above: float = Field(0.0, ge=-3.0, le=3.0, description="stops from the chin to the forehead, + from above")
    cast: Cast = Field("none", description="the colour of the light")
    catchlight: float | None = Field(None, ge=-6.0, le=6.0, description="hours from 12, + to the sitter's left")
    dim: _Share = Field(0.0, description="how far the whole sitter lies in shadow")
    burnt: _Share = Field(0.0, description="highlights that hold nothing")
    blocked: _Share = Field(0.0, description="shadows that hold nothing")
    blur: _Share = Field(0.0, description="sharp to shaken")
    quarter_turns: int = Field(0, ge=-1, le=2, description="of the picture, to the right")
    backdrop: Backdrop = Field("plain", description="what is behind")
    pole: float | None = Field(None, ge=-0.5, le=0.5, description="a pole behind, off the middle in widths as x")
    wall: _Share = Field(0.42, description="how light the wall is")
    guides: frozenset[Guide] = Field(frozenset(), strict=False, description="lines that point at the matter")

    @property
    def width(self) -> float:
        """The frame's width in drawing units, 60..192; its height is 120."""
        return HEIGHT * self.aspect


def parse(table: Mapping[str, object], where: str) -> Drawing:
    """The drawing that a table describes. Raises CardError, naming `where` and the key, at the first that is wrong."""
    try:
        return Drawing.model_validate(dict(table))
    except ValidationError as error:
        raise _misfit(where, error) from error


def _misfit(where: str, error: ValidationError) -> CardError:
    first = error.errors(include_url=False)[0]
    key = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, Drawing.model_fields, n=1)
        remedy = f"did you mean {near[0]}" if near else "remove it"
        return CardError(f"only the keys {', '.join(Drawing.model_fields)} in {where}", repr(key), remedy)
    said = first["msg"].removeprefix("Input should be ")
    return CardError(f"{said} at {key} in {where}", repr(first["input"]), f"correct {key}")

"""What browser and server tell each other of pictures that were taken, as typed JSON.

`framing.web.typescript` makes the types of the page's scripts from these models.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator

Name = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
Use = Annotated[str, Field(max_length=100)]
Sum = Annotated[str, Field(pattern="^[0-9a-fA-F]{64}$")]
Side = Annotated[int, Field(ge=1, le=65_535)]  # pixels: no JPEG is larger
_MANY = 50  # pictures or files that are asked for at once


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rectangle(_Asked):
    """A rectangle in whole pixels of a picture."""

    left: Annotated[int, Field(ge=0, le=65_535)]
    top: Annotated[int, Field(ge=0, le=65_535)]
    width: Side
    height: Side


class Announcement(_Asked):
    """What the browser says of a picture before it sends it."""

    size: Annotated[int, Field(ge=1)]
    sha256: Sum
    width: Side
    height: Side
    use: Use
    window: Rectangle | None
    taken: AwareDatetime
    source: Literal["frame", "photo"]
    viewer: Literal["front", "rear", "still", "other"]

    @field_validator("taken")
    @classmethod
    def _of_our_time(cls, taken: datetime) -> datetime:
        """What a ZIP can tell."""
        if not 1980 < taken.year < 2107:
            raise ValueError("a year between 1980 and 2107 is expected")
        return taken


class Have(_Said):
    """The bytes of a picture that are here, and why no more were taken."""

    have: int
    error: str | None = None


class Refusal(_Said):
    """Why something was refused, in a sentence; `ids` are the pictures that have to be sent again."""

    error: str
    ids: tuple[str, ...] = ()


class Eyes(_Said):
    """The rectangle round both eyes, in fractions of the picture."""

    x: float
    y: float
    width: float
    height: float


class Judged(_Said):
    """What is said of one picture; `rank` says whether it can be kept without a second thought."""

    id: str
    rank: Literal["good", "fault", "unsure"]
    title: str
    because: str
    symbol: Literal["ok", "must", "unsure"]
    ready: bool
    reads: str
    sure: str
    eyes: Eyes | None
    faults: tuple[str, ...]
    cues: tuple[str, ...]


class WhichBurst(_Asked):
    """The pictures of one burst, in the order in which they were taken."""

    ids: Annotated[list[Name], Field(min_length=1, max_length=_MANY)]


class Burst(_Said):
    """What is said of the pictures of one burst, beside each other; the best first in `order` and `pictures`."""

    headline: str
    detail: str
    order: tuple[str, ...]
    pictures: tuple[Judged, ...]


class WhichUses(_Asked):
    """The uses, by the names of their presets."""

    uses: Annotated[list[Use], Field(min_length=1, max_length=100)]


class Delivery(_Said):
    """What one use would get out of one picture; `why` says what speaks against it, or why it cannot be had."""

    use: str
    title: str
    shape: Literal["rectangle", "circle"]
    window: Rectangle
    width: int
    height: int
    words: str
    good: bool
    why: str | None


class ForUse(_Asked):
    """The cut that a use gets."""

    use: Use


class WholePicture(_Asked):
    """The uncut picture, which carries the crop that its use gets."""

    whole: Literal[True]


class PrintSheet(_Asked):
    """A sheet with as many pictures of a document as it has room for."""

    sheet: Literal["4x6", "a4"]
    use: Use


class Item(_Asked):
    """One file that is asked for."""

    id: Name
    what: ForUse | WholePicture | PrintSheet


class Wanted(_Asked):
    """The files that are asked for: one by itself, or any number in a ZIP."""

    items: Annotated[list[Item], Field(min_length=1, max_length=_MANY)]
    zip: bool


MODELS = (Announcement, Have, Refusal, Judged, WhichBurst, Burst, WhichUses, Delivery, Wanted)
"""Those that are sent as a whole, in either direction."""

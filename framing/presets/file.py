"""One preset as it is written in a file, checked on reading: every mistake is named by file and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from framing.errors import PresetError
from framing.measures import MEASURES
from framing.presets.written import Written, cut, near, written
from framing.types import Band

Stances = Mapping[str, tuple[str, Band | None]]  # measure -> where it stands (musts, style, shown) and its band
MOST_PIXELS = 100_000_000  # of a picture, which is held in memory whole and more than once

def _no_truth(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("true and false are no numbers")  # noqa: TRY004 - pydantic takes a ValueError for a misfit
    return value


def _ratio(value: object) -> object:
    return value.split(":") if isinstance(value, str) else value


def _in_memory(size: tuple[int, int]) -> tuple[int, int]:
    if size[0] * size[1] > MOST_PIXELS:
        raise ValueError("too many pixels")
    return size


_Words = Annotated[str, Field(min_length=1, max_length=500)]
_Name = Annotated[str, Field(min_length=1, max_length=100)]
_Title = Annotated[str, Field(min_length=1, max_length=80)]  # it must find room in one line of the page
_Number = Annotated[float, BeforeValidator(_no_truth)]
# Bounded, so that no ratio of two leaves the numbers there are.
_Side = Annotated[_Number, Field(ge=0.001, le=100_000.0)]
_Pixels = Annotated[int, BeforeValidator(_no_truth), Field(ge=1, le=12_000)]
_Dpi = Annotated[int, BeforeValidator(_no_truth), Field(ge=1, le=2_400)]
Bands = dict[str, tuple[_Number, _Number]]


class Keys(BaseModel):
    """The keys of one file: what it leaves out must come from the preset it extends."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    extends: _Name | None = Field(None, description="the name of another preset")
    title: _Title | None = Field(None, description="a title for the page, 80 characters at most")
    aspect: Annotated[tuple[_Side, _Side], BeforeValidator(_ratio)] | None = Field(
        None, description='a ratio of width to height such as "4:5" or [4, 5]'
    )
    pixels: Annotated[tuple[_Pixels, _Pixels], AfterValidator(_in_memory)] | None = Field(
        None, description="[width, height] in whole pixels, at most 12,000 a side and 100 million together,"
    )
    most_pixels: Annotated[tuple[_Pixels, _Pixels], AfterValidator(_in_memory)] | None = Field(
        None, description="[width, height] in whole pixels, no smaller than pixels"
    )
    reads_as: Literal["headshot", "portrait", "either"] | None = Field(None, description="headshot, portrait or either")
    shape: Literal["rectangle", "circle"] | None = Field(None, description="rectangle or circle")
    source: _Words | None = Field(None, description="who says so, in 500 characters at most")
    dpi: _Dpi | None = Field(None, description="the print's pixels per inch, a whole number up to 2,400")
    document: bool | None = Field(None, description="true or false: whether an authority will look at it")
    musts: Bands = Field({}, description="a measure = [low, high] on each line")
    style: Bands = Field({}, description="a measure = [low, high] on each line")
    shown: list[str] = Field([], description="a list of measures")


@dataclass(frozen=True, slots=True)
class PresetFile:
    """A file whose keys and measures make sense; whether they make a whole preset shows with those it extends."""

    name: str  # badge
    written: Written
    keys: Keys
    stances: Stances

    def at(self, *keys: str) -> str:
        """The file's name with the line on which these nested keys stand."""
        return self.written.at(*keys)


def parse(path: Path) -> PresetFile:
    """The preset file at that path. Raises PresetError, naming file, line and reason, when it makes no sense."""
    text = written(path, PresetError)
    return parse_part(path.stem, text, text.values())


def parse_part(name: str, text: Written, values: Mapping[str, Any]) -> PresetFile:
    """The preset of that name, of what a file or a table in one says; raises `text.error` as `parse` does."""
    try:
        keys = Keys.model_validate(values)
    except ValidationError as error:
        raise text.misfit(Keys, error) from error
    return PresetFile(name, text, keys, stances(text, keys.musts, keys.style, keys.shown))


def stances(text: Written, musts: Bands, style: Bands, shown: Sequence[str]) -> Stances:
    """Where each measure stands, and its band. Raises `text.error`, naming the line, for what makes no sense."""
    found: dict[str, tuple[str, Band | None]] = {}
    for place, bands in (("musts", musts), ("style", style), ("shown", dict.fromkeys(shown))):
        for measure, band in bands.items():
            mistake = _mistake(measure, band, found)
            if mistake is not None:
                expected, came, remedy = mistake
                where = f"{place}.{cut(measure)} in {text.at(place, measure)}"
                raise text.error(f"{expected} at {where}", came, remedy)
            found[measure] = (place, None if band is None else Band(*band))
    return found


def _mistake(measure: str, band: tuple[float, float] | None, stances: Stances) -> tuple[str, str, str] | None:
    """What is expected of a measure's place and band, what was found instead and what to do; None if all is well."""
    if measure not in MEASURES:
        remedy = near(measure, MEASURES) or f"choose one of {', '.join(MEASURES)}"
        return "the name of a measure", repr(cut(measure)), remedy
    if measure in stances:
        return "the only mention of it", f"it in {stances[measure][0]} too", "keep one of the two"
    if band is not None and not band[0] <= band[1]:  # so put that a NaN is caught too
        remedy = "write the smaller number first" if band[0] > band[1] else "write a number"
        return "low ≤ high", str(list(band)), remedy
    return None

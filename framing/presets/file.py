"""One preset as it is written in a file, checked on reading: every mistake is named by file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from framing.errors import PresetError
from framing.measures import MEASURES
from framing.presets.written import BAND, Bands, Keys, Name, Number, Title, Words, Written, cut, near, no_truth, read
from framing.types import Band

Stances = Mapping[str, tuple[str, Band | None]]  # measure -> where it stands (musts, style, shown) and its band
MOST_PIXELS = 100_000_000  # of a picture, which is held in memory whole and more than once


def _ratio(value: object) -> object:
    return value.split(":") if isinstance(value, str) else value


def _in_memory(size: tuple[int, int]) -> tuple[int, int]:
    if size[0] * size[1] > MOST_PIXELS:
        raise ValueError("too many pixels")
    return size


# Bounded, so that no ratio of two leaves the numbers there are.
_Side = Annotated[Number, Field(ge=0.001, le=100_000.0)]
_Pixels = Annotated[int, no_truth, Field(ge=1, le=12_000)]
_Dpi = Annotated[int, no_truth, Field(ge=1, le=2_400)]


class PresetKeys(Keys):
    """The keys of one file: what it leaves out must come from the preset it extends."""

    extends: Name | None = Field(None, description="the name of another preset")
    title: Title | None = Field(None, description="a title for the page, 80 characters at most")
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
    source: Words | None = Field(None, description="who says so, in 500 characters at most")
    dpi: _Dpi | None = Field(None, description="the print's pixels per inch, a whole number up to 2,400")
    document: bool | None = Field(None, description="true or false: whether an authority will look at it")
    musts: Bands = Field({}, description="a measure = [low, high] on each line", json_schema_extra=BAND)
    style: Bands = Field({}, description="a measure = [low, high] on each line", json_schema_extra=BAND)
    shown: list[str] = Field([], description="a list of measures")


@dataclass(frozen=True, slots=True)
class PresetFile:
    """A file whose keys and measures make sense; whether they make a whole preset shows with those it extends."""

    written: Written
    keys: PresetKeys
    stances: Stances
    within: tuple[str, ...] = ()  # the keys that lead to it in a file that holds more than one

    def at(self, *keys: str) -> str:
        """The file's name with the line on which these nested keys stand."""
        return self.written.at(*self.within, *keys)


def parse(path: Path) -> PresetFile:
    """The preset file at that path. Raises PresetError, naming file, line and reason, when it makes no sense."""
    written = read(path, PresetError)
    return preset_file(written, written.keys(PresetKeys))


def preset_file(written: Written, keys: PresetKeys, within: tuple[str, ...] = ()) -> PresetFile:
    """The preset with these keys; `within` are those that lead to it in a file that holds more than one.

    Raises the file's error where its measures or bands make no sense.
    """
    return PresetFile(written, keys, _stances(written, keys, within), within)


def _stances(file: Written, keys: PresetKeys, within: tuple[str, ...]) -> Stances:
    stances: dict[str, tuple[str, Band | None]] = {}
    for place, bands in (("musts", keys.musts), ("style", keys.style), ("shown", dict.fromkeys(keys.shown))):
        for measure, band in bands.items():
            if measure in stances:
                where = f"{place}.{cut(measure)} in {file.at(*within, place, measure)}"
                found = f"it in {stances[measure][0]} too"
                raise file.error(f"the only mention of it at {where}", found, "keep one of the two")
            stances[measure] = (place, banded(file, (*within, place, measure), band))
    return stances


def banded(file: Written, keys: tuple[str | int, ...], band: tuple[float, float] | None = None) -> Band | None:
    """The band of the measure that the last of these keys names; raises the file's error where it makes no sense."""
    measure = str(keys[-1])
    mistake = _mistake(measure, band)
    if mistake is not None:
        expected, found, remedy = mistake
        where = f"{'.'.join(str(key + 1) if isinstance(key, int) else cut(key) for key in keys)} in {file.at(*keys)}"
        raise file.error(f"{expected} at {where}", found, remedy)
    return None if band is None else Band(*band)


def _mistake(measure: str, band: tuple[float, float] | None) -> tuple[str, str, str] | None:
    """What is expected of a measure's name and band, what was found instead and what to do; None if all is well."""
    if measure not in MEASURES:
        remedy = near(measure, MEASURES) or f"choose one of {', '.join(MEASURES)}"
        return "the name of a measure", repr(cut(measure)), remedy
    if band is not None and not band[0] <= band[1]:  # so put that a NaN is caught too
        remedy = "write the smaller number first" if band[0] > band[1] else "write a number"
        return "low ≤ high", str(list(band)), remedy
    return None

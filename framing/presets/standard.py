"""The studio's standard as it is written: one file with presets, drills, rubric, wording, languages and weights.

What lies above reads its own tables: drills and rubric are checked in `framing.school.standard`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from framing.data import user_path
from framing.errors import StandardError
from framing.presets.file import PresetFile, PresetKeys, preset_file
from framing.presets.stamp import Stamp, stamp
from framing.presets.written import Keys, Name, Written, read

STANDARD = "FRAMING_STANDARD"
SHORT = 12  # hex digits of the hash that are shown
Wording = Literal["plain", "beginner", "expert"]

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")]
_TABLES = "tables, each with a name of small letters, digits and _, such as"


class HouseKeys(Keys):
    """The keys of the file but for those that only the school reads."""

    name: Annotated[str, Field(min_length=1, max_length=60)] = Field(description="a name, 60 characters at most,")
    wording: Wording = Field("plain", description="plain, beginner or expert")
    languages: list[Annotated[str, Field(min_length=2, max_length=10)]] = Field(
        [], description='a list of languages, such as ["en", "de"]'
    )
    weights: Name | None = Field(None, description="the file of the studio's own weights")
    presets: dict[Id, PresetKeys] = Field({}, description=f"{_TABLES} [presets.house_light],")


class StandardKeys(HouseKeys):
    """All keys of the file; what a drill or the rubric may hold is checked where they are used."""

    drills: dict[Id, dict[str, Any]] = Field({}, description=f"{_TABLES} [drills.house_key],")
    rubric: dict[str, Any] = Field({}, description="a table of weights and levels")


@dataclass(frozen=True, slots=True, eq=False)  # the same file is the same value: what is made of it is kept by it
class StandardFile:
    """A standard whose presets make sense by themselves, signed by what it says."""

    keys: StandardKeys
    written: Written
    presets: Mapping[str, PresetFile]
    hash: str  # SHA-256 of what the file says, hex: neither comments, order nor spaces change it
    weights: Path | None

    @property
    def name(self) -> str:
        """What the studio calls it."""
        return self.keys.name

    @property
    def signed(self) -> str:
        """The digits of the hash that are shown."""
        return self.hash[:SHORT]


def standard_file(environment: Mapping[str, str]) -> StandardFile | None:
    """The standard that FRAMING_STANDARD names; None where it names none. It is read again when it changes.

    Raises StandardError, naming file, line and reason.
    """
    named = environment.get(STANDARD, "").strip()
    return _read(stamp(user_path(named))) if named else None


def read_standard(path: Path) -> StandardFile:
    """The standard in that file. Raises what `standard_file` does."""
    text = read(path, StandardError)
    keys = text.keys(StandardKeys)
    presets = {name: preset_file(text, own, ("presets", name)) for name, own in keys.presets.items()}
    weights = None if keys.weights is None else path.parent / user_path(keys.weights)
    return StandardFile(keys, text, presets, signature(text.values()), weights)


def signature(values: Mapping[str, object]) -> str:
    """The SHA-256, in hex, of what a file of TOML says, written in one way (JSON, keys in order, no spaces)."""
    one_way = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return sha256(one_way.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=4)  # the page asks several times a second
def _read(there: Stamp) -> StandardFile:
    return read_standard(there[0])

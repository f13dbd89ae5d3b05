"""The directories of a TIFF: which pages it holds, and whether a camera's raw file is behind it."""

from __future__ import annotations

from typing import BinaryIO, Literal

_MOST = 64  # directories that are followed; real files hold a few, and a damaged one may lead round in circles
_ENTRIES = 1024
_KIND, _PHOTOMETRIC, _SUB, _DNG = 254, 262, 330, 50706  # tags
_SIZES = {1: 1, 3: 2, 4: 4, 13: 4}  # bytes of a value by its type: those that the four tags have
_SENSOR = (32803, 34892)  # photometric: colours under a filter, and linear raw

Directory = dict[int, tuple[int, ...]]


def raw_behind(file: BinaryIO) -> bool:
    """Whether the TIFF is a camera's raw file: a DNG, or with a sensor's values in any of its directories."""
    pages = _pages(file)
    below = [_directory(file, place)[0] for page in pages for place in page.get(_SUB, ())[:_MOST]]
    return any(_DNG in d or d.get(_PHOTOMETRIC, (0,))[0] in _SENSOR for d in pages + below)


def full_page(file: BinaryIO) -> int | None:
    """The number of the first page that is not said to be a reduced copy; None where all are."""
    whole = (number for number, page in enumerate(_pages(file)) if not page.get(_KIND, (0,))[0] & 1)
    return next(whole, None)


def _pages(file: BinaryIO) -> list[Directory]:
    place, pages = _number(file, 4, 4), list[Directory]()
    while place and len(pages) < _MOST:
        directory, place = _directory(file, place)
        pages.append(directory)
    return pages


def _directory(file: BinaryIO, place: int) -> tuple[Directory, int]:
    """What the directory at that place says by the four tags, and the place of the next; 0 where there is none."""
    count = _number(file, place, 2)
    if count > _ENTRIES:
        return {}, 0
    directory: Directory = {}
    for entry in range(place + 2, place + 2 + 12 * count, 12):
        tag, kind, values = _number(file, entry, 2), _number(file, entry + 2, 2), _number(file, entry + 4, 4)
        size = _SIZES.get(kind, 0)
        if tag in (_KIND, _PHOTOMETRIC, _SUB, _DNG) and size and 0 < values <= _MOST:
            first = entry + 8 if size * values <= 4 else _number(file, entry + 8, 4)
            directory[tag] = tuple(_number(file, first + size * i, size) for i in range(values))
    return directory, _number(file, place + 2 + 12 * count, 4)


def _number(file: BinaryIO, place: int, size: int) -> int:
    """The number at that place of the file, in the byte order that its first two bytes say; 0 behind its end."""
    file.seek(0)
    order: Literal["little", "big"] = "little" if file.read(2) == b"II" else "big"
    file.seek(place)
    return int.from_bytes(file.read(size), order)

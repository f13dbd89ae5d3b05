"""Damaged files of every kind: each is opened or named in a sentence; none hangs, crashes or keeps memory."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import psutil
import pytest

from framing.errors import PhotoError
from framing.photo import Photo, open_photo
from tests.photo.damage import WAYS, joined
from tests.photo.making import files
from tests.soaking import times

FILES = times(200, 10_000)
KEPT = 64 << 20  # bytes that the program itself may be larger by afterwards


def damaged(number: int) -> tuple[str, bytes]:
    """The damaged file of that number: always the same."""
    rng = np.random.default_rng((9, number))
    names = list(files())
    name = names[number % len(names)]
    way = int(rng.integers(0, len(WAYS) + 1))
    if way == len(WAYS):
        return f"{number} {name} joined", joined(files()[name], rng, files()[names[rng.integers(0, len(names))]])
    return f"{number} {name} {WAYS[way].__name__}", WAYS[way](files()[name], rng)


def opened(data: bytes, name: str) -> Photo | PhotoError:
    try:
        return open_photo(data, name)
    except PhotoError as error:
        return error


def outcome(number: int) -> tuple[str, str]:
    """What became of it."""
    name, data = damaged(number)
    photo = opened(data, name)
    if isinstance(photo, PhotoError):
        assert name in str(photo)
        assert str(photo).isprintable()
        return name, f"{photo.expected}: {str(photo.found).removeprefix(name)}"
    height, width = photo.frame.pixels.shape[:2]
    assert 0 < min(width, height) <= max(width, height) <= 1920
    return name, "opened"


@pytest.mark.soak
def test_every_damaged_file_is_opened_or_named_and_the_program_stays_as_it_was() -> None:
    files()
    open_photo(files()["plain.jpg"])
    before = psutil.Process().memory_info().rss
    outcomes = []
    with ThreadPoolExecutor(2) as pool:
        for number, told in enumerate(pool.map(outcome, range(FILES)), start=1):
            outcomes.append(told)
            if number % 1000 == 0:
                print(f"\n{number} of {FILES} damaged files", end="", file=sys.stderr, flush=True)
    opened = sum(said == "opened" for _, said in outcomes)
    assert 0 < opened < FILES
    assert not [name for name, said in outcomes if "which takes longer" in said]
    assert psutil.Process().memory_info().rss - before < KEPT
    counted = Counter(said.split(" (")[0].split(" with ")[0] for _, said in outcomes)
    print(f"\n{FILES} damaged files:", *counted.most_common(), sep="\n  ", file=sys.stderr)
    broken = [name for name, said in outcomes if "breaks down" in said]
    print("  decoders that broke down, contained:", broken, file=sys.stderr)

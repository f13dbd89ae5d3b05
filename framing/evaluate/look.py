"""Every labelled photograph as the guide sees it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from framing import presets
from framing.errors import FramingError, PhotoError
from framing.evaluate.labels import Label, photograph
from framing.judge import read
from framing.perceive.still_eyes import StillEyes
from framing.still import look, open_photo
from framing.types import Guidance, Reading, Readings

USE = presets.find("headshot")  # the use with most to ask of a picture, under which defects are looked for


@dataclass(frozen=True, slots=True)
class Seen:
    """One labelled photograph with what the guide read in it and said of it, and the milliseconds that took."""

    label: Label
    readings: Readings
    guidance: Guidance
    milliseconds: float


def looks(labels: Sequence[Label], folder: Path) -> Iterator[Seen | tuple[Label, FramingError]]:
    """Each label with what is seen in its photograph, or with the error that kept it from being looked at."""
    with closing(StillEyes()) as eyes:
        for label in labels:
            began = time.perf_counter()
            try:
                scene, guidance = look(open_photo(photograph(label, folder)), eyes, USE)
            except FramingError as error:
                yield label, error
                continue
            except Exception as error:  # noqa: BLE001 - one photograph that nobody foresaw must not lose the others
                found = f"{label.file} ({error!r})"
                yield label, PhotoError("a photograph the guide can read", found, "please report it")
                continue
            took = (time.perf_counter() - began) * 1000
            # Without the parts they were taken of: those hold the photograph's own pixels, too much for thousands.
            readings = {name: Reading(r.measure, r.value) for name, r in read(scene).items()}
            yield Seen(label, readings, guidance, took)

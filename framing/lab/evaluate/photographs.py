"""Every labelled photograph as the guide sees it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from framing import presets
from framing.errors import FramingError, unforeseen
from framing.lab.evaluate.labels import Label, photograph
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.still import assess
from framing.types import Guidance, Reading, Readings

USE = presets.find("headshot")  # the use with most to ask of a picture, under which defects are looked for


@dataclass(frozen=True, slots=True)
class Seen:
    """One labelled photograph with what the guide said of it, and the milliseconds that took."""

    label: Label
    guidance: Guidance
    milliseconds: float

    @property
    def readings(self) -> Readings:
        """The values that were judged, without the parts they were taken of."""
        return {j.measure.name: Reading(j.measure, j.value) for j in self.guidance.judgements}


def looks(labels: Sequence[Label], folder: Path) -> Iterator[Seen | tuple[Label, FramingError]]:
    """Each label with what is seen in its photograph, or with the error that kept it from being looked at."""
    with closing(StillEyes()) as eyes:
        for label in labels:
            began = time.perf_counter()
            try:
                _, guidance = assess(open_photo(photograph(label, folder)).frame, eyes, USE)
            except Exception as error:  # noqa: BLE001 - one unexpected photograph must not lose the others
                yield label, unforeseen(error, label.file)
                continue
            yield Seen(label, guidance, (time.perf_counter() - began) * 1000)

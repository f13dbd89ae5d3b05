"""How much of what stands behind the sitter lies in the dark: low key."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import Backdrop, Measure

_DARK = 20.0  # L*: about three stops under a grey card


def low_key(behind: Backdrop) -> float:
    """Share of the backdrop that is dark, 0..1; under 0.3 it sets no mood, above 0.9 the picture is low key.

    The backdrop alone: neither skin, hair nor clothes count, whatever they reflect.
    """
    free = behind.person < 0.5
    return float(np.mean(behind.lightness[free] < _DARK)) if free.any() else 0.0


MEASURE = Measure(
    name="low_key",
    label="Low key",
    unit="share of the backdrop",
    of=parts.backdrop,
    take=low_key,
    rank=92,
    words=lambda value: "no" if value < 0.3 else "partly" if value < 0.7 else "dark all round",
)

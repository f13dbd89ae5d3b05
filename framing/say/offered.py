"""The languages that can be chosen here: all there are, or those that the studio's standard names."""

from __future__ import annotations

from collections.abc import Mapping

from framing.errors import FramingError
from framing.presets.standard import standard_file
from framing.say.language import OFFERED


def offered(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Their codes, the one that is spoken unless another is asked for first; never raises and is never empty."""
    try:
        standard = standard_file(environment)
    except FramingError:  # told with the presets
        return OFFERED
    named = () if standard is None else tuple(code for code in standard.keys.languages if code in OFFERED)
    return named or OFFERED

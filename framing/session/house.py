"""What a studio has settled for everybody: whose weights the verdict is reached by, and how cues are worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from framing.errors import FramingError
from framing.presets.standard import standard_file
from framing.session.settings import Settings
from framing.verdict.chosen import in_use_or_own


def by_the_house(settings: Settings, environment: Mapping[str, str]) -> Settings:
    """The same settings with the weights in use and the standard's wording; never raises.

    What is broken is told where the problems of presets are.
    """
    try:
        standard = standard_file(environment)
    except FramingError:
        standard = None
    weights, _ = in_use_or_own(environment)
    return replace(settings, weights=weights, wording="plain" if standard is None else standard.keys.wording)

"""All measures, found by being there: one file each in a folder that names its group.

A new measure is one new file with a total function and `MEASURE = Measure(...)`; nothing else needs to know of it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from framing.types import Measure


def _found() -> Iterator[Measure]:
    for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
        if not module.ispkg:
            group = module.name.split(".")[-2]
            yield replace(importlib.import_module(module.name).MEASURE, group=group)


MEASURES: Mapping[str, Measure] = MappingProxyType({m.name: m for m in sorted(_found(), key=lambda m: m.rank)})
"""Every measure by its name, in the order in which their cues are given."""

"""How many people the guide counts, against the labels that say how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from framing.lab.evaluate.photographs import Seen
from framing.types import Absent

_FEW = 8  # people up to whom a count may be off by one; among more, by a fifth
_LEAST = "+"  # "3+" is three people or more


def counted(seen: Sequence[Seen]) -> dict[str, Any]:
    """Of the photographs whose label has a count: how many, how many are right and close, and each taken for what."""
    pairs = [(s.label.subjects, _ours(s)) for s in seen if s.label.subjects]
    errors = [(error(label, ours), int(label.rstrip(_LEAST))) for label, ours in pairs]
    table: dict[str, dict[str, int]] = {}
    for label, ours in sorted(pairs, key=lambda pair: (int(pair[0].rstrip(_LEAST)), pair)):
        row = table.setdefault(label, {})
        row[str(ours)] = row.get(str(ours), 0) + 1
    return {
        "of": len(pairs),
        "right": sum(e == 0 for e, _ in errors),
        "close": sum(e <= max(1.0, n / 5 if n > _FEW else 1.0) for e, n in errors),
        "table": table,
    }


def error(label: str, ours: int) -> int:
    """By how many people the count is off, 0 or more; a label like 3+ is met by three and any more."""
    there = int(label.rstrip(_LEAST))
    return max(there - ours, 0) if label.endswith(_LEAST) else abs(there - ours)


def _ours(seen: Seen) -> int:
    value = seen.readings["subjects"].value
    return 0 if isinstance(value, Absent) else round(value)

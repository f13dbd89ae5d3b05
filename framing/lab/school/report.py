"""What holding the school to its word came to: as one JSON object, and as tables for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rich.table import Table

from framing.console import table
from framing.lab.prove.kinds import KINDS
from framing.lab.school.faults import Fault
from framing.lab.school.pictures import Pair


@dataclass(frozen=True, slots=True)
class Possible:
    """One drill and what it was done by: a composed scene, or the packaged photograph under the virtual lamp."""

    drill: str
    by: str
    points: float
    least: float  # points of its weakest axis


@dataclass(frozen=True, slots=True)
class Report:
    """All of it together."""

    readings: Sequence[bool]  # whether a clumsy trainee scored below a good one, led through readings
    pairs: Sequence[Pair]  # the same through pictures
    faults: Sequence[Fault]
    possible: Sequence[Possible]

    def as_json(self) -> dict[str, Any]:
        """What `school prove --json` prints; shares are 0..1, and null where nothing was tried."""
        spreads = [pair.spread for pair in self.pairs]
        return {
            "told_apart_by_readings": _share(self.readings),
            "told_apart_in_pictures": _share([pair.clumsy < pair.good for pair in self.pairs]),
            "repeated": {
                "performances": len(spreads),
                "median": float(np.median(spreads)) if spreads else None,
                "most": max(spreads, default=None),
                "below_3": _share([spread < 3.0 for spread in spreads]),
            },
            "single_faults": {
                "copies": len(self.faults),
                "unexplained": sum(bool(fault.unexplained) for fault in self.faults),
                "unequal": sum(bool(fault.unequal) for fault in self.faults),
                "own_axis_moved_most": _share([fault.own >= fault.others for fault in self.faults]),
            },
            "drills": [{"drill": p.drill, "by": p.by, "points": p.points, "least": p.least} for p in self.possible],
        }

    def for_people(self) -> Iterator[str | Table]:
        """The same for a person to read."""
        told = self.as_json()
        for key, name in (("told_apart_by_readings", "readings"), ("told_apart_in_pictures", "pictures")):
            if told[key]["of"]:
                yield f"clumsy below good, by {name}: {told[key]['share']:.1%} of {told[key]['of']} drill runs"
        again = told["repeated"]
        if again["performances"]:
            yield (
                f"the same performance again: {again['median']:.1f} points apart in the median of "
                f"{again['performances']}, {again['most']:.1f} at most"
            )
        if self.faults:
            rows = [_fault(kind.name, [f for f in self.faults if f.kind == kind.name]) for kind in KINDS]
            yield table(("single fault", "copies", "own axis", "another axis at most", "unexplained"), rows)
        yield table(
            ("drill", "done by", "points", "weakest axis"),
            [(p.drill, p.by, f"{p.points:.0f}", f"{p.least:.0f}") for p in self.possible],
            words=(0, 1),
        )


def _share(of: Sequence[bool]) -> dict[str, Any]:
    return {"of": len(of), "share": sum(of) / len(of) if of else None}


def _fault(name: str, found: Sequence[Fault]) -> tuple[str, ...]:
    if not found:
        return (name, "0", "–", "–", "–")
    own, others = (float(np.median(values)) for values in ([f.own for f in found], [f.others for f in found]))
    return (name, str(len(found)), f"−{own:.0f}", f"{others:.0f}", str(sum(bool(f.unexplained) for f in found)))

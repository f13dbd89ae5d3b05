"""What many sitters' ways come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rich.table import Table

from framing.console import table
from framing.lab.sitter.run import Run


@dataclass(frozen=True, slots=True)
class Report:
    """How the sitters of one use fared."""

    runs: Sequence[Run]  # at least one

    @property
    def converged(self) -> float:
        """Share of the starts that ended ready, 0..1."""
        return float(np.mean([run.ready for run in self.runs]))

    @property
    def contradictions(self) -> int:
        """Starts in which a pair of opposite cues alternated more than twice (`Run.contradicts`)."""
        return sum(run.contradicts for run in self.runs)

    def as_json(self) -> dict[str, Any]:
        """What `sitter --json` prints; cues and seconds are of the starts that converged, and null where none did."""
        return {
            "starts": len(self.runs),
            "converged": self.converged,
            "cues": self._spread([run.steps for run in self.runs if run.ready]),
            "seconds": self._spread([run.seconds for run in self.runs if run.ready]),
            "contradictions": self.contradictions,
        }

    def for_people(self) -> Iterator[str | Table]:
        """The same for a person to read."""
        figures = self.as_json()
        yield f"{figures['starts']} starts, {self.converged:.1%} ended ready"
        if any(run.ready for run in self.runs):
            cues, seconds = figures["cues"], figures["seconds"]
            yield table(("until ready", "median", "95% within"), [
                ("cues followed", f"{cues['median']:.0f}", f"{cues['p95']:.0f}"),
                ("seconds", f"{seconds['median']:.1f}", f"{seconds['p95']:.1f}"),
            ])  # fmt: skip
        yield f"contradictions: {self.contradictions} starts in which opposite cues took turns more than twice"

    @staticmethod
    def _spread(values: Sequence[float]) -> dict[str, float | None]:
        if not values:
            return {"median": None, "p95": None}
        return {"median": float(np.median(values)), "p95": round(float(np.percentile(values, 95)), 1)}

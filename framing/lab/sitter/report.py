"""What many sitters' ways come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

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

    def as_lines(self) -> list[str]:
        """The same in words."""
        figures = self.as_json()
        lines = [f"{figures['starts']} starts, {self.converged:.1%} ended ready"]
        if any(run.ready for run in self.runs):
            cues, seconds = figures["cues"], figures["seconds"]
            lines += [
                f"cues followed   median {cues['median']:.0f}, 95% within {cues['p95']:.0f}",
                f"seconds         median {seconds['median']:.1f}, 95% within {seconds['p95']:.1f}",
            ]
        return [
            *lines,
            f"contradictions  {self.contradictions} starts in which opposite cues took turns more than twice",
        ]

    @staticmethod
    def _spread(values: Sequence[float]) -> dict[str, float | None]:
        if not values:
            return {"median": None, "p95": None}
        return {"median": float(np.median(values)), "p95": round(float(np.percentile(values, 95)), 1)}

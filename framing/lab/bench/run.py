"""The chain's own times, as `bench` measures them; `live.py` is the whole way in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rich.table import Table

from framing.carriers.webrtc import transport
from framing.console import table
from framing.lab.bench import callback, chain, growth
from framing.lab.bench.clock import Clock
from framing.lab.bench.sample import sample

PARTS = 3  # of the bench, one after the other


@dataclass(frozen=True, slots=True)
class Result:
    """What the bench found: times in milliseconds, ratios of times from the same run."""

    steps: dict[str, dict[str, float]]
    chain_ms: float
    bare_tasks_ms: float
    ratio: float
    amortised_ratio: float
    callback_ms: float
    growth_mb: float | None

    def as_json(self) -> dict[str, Any]:
        """What `bench --json` prints."""
        return {
            "steps": self.steps,
            "chain_ms": round(self.chain_ms, 2),
            "bare_tasks_ms": round(self.bare_tasks_ms, 2),
            "ratio": round(self.ratio, 3),
            "amortised_ratio": round(self.amortised_ratio, 3),
            "callback_ms": round(self.callback_ms, 2),
            "growth_mb": None if self.growth_mb is None else round(self.growth_mb, 1),
        }

    def for_people(self) -> Iterator[str | Table]:
        """The same for a person to read."""
        rows = ((name, f"{times['median_ms']:.2f}", f"{times['p95_ms']:.2f}") for name, times in self.steps.items())
        yield table(("step", "median ms", "p95 ms"), rows)
        yield f"one pass, every beat due: {self.chain_ms:.1f} ms, {self.ratio:.2f} x the bare tasks"
        yield f"a stream at 10 Hz: {self.amortised_ratio:.2f} x the bare tasks at the same beats"
        yield f"live callback at 1280x720: {self.callback_ms:.1f} ms"
        if self.growth_mb is not None:
            yield f"memory over {growth.FRAMES} frames: {self.growth_mb:+.1f} MB"


def run(say: Callable[[int, str], None]) -> Result:
    """All that needs no browser, a few minutes.

    `say` is told how many parts are done, and which is next.
    """
    transport.prepare()  # measured as it runs live
    photograph = sample()
    pictures = chain.film(photograph, chain.PASSES)
    clock = Clock()
    say(0, "Each step of the chain")
    chain.passes(clock, pictures)
    say(1, "The live callback")
    callback.frames(clock, pictures)
    say(2, "Memory")
    grown = growth.growth(pictures)
    return Result(
        steps=clock.table(),
        chain_ms=clock.median("chain"),
        bare_tasks_ms=clock.median("bare"),
        ratio=clock.median("chain") / clock.median("bare"),
        amortised_ratio=clock.total("stream") / clock.total("bare stream"),
        callback_ms=clock.median("callback"),
        growth_mb=grown,
    )

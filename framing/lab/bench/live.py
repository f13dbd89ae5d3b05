"""The whole way from camera to overlay, as `bench --browser` measures it: the stage, and several sitters at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from framing.lab.bench import sitters, stage
from framing.lab.bench.chain import PASSES, film
from framing.lab.bench.sample import sample

PARTS = 2


@dataclass(frozen=True, slots=True)
class Result:
    """What a browser and several sitters got; None for a part whose tools are not installed."""

    stage: stage.Stage | None
    sitters: sitters.Sitters | None

    def as_json(self) -> dict[str, Any]:
        """What `bench --browser --json` prints."""
        shown, many = self.stage, self.sitters
        carriers = None if shown is None else {name: _rounded(asdict(getattr(shown, name))) for name in _SHOWN}
        return {
            "stage": carriers,
            "sitters": many and {"n": len(many.hz_each), **_rounded(asdict(many))},
            "first_cue_s": None if shown is None else round(shown.first_cue_s, 2),
        }

    def for_people(self) -> Iterator[str]:
        """The same for a person to read."""
        if self.stage is None:
            yield "the stage: not measured, for there is no Chromium or Playwright"
        else:
            for name in _SHOWN:
                found: stage.Figures = getattr(self.stage, name)
                width, height = found.size
                yield f"{name} at {width}x{height}: {found.preview_fps:.1f} pictures/s, {found.overlay_hz:.1f} looks/s,"
                yield f"    the overlay {found.overlay_latency_ms:.0f} ms behind, the panel {found.panel_ms:.0f} ms,"
                spent = "not measured" if found.server_cpu is None else f"{found.server_cpu:.2f} of a core"
                yield f"    the server {spent}"
            yield f"the first cue {self.stage.first_cue_s:.1f} s after Start"
        if self.sitters is not None:
            each = ", ".join(f"{hz:.1f}" for hz in self.sitters.hz_each)
            yield f"{len(self.sitters.hz_each)} sitters at once: {each} looks/s,"
            yield f"    the server {self.sitters.server_cpu:.2f} cores, the load {self.sitters.load_cpu:.2f}"


_SHOWN = ("webrtc", "websocket", "full_hd")


def run(say: Callable[[int, str], None]) -> Result:
    """Both parts, some two minutes. `say` is told how many are done, and which is next."""
    pictures = film(sample(), PASSES)
    say(0, "The stage, in a browser")
    shown = stage.measured(pictures)
    say(1, "Several sitters at once")
    return Result(shown, sitters.measured(pictures))


def _rounded(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: round(figure, 2) if isinstance(figure, float) else figure for name, figure in figures.items()}

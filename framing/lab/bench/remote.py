"""A coach who guides somebody far away, as `bench --room` measures it: in browsers, and many rooms at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from framing.lab.bench import room, rooms
from framing.lab.bench.chain import PASSES, film
from framing.lab.bench.sample import sample

PARTS = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What coach and sitter got, and what it cost; None for a part whose tools are not installed."""

    room: room.Room | None
    cost: rooms.Cost | None
    rooms: rooms.Signalled | None

    def as_json(self) -> dict[str, Any]:
        """What `bench --room --json` prints."""
        seen, cost, many = self.room, self.cost, self.rooms
        return {
            "pointer_ms": seen and round(seen.pointer_ms, 1),
            "guidance_ms": seen and round(seen.guidance_ms, 1),
            "coach_fps": seen and round(seen.coach_fps, 1),
            "coach_height": seen and seen.coach_height,
            "room_cpu": cost and round(cost.room_cpu, 3),
            "join_s": seen and round(seen.join_s, 2),
            "preview_s": seen and round(seen.preview_s, 2),
            "rooms": many and {"n": many.n, "lost": many.lost},
        }

    def for_people(self) -> Iterator[str]:
        """The same for a person to read."""
        if self.room is None:
            yield "the room: not measured, for there is no Chromium or Playwright"
        else:
            yield f"the coach's pointer {self.room.pointer_ms:.0f} ms later with the sitter,"
            yield f"    guidance {self.room.guidance_ms:.0f} ms later with the coach than with the sitter,"
            yield f"    the sitter's picture {self.room.coach_fps:.1f} a second at {self.room.coach_height} lines,"
            yield f"    first {self.room.join_s:.1f} s after the sitter's yes,"
            yield f"    previews {self.room.preview_s:.1f} s after a burst"
        if self.cost is not None:
            yield f"a room of four costs the server {self.cost.room_cpu:.2f} of a core above {self.cost.alone:.2f}"
        if self.rooms is not None:
            yield f"{self.rooms.n} rooms at once: {self.rooms.lost} of {self.rooms.sent} messages lost"


def run(say: Callable[[int, str], None]) -> Result:
    """All three parts, some three minutes. `say` is told how many are done, and which is next."""
    pictures = film(sample(), PASSES)
    say(0, "A coach and a sitter, in browsers")
    seen = room.measured(pictures)
    say(1, "What a room costs the server")
    cost = rooms.cost(pictures)
    say(2, "Many rooms at once")
    many = rooms.signalled()
    return Result(seen, cost, many)

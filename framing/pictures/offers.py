"""What a use would get out of a picture: the viewfinder that was shown for it, or the best crop for any other use."""

from __future__ import annotations

from dataclasses import dataclass, field

from framing.crop import offer
from framing.delivery import Delivery, as_cut, deliver
from framing.judge import judge, read
from framing.pictures.looked import Looked
from framing.types import Absent, Judgements, Message, Preset, Viewfinder


@dataclass(frozen=True, slots=True)
class Offered:
    """The cut that a use gets. Where it cannot be had, `refused` says why, and the delivery is only a place to show."""

    preset: Preset
    delivery: Delivery  # in pixels of the picture
    refused: Message | None
    judgements: Judgements = field(repr=False)  # of the cut, by what its use asks for


def offered(looked: Looked, preset: Preset) -> Offered:
    """The window that was shown, where that was for this use; else what the crop solver finds."""
    window = looked.window if preset.name == looked.announced.use else None
    if window is not None:
        found = deliver(window, preset)
    else:
        best = offer(looked.bare, looked.seen, looked.size, preset)
        found = best if isinstance(best, Absent) else best.delivery
    if isinstance(found, Absent):
        shown = as_cut(window or Viewfinder.centred(*looked.size, preset.aspect))
        return Offered(preset, shown, found.why, ())
    judgements = judge(read(looked.through(found.window)), preset)
    return Offered(preset, found, None, judgements)

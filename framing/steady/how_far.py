"""How far to go, in words that do not go back and forth: "quite a bit", then nothing, then "a little"."""

from __future__ import annotations

from dataclasses import replace

from framing.steady.memory import Standing
from framing.types import Cue

LESS = 1.4  # times: it is said again once it is that much less than when it was last said
MORE = 0.8  # steps more, and twice as far: one who follows has less and less to go, and a breath must not undo it
SETTLED = 6.0  # seconds that words stand before they ask for more again: those that alternate settle


def worded(standing: Standing, cue: Cue, now: float, *, still: bool) -> Standing:
    """The standing cue with its newest number, and with its newest words where it is clearly less or more to go."""
    assert standing.cue is not None  # noqa: S101 - the same thing has stood before
    before, stood = standing.worded, now - standing.worded_since
    more = cue.steps >= max(2.0 * before, before + MORE) and stood >= SETTLED
    alike = (cue.remedy.text, cue.far) == (standing.cue.remedy.text, standing.cue.far)
    if not still or alike or not (more or cue.steps <= before / LESS):
        return replace(standing, cue=replace(cue, remedy=standing.cue.remedy, far=standing.cue.far))
    return replace(standing, cue=cue, worded=cue.steps, worded_since=now)

"""How far to go, in words that do not go back and forth: "quite a bit", then nothing, then "a little"."""

from __future__ import annotations

from dataclasses import replace

from framing.steady.memory import Standing
from framing.types import Cue

LESS = 1.4  # times: it is said again once it is that much less than when it was last said
MORE = 0.8  # steps more, and twice as far: one who follows has less and less to go, and a breath must not undo it
LASTED = 1.5  # seconds for which it must be more: longer than half a sway, so that words do not alternate


def worded(standing: Standing, cue: Cue, now: float, *, still: bool) -> Standing:
    """The standing cue with its newest number, and with its newest words where it is clearly less or more to go.

    More is said of somebody who misheard and has gone the other way: they would go on by the smallest of steps.
    """
    shown, before, since = standing.cue, standing.worded, standing.more_since
    assert shown is not None  # noqa: S101 - the same thing has stood before
    more = cue.steps >= max(2.0 * before, before + MORE)
    standing = replace(standing, more_since=(now if since is None else since) if more else None)
    lasts = more and now - (now if since is None else since) >= LASTED
    alike = (cue.remedy.text, cue.far) == (shown.remedy.text, shown.far)
    if not still or alike or not (lasts or cue.steps <= before / LESS):
        return replace(standing, cue=replace(cue, remedy=shown.remedy, far=shown.far))
    return replace(standing, cue=cue, worded=cue.steps, more_since=None)

"""What a crop is worth to its use: the crop's own measures, judged by the use's bands and two rules of every crop."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isfinite

from framing.crop.cut import CROWN
from framing.judge import asked, judge, read
from framing.measures import MEASURES
from framing.types import Absent, Band, Judgement, Judgements, Preset, Scene, Severity, State

_CROP = {name: measure for name, measure in MEASURES.items() if measure.group == "crop"}
_INSIDE = Band(0.0, inf)


def of_a_crop(preset: Preset) -> Preset:
    """The use as its crops are judged: the crown is a must unless it is only shown, and hair that is cut is told of.

    Before a camera a use may leave the hair to the sitter; a crop must say what it takes away.
    """
    musts, style = dict(preset.musts), dict(preset.style)
    if asked(MEASURES[CROWN], preset)[0] is None and CROWN not in preset.shown:
        musts[CROWN] = _INSIDE
    if asked(MEASURES["headroom"], preset)[0] is None:
        style["headroom"] = _INSIDE
    return replace(preset, musts=musts, style=style)


def judged(scene: Scene, preset: Preset) -> Judgements:
    """What the use asks of the crop alone; what is read off pixels is another matter, because no pixel changes."""
    banded = {name: measure for name, measure in _CROP.items() if asked(measure, preset)[0] is not None}
    return judge(read(scene, measures=banded), preset)


def missed(judgements: Judgements) -> tuple[Judgement, ...]:
    """What lies outside its band; a must that cannot be read is not met either."""
    return tuple(
        j
        for j in judgements
        if j.state in (State.LOW, State.HIGH) or (j.state is State.ABSENT and j.severity is Severity.ERROR)
    )


def cost(scene: Scene, preset: Preset, height: int) -> tuple[float, ...]:
    """How bad a crop `height` pixels high is, to be compared in order; `preset` is one of `of_a_crop`.

    Musts come before styles, then what lies nearest to the middle of its bands, and of two alike the larger.
    """
    judgements = judged(scene, preset)
    wrong = missed(judgements)
    musts = [j for j in wrong if j.severity is Severity.ERROR]
    return (
        len(musts),
        round(sum(map(_beyond, musts)), 3),
        len(wrong),
        round(sum(map(_beyond, wrong)), 3),
        round(sum(map(_off_middle, judgements)), 3),
        -height,
    )


def _off_middle(judgement: Judgement) -> float:
    """The square of how far it lies from the middle of its band, so that no reading is driven to an end for another.

    Where a use leaves an end open the measure's own band says what is usual: no hair touches the edge for nothing.
    """
    value, aim = judgement.value, judgement.band
    if aim is not None and not isfinite(aim.high - aim.low):
        aim = judgement.measure.band
    if isinstance(value, Absent) or aim is None or not 0.0 < aim.high - aim.low < inf:
        return 0.0
    return ((value - (aim.low + aim.high) / 2.0) / (aim.high - aim.low)) ** 2


def _beyond(judgement: Judgement) -> float:
    value, band = judgement.value, judgement.band
    if isinstance(value, Absent) or band is None:
        return 0.0
    return max(band.low - value, value - band.high, 0.0)

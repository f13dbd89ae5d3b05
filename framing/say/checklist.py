"""The checklist: every reading as a row of its card, what must change first."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

from framing.say import readings
from framing.say.language import Language, translate
from framing.say.language import language as spoken
from framing.say.told import Group, Kind, Row
from framing.types import Absent, Guidance, Judgement, Message, Severity, State

Key = Literal["crop", "light", "background", "you"]
_TITLES: dict[Key, Message] = {"crop": "Crop", "light": "Light", "background": "Background", "you": "You"}
_GROUPS: dict[Key, frozenset[str]] = {
    "crop": frozenset({"crop"}),
    "light": frozenset({"light"}),
    "background": frozenset({"background"}),
    "you": frozenset({"pose", "expression"}),
}
# What must change comes first, then what is worth a look, then what was asked for and is right.
_ORDER: tuple[Kind, ...] = get_args(Kind)


def checklist(guidance: Guidance, language: Language) -> tuple[Group, ...]:
    """The four cards, each with its rows."""
    return tuple(_group(key, guidance, language) for key in _GROUPS)


def _group(key: Key, guidance: Guidance, language: Language) -> Group:
    must = frozenset() if guidance.preset is None else frozenset(guidance.preset.musts)
    rows = [_row(j, language.code) for j in guidance.judgements if j.measure.group in _GROUPS[key]]
    rows.sort(key=lambda row: (_ORDER.index(row.kind), row.name not in must))
    return Group(key, translate(language, _TITLES[key]), rows[0].kind if rows else "absent", tuple(rows))


# From look to look more than half of the readings are what they were: pixels come on a slower beat.
@lru_cache(maxsize=1024)
def _row(judgement: Judgement, code: str) -> Row:
    language = spoken(code)
    kind, word = _status(judgement)
    return Row(
        name=judgement.measure.name,
        label=translate(language, judgement.measure.label),
        kind=kind,
        word=translate(language, word),
        value=readings.value(judgement, language),
        band=readings.band(judgement, language),
        number=readings.numbered(judgement, language),
        because=readings.because(judgement, language),
    )


def _status(judgement: Judgement) -> tuple[Kind, Message]:
    low = judgement.state is State.LOW
    if isinstance(judgement.value, Absent):
        return "absent", "not seen"
    if judgement.band is None:
        return "shown", "not judged"
    if judgement.state is State.OK:
        return "ok", "right"
    if judgement.severity is Severity.ERROR:
        return "must", "must change, too low" if low else "must change, too high"
    return "style", "worth a look, too low" if low else "worth a look, too high"

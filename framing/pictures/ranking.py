"""The pictures of one burst beside each other: what speaks against each, and which is the best.

docs/photograph.md, "Which is the best" gives the order and where the thresholds come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from framing.pictures.looked import SCALES, Looked
from framing.types import DROOP, SOFT, TOUCH, Absent, Fault, Judgement, Message, Severity, Standing, State, Wrong

_COARSE = 64  # pixels between the eyes at which a fault is told; finer scales only break ties
_ORDER = tuple(Fault)
_FACELESS: Message = "no face in it can be read"
_BY_NAME = {"subjects": Fault.PEOPLE, "other_faces": Fault.PEOPLE, "heads_shown": Fault.PEOPLE,
            "eyes_open": Fault.EYES, "sharpness": Fault.SHARP, "motion": Fault.SHARP}  # fmt: skip
_SPOIL = ("eyes_open", "sharpness")  # what spoils a picture for any use that does not leave the matter open


def alone(name: str, looked: Looked) -> Standing:
    """How a picture stands by itself."""
    judgements = looked.guidance.judgements
    if looked.scene.people == 0:
        return Standing(name, looked.guidance, (Wrong(Fault.NOBODY),), ())
    wrong = [Wrong(_fault(j), j) for j in judgements if _counts(j)]
    return Standing(name, looked.guidance, _sorted(wrong), tuple(_doubts(looked)))


def beside(pictures: Mapping[str, Looked]) -> tuple[Standing, ...]:
    """How the pictures of a burst stand, in the order in which they were taken, the best first in what comes back.

    Eyes that are open are known from the other pictures: less than 0.6 of their usual opening is a blink under way. And
    what is sharp is known from the sharpest. Both are told only of the same face in the same light, as a burst has it.
    """
    seen = list(pictures.values())
    stand = [alone(name, looked) for name, looked in pictures.items()]
    coarse, fine = _shares(seen, [one.good for one in stand])
    found = [
        replace(one, faults=_sorted([*one.faults, *_told(one, share, blinks=blinks)]), softer=share)
        for one, share, blinks in zip(stand, coarse, _closing(seen), strict=True)
    ]
    order = sorted(range(len(found)), key=lambda number: _key(found[number], seen[number], fine[number], number))
    comparable = sum(bool(looked.detail) for looked in seen) > 1
    good = [number for number in order if comparable and found[number].good and seen[number].detail]
    sharpest = max(good, key=lambda number: fine[number], default=None)
    return tuple(
        replace(found[number], place=place, sharpest=number == sharpest) for place, number in enumerate(order, 1)
    )


def _told(one: Standing, share: float, *, blinks: bool) -> Iterator[Wrong]:
    """The faults that only the other pictures tell of."""
    known = {wrong.fault for wrong in one.faults}
    if Fault.NOBODY in known:
        return
    if blinks and Fault.EYES not in known:
        yield Wrong(Fault.EYES)
    if share < SOFT and Fault.SHARP not in known:
        yield Wrong(Fault.SHARP)


def _key(one: Standing, looked: Looked, fine: float, number: int) -> tuple[float, ...]:
    """What is compared, the least being the best: what cannot be mended later comes first."""
    judgements = one.guidance.judgements
    gravest = len(_ORDER) - min((_ORDER.index(wrong.fault) for wrong in one.faults), default=len(_ORDER))
    missed = [j for j in judgements if j.state in (State.LOW, State.HIGH)]
    expression = [j for j in missed if j.measure.group == "expression" or j.measure.name == "eye_contact"]
    framing = [j for j in missed if j.measure.group in ("crop", "pose") and j not in expression]
    return (
        2 if one.faults else 1 if one.doubts else 0,
        gravest,
        len(one.faults),
        (one.softer < SOFT) + (one.softer < TOUCH),
        len(expression),
        len(framing),
        len(missed),
        -fine,
        -looked.size[0] * looked.size[1],
        number,
    )


def _sorted(wrong: Sequence[Wrong]) -> tuple[Wrong, ...]:
    return tuple(sorted(wrong, key=lambda one: _ORDER.index(one.fault)))


def _counts(judgement: Judgement) -> bool:
    """Whether a judgement is a fault of the picture; what nobody can see, a face above all, is a doubt."""
    out = judgement.state in (State.LOW, State.HIGH) and judgement.measure.name != "face_in_view"
    return out and (judgement.severity is Severity.ERROR or judgement.measure.name in _SPOIL)


def _fault(judgement: Judgement) -> Fault:
    name, group = judgement.measure.name, judgement.measure.group
    return _BY_NAME.get(name) or (Fault.FRAMING if group == "crop" else Fault(group))


def _doubts(looked: Looked) -> Iterator[Message]:
    """Why it cannot be told whether the picture is good."""
    if not looked.scene.faces:
        yield _FACELESS
        return
    for judgement in looked.guidance.judgements:
        eyes = judgement.measure.name == "eyes_open" and judgement.band is not None
        if isinstance(judgement.value, Absent) and (eyes or judgement.missed):
            yield judgement.value.why


def _closing(seen: Sequence[Looked]) -> list[bool]:
    """Which of them have eyes that are closing, by the usual opening of those that are open."""
    openings = [_opening(looked) for looked in seen]
    wide = [opening for opening in openings if opening is not None and opening >= DROOP]
    usual = median(wide) if len(wide) > 1 else 0.0
    return [opening is not None and opening < DROOP * usual for opening in openings]


def _opening(looked: Looked) -> float | None:
    """How far the eyes are open; None where that cannot be read, or where the use leaves the matter open."""
    found = next((j for j in looked.guidance.judgements if j.measure.name == "eyes_open"), None)
    if found is None or found.band is None or isinstance(found.value, Absent):
        return None
    return found.value


def _shares(seen: Sequence[Looked], good: Sequence[bool]) -> tuple[list[float], list[float]]:
    """The detail of each over that of the sharpest, at the scale of faults and at the finest they all have.

    Hair over an eye is detail too: where some are good by themselves, the sharpest is one of those.
    """
    faces = [looked.detail for looked in seen if looked.detail]
    common = [scale for scale in SCALES if faces and all(scale in one for one in faces)]
    coarse = max((scale for scale in common if scale <= _COARSE), default=None)
    standard = [looked.detail for looked, holds in zip(seen, good, strict=True) if holds and looked.detail] or faces
    return _share(seen, standard, coarse), _share(seen, standard, max(common, default=None))


def _share(seen: Sequence[Looked], standard: Sequence[Mapping[int, float]], scale: int | None) -> list[float]:
    """1 for what cannot be compared: no picture is blamed for it."""
    if scale is None:
        return [1.0] * len(seen)
    most = max(detail[scale] for detail in standard)
    return [min(looked.detail.get(scale, most) / max(most, 1e-9), 1.0) for looked in seen]

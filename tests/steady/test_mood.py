"""Expression is read over seconds and framing at once: the verdict follows neither the mouth nor a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.guide import Memory
from framing.judge import read
from framing.perceive.fixed import empty_room, sitter
from framing.steady import another_use, over_seconds, smooth
from framing.types import Absent
from tests.builders import there
from tests.steady.stream import STEP, TALKING, followed, lasting, names, talking

SMILING = {"mouthSmileLeft": 0.7, "mouthSmileRight": 0.7}


def felt(expressions: Sequence[Mapping[str, float]], name: str) -> list[float]:
    """What the verdict weighs of that reading after each look."""
    memory, values = Memory(), []
    for look, expression in enumerate(expressions):
        readings = read(sitter(expression=expression, time=look * STEP), memory.readings)
        memory, over = over_seconds(memory, readings, look * STEP)
        memory, _ = smooth(memory, readings, look * STEP)
        values.append(there(over[name].value))
    return values


def test_somebody_who_talks_is_as_calm_as_between_the_syllables_and_somebody_who_feels_something_is_not() -> None:
    calm: dict[str, float] = {}
    spoken = TALKING
    talk = [spoken if look // 3 % 2 else calm for look in range(100)]
    assert felt(talk, "emotion")[-1] == felt([calm], "emotion")[0]
    assert felt([spoken] * 100, "emotion")[-1] == felt([spoken], "emotion")[0] > 0.5


def test_a_smile_that_is_held_counts_and_a_flash_of_one_does_not() -> None:
    assert felt([{}] * 70 + [SMILING] * 5, "smile")[-1] < 0.1
    assert felt([{}] * 70 + [SMILING] * 60, "smile")[-1] > 0.6


def test_the_name_does_not_follow_the_mouth() -> None:
    for height in (0.2, 0.25):
        _, told = followed(talking(15.0, face_height=height))
        assert len(names(told)) == 1, height
        shown = [g.verdict.probability for g in told[30:]]
        assert max(shown) - min(shown) < 0.1, height


def test_coming_nearer_is_read_within_two_and_a_half_seconds_although_the_mouth_moves() -> None:
    memory, far = followed(talking(8.0, face_height=0.1))
    _, near = followed(talking(4.0, face_height=0.3), start=8.0, memory=memory)
    assert names(far) == ["portrait"]
    assert next(g.time for g in near if g.verdict.reads_as == "headshot") - 8.0 <= 2.5


def test_somebody_who_comes_after_an_empty_chair_is_not_judged_by_the_last_face() -> None:
    stirred = [sitter(face_height=0.25, expression=TALKING)] * 80
    memory, _ = followed([*stirred, *[empty_room()] * 12])
    _, told = followed(lasting(0.1, face_height=0.25), start=9.2, memory=memory)
    _, fresh = followed(lasting(0.1, face_height=0.25))
    assert told[0].verdict == fresh[0].verdict


def test_another_face_in_the_same_picture_begins_without_the_mood_of_the_first() -> None:
    stirred = [sitter(x=0.2, face_height=0.15, expression=TALKING)] * 80
    memory, _ = followed(stirred)
    _, told = followed(lasting(0.5, x=0.65, face_height=0.15), start=8.0, memory=memory)
    assert next(j.value for j in told[-1].judgements if j.measure.name == "emotion") < 0.1


def test_one_mistaken_look_is_not_another_face() -> None:
    stirred = [sitter(x=0.2, face_height=0.15, expression=TALKING)] * 80
    memory, _ = followed([*stirred, sitter(x=0.65, face_height=0.15), *stirred[:5]])
    assert len(memory.mood["emotion"]) > 60


def test_what_is_shown_beside_the_verdict_is_what_it_weighed() -> None:
    _, told = followed(talking(10.0))
    shown = next(j for j in told[-1].judgements if j.measure.name == "emotion")
    said = next(e.numbers for e in told[-1].verdict.evidence if e.difference == "mood")
    assert f"emotion {shown.value:.2f}" in [str(number) for number in said]


def test_nobody_in_view_has_no_mood() -> None:
    memory, told = followed([*lasting(1.0), *[empty_room()] * 90])
    assert told[-1].verdict.reads_as == "neither"
    assert isinstance(next(j.value for j in told[-1].judgements if j.measure.name == "smile"), Absent)
    assert not another_use(memory, 10.0, same_view=True).mood.get("smile")

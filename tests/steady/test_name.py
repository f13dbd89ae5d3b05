"""The verdict keeps its name, says "clearly" only of what has stood, and is the same whatever the use."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from framing.guide import Memory
from framing.presets.catalogue import find
from framing.say import ENGLISH
from framing.say.headline import sure
from framing.steady import another_use, hold_verdict
from framing.steady.name import HOLD, NOTED, STOOD, SURE, TOLD
from framing.types import ReadsAs, Verdict
from framing.verdict.boundary import UNDECIDED
from tests.steady.stream import STEP, followed, lasting, names, talking

OTHER: dict[ReadsAs, ReadsAs] = {"headshot": "portrait", "portrait": "headshot"}


def verdict(name: ReadsAs, probability: float, *, clear: bool = False) -> Verdict:
    share = probability if name == "headshot" else 1.0 - probability
    words = f"Clearly a {name}" if clear else f"About half a step, and it reads as a {OTHER[name]}"
    return Verdict(name, share, "bust_half", (), words, clear)


def held(verdicts: Sequence[Verdict], memory: Memory | None = None, start: float = 0.0) -> tuple[Memory, list[Verdict]]:
    memory, shown = memory or Memory(), []
    for look, one in enumerate(verdicts):
        memory, out = hold_verdict(memory, one, start + look * STEP)
        shown.append(out)
    return memory, shown


@pytest.mark.parametrize("name", ["headshot", "portrait"])
def test_another_name_must_last_and_a_shorter_change_leaves_nothing_behind(name: ReadsAs) -> None:
    one, other = verdict(name, 0.9), verdict(OTHER[name], 0.9)
    short = round(HOLD / STEP) - 2
    _, shown = held([one, *[other] * short, one, *[other] * short])
    assert {v.reads_as for v in shown} == {name}
    _, shown = held([one, *[other] * 30])
    assert [v.reads_as for v in shown].index(OTHER[name]) * STEP == pytest.approx(HOLD + STEP)


@pytest.mark.parametrize("name", ["headshot", "portrait"])
def test_a_probability_that_is_hardly_past_the_middle_is_no_other_name_however_long(name: ReadsAs) -> None:
    _, shown = held([verdict(name, 0.6), *[verdict(OTHER[name], 0.5 + SURE / 2.0)] * 100])
    assert {v.reads_as for v in shown} == {name}
    assert sure(shown[-1], ENGLISH) == "50%"
    assert shown[-1].boundary == UNDECIDED


def test_clearly_is_said_only_after_five_seconds_of_the_same_name_without_a_change_in_sight() -> None:
    _, shown = held([verdict("headshot", 0.99, clear=True)] * 70)
    first = [str(v.boundary).startswith("Clearly") for v in shown].index(True) * STEP
    assert STOOD <= first <= STOOD + TOLD
    broken = [verdict("headshot", 0.99, clear=bool(look % 40)) for look in range(200)]
    assert not any(str(v.boundary).startswith("Clearly") for v in held(broken)[1])


def test_what_would_change_the_name_stands_in_the_same_words_long_enough_to_be_read() -> None:
    swaying = [Verdict("headshot", 0.8, "bust_half", (), f"About {'half' if i % 2 else 'one'} step") for i in range(60)]
    _, shown = held(swaying)
    changes = sum(a.boundary != b.boundary for a, b in pairwise(shown))
    assert changes <= len(swaying) * STEP / TOLD


@pytest.mark.parametrize(("use", "other"), [("headshot", "portrait"), ("portrait", "dramatic"), ("headshot", "team")])
def test_another_use_of_the_same_part_of_the_picture_changes_nothing_of_what_it_reads_as(use: str, other: str) -> None:
    memory, before = followed(talking(8.0, face_height=0.17), use=find(use))
    changed = another_use(memory, 8.0, same_view=True)
    _, after = followed(talking(3.0, face_height=0.17), start=8.0, memory=changed, use=find(other))
    _, unchanged = followed(talking(3.0, face_height=0.17), start=8.0, memory=memory, use=find(use))
    assert [g.verdict for g in after] == [g.verdict for g in unchanged]
    assert names([*before, *after]) == names(before)


def test_a_use_that_shows_another_part_of_the_picture_may_change_the_name_and_says_why() -> None:
    memory, before = followed(lasting(8.0, face_height=0.30))
    changed = another_use(memory, 8.0, same_view=False)
    wide = lasting(12.0, face_height=0.08, aspect=1.5)
    _, after = followed(wide, start=8.0, memory=changed, use=find("environmental"))
    assert (names(before), names(after)) == (["headshot"], ["portrait"])
    said = [g.time - 8.0 for g in after if "another part of the picture" in str(g.verdict.boundary)]
    assert said[0] == 0.0
    assert said[-1] == pytest.approx(NOTED, abs=2 * STEP)


def test_a_use_that_shows_another_part_of_the_picture_and_leaves_the_name_says_nothing_of_it() -> None:
    memory, _ = followed(lasting(8.0, face_height=0.30))
    changed = another_use(memory, 8.0, same_view=False)
    _, after = followed(lasting(5.0, face_height=0.32, aspect=1.0), start=8.0, memory=changed, use=find("linkedin"))
    assert names(after) == ["headshot"]
    assert not [g for g in after if "another part" in str(g.verdict.boundary)]

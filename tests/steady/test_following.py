"""Live guidance that neither flickers nor lags; time is an argument, so nothing here waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from framing.guide import Memory, follow, guide
from framing.perceive.fixed import empty_room, sitter
from framing.steady.cue import DWELL, GLANCE
from framing.steady.name import HOLD
from framing.steady.quick import BLINK, GONE, RECENT
from framing.steady.ready import READY
from framing.types import Absent, Band, Cheeks, Guidance, Light, LookedAt, Scene, State
from tests.builders import there, use
from tests.words import because, words

STEP = 0.1
WANTED = replace(
    use(
        musts={"face_height": Band(0.2, 0.29), "centring": Band(-0.05, 0.05), "subjects": Band(1, 1)},
        shown=frozenset({"headroom"}),
    ),
    reads_as="headshot",
)


def run(scenes: Sequence[Scene], start: float = 0.0, memory: Memory | None = None) -> tuple[Memory, list[Guidance]]:
    """Follow the scenes at 10 Hz; every guidance, and the memory at the end."""
    memory, told = memory or Memory(), []
    for i, scene in enumerate(scenes):
        memory, guidance = follow(memory, replace(scene, time=start + i * STEP), WANTED)
        told.append(guidance)
    return memory, told


def for_seconds(scene: Scene, seconds: float) -> list[Scene]:
    return [scene] * round(seconds / STEP)


def test_one_bad_frame_among_good_ones_changes_nothing() -> None:
    good, bad = sitter(), sitter(face_height=0.5)
    _, told = run([*for_seconds(good, 1), bad, *for_seconds(good, 1)])
    assert {c.measure for g in told for c in g.cues} <= {c.measure for c in told[0].cues}


def test_a_reading_that_jitters_about_its_limit_gives_one_cue_not_many() -> None:
    edge = [sitter(face_height=0.29 + (0.004 if i % 2 else -0.004)) for i in range(100)]
    _, told = run(edge)
    tops = [words(g.cues[0]) if g.cues else "" for g in told]
    assert sum(a != b for a, b in pairwise(tops)) <= 1


def test_a_cue_that_is_still_asked_for_stands_for_its_dwell_whatever_graver_thing_comes_up() -> None:
    nearer: dict[str, Any] = {"x": 0.25, "face_height": 0.33}  # too near is graver than off the middle
    _, told = run([*for_seconds(sitter(x=0.25), 0.5), *for_seconds(sitter(**nearer), 3)])
    shown = [g for g in told if g.cues[0].measure == "centring"]
    assert shown[-1].time - shown[0].time == pytest.approx(DWELL - STEP, abs=STEP + 1e-6)
    assert told[-1].cues[0].measure == "face_height"


def test_two_measures_that_ask_for_the_same_move_are_one_cue() -> None:
    _, told = run([*for_seconds(sitter(x=0.25), 0.5), *for_seconds(sitter(x=0.15), 3)])
    assert {g.cues[0].direction for g in told} == {told[0].cues[0].direction}
    assert {g.cues[0].measure for g in told} == {"centring", "margin_right"}
    assert len({words(g.cues[0]) for g in told}) == 1


def test_a_cue_that_has_been_met_is_still_read_at_a_glance_and_gone() -> None:
    _, told = run([*for_seconds(sitter(face_height=0.1), 0.2), *for_seconds(sitter(x=0.2), 3)])
    shown = [g for g in told if g.cues and g.cues[0].measure == "face_height"]
    assert shown[-1].time - shown[0].time == pytest.approx(GLANCE - STEP, abs=STEP + 1e-6)


def test_a_cue_that_has_stood_gives_way_as_soon_as_the_readings_have_settled() -> None:
    _, told = run([*for_seconds(sitter(face_height=0.1), 4), *for_seconds(sitter(x=0.2), 2)])
    changed = next(g.time for g in told if g.cues and g.cues[0].measure == "centring")
    assert changed - 4.0 <= 2 * STEP


def test_a_face_lost_for_a_moment_changes_nothing_and_one_that_stays_away_is_said() -> None:
    gone = replace(sitter(), faces=())
    _, told = run([*for_seconds(sitter(x=0.2), 2), *for_seconds(gone, 0.3), *for_seconds(sitter(x=0.2), 1)])
    assert {c.measure for g in told for c in g.cues} == {c.measure for c in told[0].cues}
    _, told = run([*for_seconds(sitter(), 2), *for_seconds(gone, GONE)])
    assert "face_in_view" in {j.measure.name for j in told[-1].judgements if j.state is State.LOW}


def test_a_blink_is_no_cue_and_eyes_kept_shut_are() -> None:
    shut = sitter()
    points = shut.faces[0].points.copy()
    for upper, lower in ((160, 144), (159, 145), (158, 153), (385, 380), (386, 374), (387, 373)):
        points[upper] = points[lower]
    shut = replace(shut, faces=(replace(shut.faces[0], points=points),))
    _, told = run([*for_seconds(sitter(), 2), *for_seconds(shut, 0.3), *for_seconds(sitter(), 1)])
    assert not [c for g in told for c in g.cues if c.measure == "eyes_open"]
    _, told = run([*for_seconds(sitter(), 2), *for_seconds(shut, BLINK)])
    assert "eyes_open" in {c.measure for c in told[-1].cues}


def test_what_was_taken_over_unchanged_is_no_new_look_at_it() -> None:
    one, other = sitter(), sitter()
    bright = replace(other, lit_face=replace(there(other.lit_face), cheeks=Cheeks(0.1, 0.8)))

    def keep(scene: Scene, when: float) -> list[Scene]:
        """One slow beat, four looks."""
        return [replace(scene, looked_at=LookedAt(when, when, when, when))] * 4

    _, told = run([*keep(one, 0.0), *keep(one, 0.4), *keep(bright, 0.8)])
    key = [next(j.value for j in g.judgements if j.measure.name == "key_side") for g in told]
    assert key[7] == 0.0
    assert key[8] == pytest.approx(3.0)


def test_an_opposite_cue_does_not_wait() -> None:
    _, told = run([*for_seconds(sitter(face_height=0.1), 0.5), *for_seconds(sitter(face_height=0.5), 1)])
    texts = [words(g.cues[0]) for g in told if g.time >= 0.5 + RECENT]
    assert texts
    assert all(t.startswith("Move back") for t in texts)


def test_when_nobody_is_left_the_cue_says_so_once_the_readings_have_settled() -> None:
    _, told = run([*for_seconds(sitter(face_height=0.1), 0.3), *for_seconds(empty_room(), 2)])
    assert told[-1].cues[0].measure == "subjects"
    assert told[-1].verdict.reads_as == "neither"


def test_a_new_verdict_is_shown_only_when_it_lasts() -> None:
    tight, loose = sitter(face_height=0.3), sitter(face_height=0.05, eye_line=0.2)
    memory, told = run(for_seconds(tight, 2))
    assert told[-1].verdict.reads_as == "headshot"
    _, told = run(for_seconds(loose, 3), start=2.0, memory=memory)
    turned = next(g.time for g in told if g.verdict.reads_as == "portrait")
    assert HOLD <= turned - 2.0 <= HOLD + RECENT + STEP


def test_ready_never_holds_outside_what_the_use_asks_for() -> None:
    memory, told = run(for_seconds(sitter(), 3))
    assert told[-1].ready
    _, told = run(for_seconds(sitter(face_height=0.295), 2), start=3.0, memory=memory)
    assert not told[-1].ready


def test_the_number_behind_a_standing_cue_follows_while_its_words_stand() -> None:
    _, told = run([*for_seconds(sitter(face_height=0.10), 1), *for_seconds(sitter(face_height=0.12), 1)])
    assert {words(g.cues[0]) for g in told} == {words(told[0].cues[0])}
    assert "0.12" in because(told[-1].cues[0].judgement)


def test_ready_needs_all_musts_for_its_whole_time_and_is_lost_with_any() -> None:
    memory, told = run(for_seconds(sitter(), 3))
    first = next(g.time for g in told if g.ready)
    assert first == pytest.approx(READY, abs=STEP + 1e-6)
    _, told = run(for_seconds(sitter(face_height=0.1), 2), start=3.0, memory=memory)
    assert not told[-1].ready


def test_a_still_is_ready_at_once_and_never_in_an_empty_room() -> None:
    assert guide(sitter(), WANTED).ready
    assert not guide(empty_room(), WANTED).ready


def test_the_first_frame_of_a_stream_says_what_the_still_says() -> None:
    scene = sitter(x=0.1, face_height=0.35)
    _, told = run([scene])
    still = guide(scene, WANTED)
    assert told[0].cues == still.cues
    assert told[0].verdict == still.verdict


def test_the_pattern_of_light_is_named_live_as_on_a_still() -> None:
    scene = sitter()
    lit = replace(there(scene.lit_face), cheeks=Cheeks(0.5, 0.05), light=Light(-3.0, 0.1, 0.9))
    scene = replace(scene, lit_face=lit)
    said = {e.difference: e.because for e in guide(scene, WANTED).verdict.evidence}["creativity"]
    _, told = run([scene])
    assert any("looks like" in str(phrase) for phrase in said)
    assert {e.difference: e.because for e in told[0].verdict.evidence}["creativity"] == said


def test_what_has_been_absent_for_a_while_forgets_its_past() -> None:
    memory, _ = run(for_seconds(sitter(), 1))
    memory, told = run(for_seconds(empty_room(), 2 * GONE), start=1.0, memory=memory)
    assert "face_height" not in {j.measure.name for j in told[-1].judgements if not isinstance(j.value, Absent)}
    _, told = run(for_seconds(sitter(face_height=0.1), 1), start=2.0, memory=memory)
    assert next(j.value for j in told[0].judgements if j.measure.name == "face_height") == pytest.approx(0.1)

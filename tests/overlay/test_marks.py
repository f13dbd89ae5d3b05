"""What is drawn, before any pixel is."""

import dataclasses
import math
from collections.abc import Sequence
from itertools import pairwise

import pytest

from framing.overlay import Landmarks
from framing.overlay.shapes import Caption, Marks, Role, Spot, Status, Stroke
from framing.parts import outline
from framing.perceive.fixed import empty_room, sitter
from framing.types import Band, Guidance, Judgement, Measure, Preset, Scene, Severity, State, Verdict, Viewer
from tests.overlay.scenes import CERTAIN, HEADSHOT, NEITHER, NOBODY, PORTRAIT, cue, guidance, preset
from tests.words import marks


def lines(what: Marks, role: Role) -> list[Stroke]:
    return [stroke for stroke in what.strokes if stroke.role is role]


def heights(strokes: Sequence[Stroke]) -> set[float]:
    return {round(point.y, 9) for stroke in strokes for point in stroke.points}


def extent(strokes: Sequence[Stroke]) -> tuple[float, float]:
    xs, ys = zip(*(point for stroke in strokes for point in stroke.points), strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)


def badge(what: Marks) -> Caption:
    return next(caption for caption in what.captions if caption.spot is Spot.TOP_LEFT)


def low(what: Marks) -> list[Caption]:
    return [caption for caption in what.captions if caption.spot is Spot.LOW]


def test_the_eye_line_lies_in_the_middle_of_its_band() -> None:
    what = marks(empty_room(), guidance(use=preset(eye_line=Band(0.3, 0.4))), Viewer.FRONT)
    assert heights(lines(what, Role.EYE_LINE)) == {0.35}


def test_without_an_eye_line_band_the_eyes_go_where_headroom_hair_and_face_add_up_to() -> None:
    use = preset(face_height=Band(0.2, 0.2), headroom=Band(0.1, 0.1))
    what = marks(sitter(hair=1.5, eye_line=0.9), guidance(use=use), Viewer.FRONT)
    assert heights(lines(what, Role.EYE_LINE)) == {0.4}


@pytest.mark.parametrize("hair", [1.0, 1.15, 1.4])
def test_a_round_use_puts_hair_and_shoulders_equally_far_from_the_middle(hair: float) -> None:
    left_open = frozenset({"eye_line", "headroom"})
    use = dataclasses.replace(preset("circle", face_height=Band(0.22, 0.22)), shown=left_open)
    what = marks(sitter(hair=hair, aspect=1.0), guidance(use=use), Viewer.FRONT)
    (eyes,) = heights(lines(what, Role.EYE_LINE))
    top, _, *joints = outline(sitter(eye_line=eyes, face_height=0.22, hair=hair, aspect=1.0)).points
    away = [math.dist(place, (0.5, 0.5)) for place in (top, *joints)]
    assert away == pytest.approx([away[0]] * 3)
    assert away[0] < 0.5


def test_a_use_without_bands_draws_no_target() -> None:
    what = marks(empty_room(), guidance(use=preset(smile=Band(0.0, 1.0))), Viewer.FRONT)
    assert (what.strokes, what.labels) == ((), ())


def test_brackets_grow_with_the_face_the_use_asks_for() -> None:
    small, large = (
        extent(
            lines(
                marks(empty_room(), guidance(use=preset(face_height=Band(t, t), eye_line=Band(0.4, 0.4))), Viewer.REAR),
                Role.HEAD,
            )
        )
        for t in (0.1, 0.2)
    )
    assert large == pytest.approx((2 * small[0], 2 * small[1]))


def test_a_head_in_its_place_stands_free_within_all_four_brackets() -> None:
    what = marks(sitter(eye_line=0.38, face_height=0.24), guidance(use=preset()), Viewer.REAR)
    away = marks(empty_room(), guidance(use=preset()), Viewer.REAR)
    assert lines(what, Role.HEAD) == lines(away, Role.HEAD)
    assert len(lines(what, Role.HEAD)) == 4


@pytest.mark.parametrize("band", [Band(0.05, 0.3), Band(0.05, float("inf"))])
def test_a_use_that_leaves_the_size_open_gets_no_brackets(band: Band) -> None:
    use = preset(face_height=band, eye_line=Band(0.33, 0.43))
    assert not lines(marks(empty_room(), guidance(use=use), Viewer.REAR), Role.HEAD)


def test_a_group_gets_no_brackets_for_one_head() -> None:
    assert not lines(marks(sitter(people=2), guidance(use=preset()), Viewer.REAR), Role.HEAD)


def test_only_full_landmarks_go_over_the_face() -> None:
    what = {level: marks(sitter(), guidance(use=preset()), Viewer.FRONT, level) for level in Landmarks}
    assert [bool(what[level].over_face) for level in (Landmarks.OFF, Landmarks.LIGHT, Landmarks.FULL)] == [0, 0, 1]
    assert what[Landmarks.LIGHT].strokes == what[Landmarks.FULL].strokes
    assert not lines(what[Landmarks.OFF], Role.STEADY) + lines(what[Landmarks.OFF], Role.LEVEL)


def test_shoulders_are_drawn_only_where_they_are_in_view() -> None:
    assert lines(marks(sitter(eye_line=0.3), guidance(), Viewer.REAR), Role.STEADY)
    assert not lines(marks(sitter(eye_line=0.7), guidance(), Viewer.REAR), Role.STEADY)


@pytest.mark.parametrize(
    ("state", "role"), [(State.OK, Role.STEADY), (State.LOW, Role.ASKEW), (State.HIGH, Role.ASKEW)]
)
def test_shoulders_say_by_their_kind_of_line_whether_they_are_right(state: State, role: Role) -> None:
    tilt = Measure("shoulder_tilt", "Shoulders", "degrees", lambda scene: scene, float, 82)
    said = dataclasses.replace(guidance(), judgements=(Judgement(tilt, 9.0, None, state, Severity.STYLE),))
    assert lines(marks(sitter(), said, Viewer.REAR), role)


def test_the_eye_level_runs_along_the_eyes() -> None:
    right, left = lines(marks(sitter(roll=10), guidance(), Viewer.REAR), Role.LEVEL)
    points = sorted((*right.points, *left.points))
    slopes = {round((b.y - a.y) / (b.x - a.x), 6) for a, b in pairwise(points)}
    assert len(slopes) == 1
    assert slopes != {0.0}


def test_only_the_first_cue_is_said() -> None:
    what = marks(sitter(), guidance(cue("Move back"), cue("Smile"), use=preset()), Viewer.FRONT)
    assert [caption.text for caption in low(what)] == ["Move back"]


@pytest.mark.parametrize(
    ("viewer", "use", "ready", "said"),
    [
        (Viewer.FRONT, preset(), False, ["Hold still"]),
        (Viewer.FRONT, preset(), True, ["Ready"]),
        (Viewer.STILL, preset(), True, ["Ready"]),
        (Viewer.STILL, preset(), False, []),
        (Viewer.FRONT, None, False, []),
    ],
)
def test_with_nothing_to_change_it_says_hold_still_and_then_ready(
    viewer: Viewer, use: Preset | None, ready: bool, said: list[str]
) -> None:
    assert [caption.text for caption in low(marks(sitter(), guidance(use=use, ready=ready), viewer))] == said


def test_once_ready_that_is_said_with_one_matter_of_taste_at_most_in_a_low_voice() -> None:
    what = marks(sitter(), guidance(cue("Smile"), cue("Turn"), use=preset(), ready=True), Viewer.FRONT)
    (said,) = low(what)
    assert (said.text, said.status, said.detail) == ("Ready", Status.GOOD, "Smile")
    assert not any("Turn" in f"{caption.text} {caption.detail}" for caption in what.captions)


@pytest.mark.parametrize(
    ("scene", "said", "text", "detail", "status"),
    [
        (sitter(), guidance(), "HEADSHOT", "78%", Status.PLAIN),
        (sitter(), guidance(use=preset()), "HEADSHOT", "78%", Status.PLAIN),
        (sitter(), guidance(use=preset(), ready=True), "HEADSHOT", "78%", Status.GOOD),
        (sitter(), guidance(use=preset(reads_as="either")), "HEADSHOT", "78%", Status.PLAIN),
        (sitter(), guidance(verdict=PORTRAIT), "PORTRAIT", "64%", Status.PLAIN),
        (sitter(), guidance(verdict=PORTRAIT, use=preset()), "PORTRAIT", "64% · wanted: a headshot", Status.CARE),
        (
            sitter(),
            guidance(verdict=PORTRAIT, use=preset(), ready=True),
            "PORTRAIT",
            "64% · the use decides",
            Status.PLAIN,
        ),
        (sitter(), guidance(verdict=CERTAIN), "PORTRAIT", "99%", Status.PLAIN),
        (sitter(), guidance(verdict=NEITHER), "NEITHER", "a headshot nor a portrait", Status.PLAIN),
        (empty_room(), guidance(verdict=NOBODY), "NOBODY IN VIEW", "", Status.PLAIN),
    ],
)
def test_the_badge_says_what_it_reads_as_how_surely_and_whether_that_is_wanted(
    scene: Scene, said: Guidance, text: str, detail: str, status: Status
) -> None:
    found = badge(marks(scene, said, Viewer.STILL))
    assert (found.text, found.detail, found.status) == (text, detail, status)


@pytest.mark.parametrize("verdict", [HEADSHOT, PORTRAIT, CERTAIN])
@pytest.mark.parametrize("use", [None, preset(), preset(reads_as="portrait"), preset(reads_as="either")])
def test_no_tick_is_drawn_before_it_is_ready(verdict: Verdict, use: Preset | None) -> None:
    for cues in ((), (cue(),)):
        said = marks(sitter(), guidance(*cues, verdict=verdict, use=use), Viewer.FRONT).captions
        assert not any(caption.status is Status.GOOD for caption in said)


@pytest.mark.parametrize("viewer", Viewer)
def test_what_is_drawn_is_the_same_for_every_viewer_but_for_the_mirror(viewer: Viewer) -> None:
    said = guidance(cue(), use=preset())
    what, rear = marks(sitter(x=0.2), said, viewer), marks(sitter(x=0.2), said, Viewer.REAR)
    assert what.mirrored is viewer.mirrored
    assert dataclasses.replace(what, mirrored=False, captions=()) == dataclasses.replace(rear, captions=())
    assert [caption.text for caption in what.captions] == [caption.text for caption in rear.captions]


def test_a_head_whose_face_cannot_be_read_is_kept_clear_too() -> None:
    turned_away = dataclasses.replace(sitter(), faces=())
    (box,) = marks(turned_away, guidance(use=preset()), Viewer.FRONT).clear
    left, top, right, bottom = sitter().faces[0].box
    assert box.left < (left + right) / 2 < box.right
    assert box.top < (top + bottom) / 2 < box.bottom


def test_a_round_use_gets_a_round_shade() -> None:
    assert marks(sitter(), guidance(use=preset("circle")), Viewer.FRONT).shade == "circle"

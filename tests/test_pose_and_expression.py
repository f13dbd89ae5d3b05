"""What pose and expression say beyond what holds of every measure: signs, zeros, baselines, silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from framing.advise import advise
from framing.judge import judge, read
from framing.measures import MEASURES
from framing.measures.pose.camera_distance import focal_of
from framing.measures.pose.hands_near_face import TOUCH
from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.types import NOT_CALIBRATED, Absent, Baseline, Body, Scene, Severity
from tests.builders import values
from tests.words import words


def why(scene: Scene, name: str) -> str:
    """Why that reading is not there."""
    value = read(scene)[name].value
    assert isinstance(value, Absent)
    return str(value.why)


def said(scene: Scene, name: str, use: str | None = None) -> str:
    """What the guide says of that reading, or nothing."""
    cues = advise(judge(read(scene), find(use) if use else None))
    return next((words(cue) for cue in cues if cue.measure == name), "")


def looking(aside: float, **how: Any) -> Scene:
    """A sitter whose irises have moved by that share of the eye's width, + to their left."""
    scene = sitter(**how)
    points = scene.faces[0].points.copy()
    points[468:478, :2] += aside * (points[133, :2] - points[33, :2])
    return replace(scene, faces=(replace(scene.faces[0], points=points),))


def with_hand(down: float, across: float = 0.0) -> Scene:
    """A sitter with one wrist so many face heights below the chin."""
    scene = sitter()
    face, body = scene.faces[0], scene.body
    assert isinstance(body, Body)
    joints, visibility = body.joints.copy(), body.visibility.copy()
    joints[15, :2] = face.chin.x + across * face.height, face.chin.y + down * face.height
    visibility[15] = 0.99
    return replace(scene, body=replace(body, joints=joints, visibility=visibility))


def parted(gap: float, **how: Any) -> Scene:
    """A sitter whose lips are so many face heights apart."""
    scene = sitter(**how)
    points = scene.faces[0].points.copy()
    points[14, :2] = points[13, :2] - np.array(scene.faces[0].up) * gap * scene.faces[0].height
    return replace(scene, faces=(replace(scene.faces[0], points=points),))


# --- pitch -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pitch", [-3.0, 0.0, 7.0, 14.0])
def test_until_the_sitter_is_known_whatever_may_be_level_counts_as_level(pitch: float) -> None:
    assert values(sitter(pitch=pitch))["pitch"] == 0.0


@pytest.mark.parametrize("own", [-2.0, 7.0, 13.0])
def test_a_known_sitters_own_pitch_is_taken_off(own: float) -> None:
    for turned in (-20.0, -4.0, 0.0, 4.0, 20.0):
        scene = replace(sitter(pitch=own + turned), baseline=Baseline(pitch=(own, own)))
        assert values(scene)["pitch"] == pytest.approx(turned, abs=1e-6)


def test_a_face_seen_from_below_raises_the_camera_and_one_from_above_lowers_it() -> None:
    below, above = (said(sitter(pitch=pitch), "pitch") for pitch in (-25.0, 35.0))
    assert below.startswith("Raise the camera")
    assert "chin down" in below
    assert above.startswith("Lower the camera")
    assert "chin up" in above
    assert said(sitter(pitch=7.0), "pitch") == ""


# --- eyes ------------------------------------------------------------------------------------------------------------


def test_eyes_to_the_sitters_left_read_above_zero_and_to_their_right_below() -> None:
    straight, left, right = (values(looking(aside))["eye_contact"] for aside in (0.0, 0.15, -0.15))
    assert straight == pytest.approx(0.0, abs=0.5)
    assert left == pytest.approx(-right, abs=1.0)
    assert left > 15.0


def test_a_turned_face_whose_eyes_turn_back_meets_the_lens() -> None:
    turned = values(looking(0.0, yaw=15.0))["eye_contact"]
    back = values(looking(-15.0 / 137.0, yaw=15.0))["eye_contact"]
    assert abs(back) < 2.0 < turned


def test_eyes_that_cannot_be_read_are_absent_and_not_wrong() -> None:
    assert "turned" in why(sitter(yaw=30.0), "eye_contact")
    assert "too few pixels" in why(sitter(face_height=0.05), "eye_contact")
    assert said(looking(0.2), "eye_contact", "headshot") == said(looking(-0.2), "eye_contact", "headshot") != ""


def test_eyes_are_held_against_the_sitters_own_opening() -> None:
    scene = sitter()
    open_as_ever = values(scene)["eyes_open"] * scene.baseline.eye_gap
    for own, share in ((open_as_ever, 1.0), (open_as_ever * 2.0, 0.5)):
        assert values(replace(scene, baseline=Baseline(eye_gap=own)))["eyes_open"] == pytest.approx(share)
    assert said(replace(scene, baseline=Baseline(eye_gap=open_as_ever * 2.0)), "eyes_open") == "Eyes open, please"


def test_a_stranger_is_told_of_closed_eyes_only_under_the_limit_of_every_open_eye() -> None:
    scene = sitter()
    band = MEASURES["eyes_open"].band
    assert band is not None
    assert band.low * scene.baseline.eye_gap == pytest.approx(0.025)


# --- body and hands --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("yaw", [-70.0, -20.0, 0.0, 20.0, 70.0])
def test_the_bodys_turn_is_read_off_the_shoulders_in_space(yaw: float) -> None:
    assert values(sitter(body_yaw=yaw))["body_yaw"] == pytest.approx(yaw, abs=1e-6)


def test_a_turned_body_is_a_style_and_only_documents_ask_for_a_square_one() -> None:
    assert said(sitter(body_yaw=25.0), "body_yaw", "headshot") == ""
    assert said(sitter(body_yaw=25.0), "body_yaw", "passport_us").endswith("to your right")
    assert said(sitter(body_yaw=-25.0), "body_yaw", "passport_us").endswith("to your left")


def test_a_camera_that_leans_tilts_head_and_shoulders_alike_and_no_shoulder_is_blamed() -> None:
    assert values(sitter(shoulder_tilt=15.0, roll=15.0))["shoulder_tilt"] == pytest.approx(0.0, abs=0.1)
    assert values(sitter(shoulder_tilt=15.0, roll=-15.0))["shoulder_tilt"] == pytest.approx(15.0, abs=0.1)
    assert values(sitter(shoulder_tilt=15.0, roll=5.0))["shoulder_tilt"] == pytest.approx(10.0, abs=0.1)


def test_the_shoulder_line_of_a_turned_body_says_nothing() -> None:
    assert "turned" in why(sitter(body_yaw=45.0, shoulder_tilt=20.0), "shoulder_tilt")


def test_the_nearer_a_hand_the_smaller_the_distance_and_at_the_chin_it_touches() -> None:
    read_at = [values(with_hand(down))["hands_near_face"] for down in (0.0, 0.5, 1.0)]
    assert read_at == sorted(read_at)
    assert read_at[0] < TOUCH < read_at[1]


def test_hands_out_of_the_picture_are_near_no_face() -> None:
    assert "no hands" in why(sitter(), "hands_near_face")


def test_a_hand_at_the_face_disturbs_only_a_document() -> None:
    assert said(with_hand(0.0), "hands_near_face", "passport_us") == "Take your hand away from your face"
    assert said(with_hand(0.0), "hands_near_face", "headshot") == ""


# --- mouth and expression --------------------------------------------------------------------------------------------


def test_parted_lips_read_their_gap_whatever_the_size_of_the_face() -> None:
    for size in (0.1, 0.2, 0.3):
        assert values(parted(0.08, face_height=size))["mouth"] == pytest.approx(0.08, abs=0.01)
    assert said(parted(0.08), "mouth", "passport_us") == "Close your lips"
    assert said(parted(0.08), "mouth", "headshot") == ""


def test_a_mouth_open_beyond_a_laugh_speaks_whatever_the_smile() -> None:
    laughing = {"mouthSmileLeft": 0.95, "mouthSmileRight": 0.95}
    read_at = [values(parted(gap, expression=laughing))["emotion"] for gap in (0.1, 0.15, 0.22, 0.35)]
    assert read_at == sorted(read_at)
    assert read_at[0] == 0.0
    assert read_at[1] < 0.2
    assert read_at[-1] == pytest.approx(1.0)


def test_the_sitters_own_brows_are_no_expression() -> None:
    frowning = sitter(expression={"browDownLeft": 0.9})
    assert values(frowning)["neutral"] > 0.3
    assert values(replace(frowning, baseline=Baseline(expression={"browDownLeft": 0.85})))["neutral"] < 0.1


@pytest.mark.parametrize("shape", ["mouthPucker", "eyeSquintLeft", "eyeLookUpLeft", "mouthShrugLower"])
def test_what_fires_on_faces_at_rest_is_no_expression(shape: str) -> None:
    assert values(sitter(expression={shape: 0.9}))["neutral"] == 0.0


# --- room, distance, pixels ------------------------------------------------------------------------------------------


def test_a_turned_face_wants_more_room_on_the_side_it_looks_to() -> None:
    for yaw, near, far in ((30.0, 0.64, 0.24), (-30.0, 0.16, 0.56)):
        cramped, roomy = (values(sitter(yaw=yaw, x=x))["look_room"] for x in (near, far))
        assert cramped < 0.35 < 0.5 < roomy
        assert said(sitter(yaw=yaw, x=near), "look_room").startswith("Turn the camera")
    assert "not turned" in why(sitter(), "look_room")


@pytest.mark.parametrize("yaw", [0.0, 20.0])
def test_the_distance_that_calibrates_is_read_back_and_half_as_near_reads_double(yaw: float) -> None:
    scene = sitter(face_height=0.2, yaw=yaw)
    focal = focal_of(70.0, scene.faces[0])
    assert values(replace(scene, focal=focal))["camera_distance"] == pytest.approx(70.0)
    smaller = replace(sitter(face_height=0.1), focal=focal)
    assert values(smaller)["camera_distance"] == pytest.approx(140.0, rel=0.02)


def test_without_calibration_no_distance_is_guessed() -> None:
    assert why(replace(sitter(), focal=NOT_CALIBRATED), "camera_distance") == NOT_CALIBRATED.why


def test_pixels_between_the_eyes_do_not_shrink_with_a_turn() -> None:
    straight, turned = (values(sitter(yaw=yaw))["face_resolution"] for yaw in (0.0, 30.0))
    assert turned == pytest.approx(straight, rel=0.03)


def test_only_documents_make_errors_of_pose_eyes_and_expression() -> None:
    names = {"pitch", "eye_contact", "body_yaw", "hands_near_face", "mouth", "neutral"}
    scene = parted(0.2, pitch=-30.0, body_yaw=40.0, expression={"browInnerUp": 0.9})
    for use in ("headshot", "linkedin", "portrait", "actor_8x10", "speaker"):
        judged = judge(read(scene), find(use))
        assert all(j.severity is Severity.STYLE for j in judged if j.measure.name in names)

"""What every preset must hold to, found by being there: a new one needs no test of its own.

Hair reaches k face heights above the eyes: 1 is bald, 1.15 short, 1.4 full, 2 tall hair or a wrap. Framings are found
by moving a standing sitter about, and each is read through the real measures, never through a copy of them.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.advise import advise
from framing.judge import asked, judge, read
from framing.measures import MEASURES
from framing.perceive.fixed import sitter
from framing.presets.catalogue import load
from framing.types import (
    Absent,
    Band,
    Body,
    Cheeks,
    Light,
    LitFace,
    Points,
    Preset,
    Scene,
    Severity,
    State,
    Viewfinder,
)
from framing.verdict import verdict
from tests.words import because

PRESETS = load()
HAIR = (1.0, 1.15, 1.4, 2.0)
FACE_HEIGHTS = Band(0.025, 0.35)  # where a use has no band of its own
EYE_LINES = np.arange(0.04, 0.58, 0.02)
BREATH = (1.02, 0.005)  # a sitter who sways changes in size by 2% and in height by half a percent of the picture
# Look room is for turned faces; that it goes with every other band has its own test.
CROP = [measure for measure in MEASURES.values() if measure.group == "crop" and measure.name != "look_room"]

every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))
every_hair = pytest.mark.parametrize("hair", HAIR)
Framing = tuple[float, float]  # face height and eye line


def band(name: str, preset: Preset) -> Band:
    """The band in force for this use, the measure's own included; open where there is none."""
    return asked(MEASURES[name], preset)[0] or Band(-math.inf, math.inf)


@cache
def standing(hair: float, people: int) -> Scene:
    """Seen from head to foot, so that every joint is known wherever the sitter is moved."""
    return sitter(hair=hair, people=people, face_height=0.05, eye_line=0.2)


def framed(preset: Preset, hair: float, framing: Framing, across: float = 0.0) -> Scene:
    """The sitter in the preset's viewfinder, that large, that high, and `across` widths off its middle."""
    scene = standing(hair, int(max(1.0, band("subjects", preset).low)))
    face, body = scene.faces[0], scene.body
    assert isinstance(body, Body)
    place = np.array([preset.aspect * (0.5 + across), framing[1]])

    def moved(points: Points) -> Points:
        scale = framing[0] / face.height
        return np.hstack([(points[:, :2] - np.array(face.eyes)) * scale + place, points[:, 2:] * scale])

    return replace(
        scene,
        aspect=preset.aspect,
        faces=tuple(replace(one, points=moved(one.points)) for one in scene.faces),
        body=replace(body, joints=moved(body.joints)),
    )


def fits(scene: Scene, preset: Preset, *, musts_only: bool = False) -> bool:
    """Whether every crop measure lies inside the band in force for this use."""
    for measure in CROP:
        wanted, severity = asked(measure, preset)
        if wanted is None or (musts_only and severity is not Severity.ERROR):
            continue
        part = measure.of(scene)
        if isinstance(part, Absent) or wanted.state(measure.take(part)) is not State.OK:
            return False
    return True


@cache
def allowed(name: str, hair: float, *, musts_only: bool = False) -> tuple[Framing, ...]:
    """Every framing of a grid that the use allows."""
    preset = PRESETS[name]
    wanted, tight = band("face_height", preset), band("tightness", preset)
    if math.isinf(wanted.high) and math.isfinite(tight.high):  # the use bands the head instead, hair and all
        wanted = Band(*(end * min(preset.aspect, 1.0) / (1.0 + hair) for end in tight))
    low = max(wanted.low, FACE_HEIGHTS.low)
    high = wanted.high if math.isfinite(wanted.high) else FACE_HEIGHTS.high
    sizes = np.geomspace(low, high, 10)
    if not musts_only:
        sizes = sizes[1:-1]
    grid = ((float(size), float(line)) for size, line in product(sizes, EYE_LINES))
    return tuple(f for f in grid if fits(framed(preset, hair, f), preset, musts_only=musts_only))


def middle(name: str, hair: float) -> Framing:
    """Of the framings that still hold when the sitter sways, the nearest to the middle of all allowed ones."""
    framings = np.array(allowed(name, hair)).reshape(-1, 2)
    away = (framings - framings.mean(axis=0)) / np.maximum(framings.std(axis=0), 1e-6)
    for size, line in framings[np.argsort(np.hypot(*away.T))]:
        swayed = [(size * by, line + down) for by in (1 / BREATH[0], BREATH[0]) for down in (-BREATH[1], BREATH[1])]
        if all(fits(framed(PRESETS[name], hair, framing), PRESETS[name]) for framing in swayed):
            return float(size), float(line)
    pytest.fail(f"no framing meets all bands of {name} at once with hair {hair} face heights above the eyes")


# --- one framing for all ---------------------------------------------------------------------------------------------


@every_preset
@every_hair
def test_one_framing_meets_every_crop_band_at_once_whatever_the_hair(preset: Preset, hair: float) -> None:
    scene = framed(preset, hair, middle(preset.name, hair))
    crop = [j for j in judge(read(scene), preset) if j.measure.name in {measure.name for measure in CROP}]
    assert len(crop) == len(CROP)
    assert [because(j) for j in crop if j.state is not State.OK] == []


@every_preset
@pytest.mark.parametrize("yaw", [-30.0, 30.0])
def test_a_turned_face_in_the_middle_has_room_to_look_into(preset: Preset, yaw: float) -> None:
    room = {j.measure.name: j for j in judge(read(sitter(aspect=preset.aspect, yaw=yaw)), preset)}["look_room"]
    assert room.state is State.OK


# --- what it reads as ------------------------------------------------------------------------------------------------


@every_preset
@every_hair
def test_a_calm_sitter_inside_the_musts_reads_as_the_preset_says(preset: Preset, hair: float) -> None:
    framings = allowed(preset.name, hair, musts_only=True)
    outermost = {pick(framings, key=lambda framing: framing[axis]) for pick in (min, max) for axis in (0, 1)}
    offs = {0.0, *(end for end in band("centring", preset) if math.isfinite(end))}
    scenes = [framed(preset, hair, framing, across) for framing in outermost for across in offs]
    read_as = {verdict(read(scene)).reads_as for scene in scenes}
    assert read_as == ({"headshot", "portrait"} if preset.reads_as == "either" else {preset.reads_as})


# --- what is written -------------------------------------------------------------------------------------------------


@every_preset
def test_every_measure_it_names_exists_and_stands_in_one_place(preset: Preset) -> None:
    named = [*preset.musts, *preset.style, *preset.shown]
    assert set(named) <= set(MEASURES)
    assert len(named) == len(set(named))


@every_preset
def test_every_end_of_a_band_comes_with_something_to_do_about_it(preset: Preset) -> None:
    for name, (low, high) in {**preset.musts, **preset.style}.items():
        measure = MEASURES[name]
        assert measure.when_high or math.isinf(high), f"{name} can be too high and has nothing to say of it"
        assert measure.when_low or math.isinf(low) or low == 0.0, f"{name} can be too low and has nothing to say of it"


@every_preset
def test_the_viewfinder_is_cut_to_its_pixels_without_distortion(preset: Preset) -> None:
    width, height = preset.pixels
    assert Viewfinder.centred(width, height, preset.aspect) == Viewfinder(0, 0, width, height)


@every_preset
def test_somebody_says_so(preset: Preset) -> None:
    assert preset.title
    assert preset.source


@every_preset
def test_how_many_people_it_wants_is_a_must(preset: Preset) -> None:
    assert preset.musts["subjects"].low >= 1


@every_preset
def test_a_circle_holds_head_and_shoulders(preset: Preset) -> None:
    assert (preset.shape == "circle") == ("circle" in preset.musts)


@given(st.floats(0.1, 0.35), st.floats(0.2, 0.8), st.floats(0.2, 0.8))
def test_how_large_a_circle_head_and_shoulders_need_is_a_matter_of_distance_alone(
    size: float, x: float, y: float
) -> None:
    def needed(**how: Any) -> float:
        value = read(sitter(aspect=1.0, **how))["circle"].value
        assert not isinstance(value, Absent)
        return value

    here = needed(face_height=size, x=x, eye_line=y)
    assert here == pytest.approx(needed(face_height=size), rel=1e-3)
    assert needed(face_height=1.2 * size, x=x, eye_line=y) == pytest.approx(1.2 * here, rel=1e-3)


@every_hair
def test_a_round_use_inside_its_other_musts_loses_nothing_of_hair_and_chin(hair: float) -> None:
    round_uses = [preset for preset in PRESETS.values() if preset.shape == "circle"]
    assert round_uses
    for preset in round_uses:
        low, high = band("tightness", preset)
        for tight, above, across in product((low, high), band("headroom", preset), band("centring", preset)):
            face_height = tight / (1.0 + hair)
            face = framed(preset, hair, (face_height, above + hair * face_height), across).faces[0]
            for point in (face.hair_top, face.chin):
                assert math.hypot(point.x - 0.5, point.y - 0.5) <= 0.5


# --- the six ---------------------------------------------------------------------------------------------------------


def test_the_six_uses_are_there() -> None:
    assert set(PRESETS) >= {"headshot", "linkedin", "passport_us", "portrait", "full_length", "group"}


@every_hair
def test_a_passport_inside_the_musts_meets_the_american_rule(hair: float) -> None:
    passport = PRESETS["passport_us"]
    framings = allowed("passport_us", hair, musts_only=True)
    assert framings
    for framing in framings:
        face = framed(passport, hair, framing).faces[0]
        assert 0.50 <= face.head_height <= 0.69, "1 to 1 3/8 inches of 2, hair included"
        assert 0.31 <= face.eyes.y <= 0.44, "1 1/8 to 1 3/8 inches of 2 from the bottom"
        assert face.hair_top.y >= 0.0
        assert face.chin.y <= 1.0


@every_hair
def test_a_visa_inside_the_musts_meets_the_icao_rule_by_the_crown_and_not_by_the_hair(hair: float) -> None:
    schengen = PRESETS["schengen"]
    framings = allowed("schengen", hair, musts_only=True)
    assert framings
    for framing in framings:
        face = framed(schengen, hair, framing).faces[0]
        assert 32.0 <= 2.0 * face.height * 45.0 <= 36.0, "crown to chin in mm, twice from the eyes to the chin"


def test_only_documents_make_a_must_of_how_the_sitter_turns_or_is_lit() -> None:
    choices = {m.name for m in MEASURES.values() if m.group == "pose"} - {"face_in_view"} | {"key_to_fill", "key_side"}
    assert {p.name for p in PRESETS.values() if choices & set(p.musts)} == {"passport_us", "schengen"}


def test_a_group_wants_company_and_a_headshot_does_not() -> None:
    assert band("subjects", PRESETS["group"]).state(1) is State.LOW
    assert band("subjects", PRESETS["headshot"]).state(2) is State.HIGH
    assert all(band("subjects", PRESETS["portrait"]).state(n) is State.OK for n in (1, 2, 5))


def test_a_dramatic_use_says_nothing_of_light_and_place() -> None:
    scene = sitter()
    assert isinstance(scene.lit_face, LitFace)
    split = replace(scene.lit_face, cheeks=Cheeks(0.4, 0.01), light=Light(-6.0, -2.0, 0.9))
    cues = advise(judge(read(replace(scene, lit_face=split)), PRESETS["dramatic"]))
    assert {MEASURES[cue.measure].group for cue in cues} <= {"crop"}
    headshot = advise(judge(read(replace(scene, lit_face=split)), PRESETS["headshot"]))
    assert {"key_side", "light_height"} <= {cue.measure for cue in headshot}

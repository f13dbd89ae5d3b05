"""The guide leads people there: the real models, on the packaged photograph."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.__main__ import main
from framing.errors import PhotoError, PresetError
from framing.lab.sitter.lamp import lamp
from framing.lab.sitter.many import check, furnished, one
from framing.lab.sitter.report import Report
from framing.lab.sitter.room import Room
from framing.lab.sitter.run import Run
from framing.lab.sitter.stance import Stance
from framing.presets.catalogue import find
from tests.photographs import astronaut_scene

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def room() -> Room:
    return furnished(None)


@pytest.fixture(scope="module")
def runs(room: Room) -> list[Run]:
    return [one(room, find("headshot"), number) for number in range(4)]


def test_somebody_who_follows_the_guide_ends_up_ready(runs: list[Run]) -> None:
    assert all(run.ready for run in runs)
    assert not any(run.contradicts for run in runs)


def test_every_start_is_led_by_cues(runs: list[Run]) -> None:
    assert all(run.steps >= 1 and run.said for run in runs)


def test_a_run_comes_whole_from_the_process_it_was_led_in(runs: list[Run]) -> None:
    assert pickle.loads(pickle.dumps(runs)) == runs


def test_the_report_counts_what_happened(runs: list[Run]) -> None:
    figures = Report(runs).as_json()
    assert set(figures) == {"starts", "converged", "cues", "seconds", "contradictions"}
    assert figures["starts"] == len(runs)
    assert figures["converged"] == 1.0
    assert min(r.seconds for r in runs) <= figures["seconds"]["median"] <= figures["seconds"]["p95"]
    assert figures["cues"]["median"] <= max(r.steps for r in runs)
    assert json.loads(json.dumps(figures)) == figures


@pytest.mark.parametrize("use", ["headshot", "linkedin"])
def test_a_use_that_can_be_met_is_let_through(room: Room, use: str) -> None:
    check(room, find(use))


def test_a_use_that_nobody_in_this_photograph_can_meet_is_said_with_the_reason(room: Room) -> None:
    with pytest.raises(PresetError, match="crop: There is one person in the picture, and this use wants 2 or more"):
        check(room, find("group"))


def test_a_photograph_without_a_face_or_with_an_unknown_use_ends_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Pillow.fromarray(np.full((400, 300, 3), 180, np.uint8)).save(tmp_path / "wall.png")
    assert main(["sitter", str(tmp_path / "wall.png")]) == 2
    assert "no readable face" in capsys.readouterr().err
    assert main(["sitter", "--use", "haedshot"]) == 2
    assert "haedshot" in capsys.readouterr().err
    with pytest.raises(PhotoError, match="no file"):
        furnished(tmp_path / "none.png")


def test_the_room_shows_noise_that_changes_and_a_scene_that_does_not(room: Room) -> None:
    one, other = (room.shown(Stance(), number).astype(int) for number in (0, 1))
    assert 0 < np.abs(one - other).mean() < 5


def test_light_from_the_left_brightens_the_left_cheek_and_darkens_the_right() -> None:
    face = astronaut_scene().faces[0]
    mesh = face.points * 512.0
    grey = np.full((512, 512, 3), 120, np.uint8)
    lit = lamp(mesh, (512, 512)).light(grey, 1.0, 0.0)
    (right, left) = (lit[int(y), int(x), 0] for x, y in mesh[[50, 280], :2])
    assert right < 120 < left


def test_light_from_above_falls_on_the_brow_and_leaves_what_is_under_the_lip_dark() -> None:
    mesh = astronaut_scene().faces[0].points * 512.0
    lit = lamp(mesh, (512, 512)).light(np.full((512, 512, 3), 120, np.uint8), 0.0, 1.0)
    brow, chin = (lit[int(y), int(x), 0] for x, y in mesh[[10, 200], :2])
    assert chin < 120 <= brow

"""A film is seen by its own clock at the pace of live looks, over and over, and what changed in it is counted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from framing.__main__ import main
from framing.lab.evaluate import steady
from framing.lab.evaluate.clip import EVERY, played
from framing.lab.evaluate.steadiness import ARRIVING, Steadiness, Stood
from framing.lab.rigs.fake_camera import sitting
from framing.types import Image
from tests.photographs import astronaut


def film(path: Path, pictures: Sequence[Image], rate: float = 25.0) -> Path:
    height, width = pictures[0].shape[:2]
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), rate, (width, height))
    for picture in pictures:
        writer.write(np.ascontiguousarray(picture[:, :, ::-1]))
    writer.release()
    return path


def test_a_film_is_shown_at_live_looks_by_its_own_clock_and_begins_again_at_its_end(tmp_path: Path) -> None:
    brighter = [np.full((64, 64, 3), 20 + 8 * number, np.uint8) for number in range(25)]  # one second
    shown = list(played(film(tmp_path / "one.mp4", brighter), 2.0))
    assert [now for _, now in shown] == pytest.approx([look * EVERY for look in range(20)])
    light = [picture.mean() for picture, _ in shown]
    frames = [int((look % 10) * 2.5 + 1e-6) for look in range(20)]
    assert light == pytest.approx([20 + 8 * number for number in frames], abs=3.9)  # less than half a frame's step


@pytest.mark.parametrize("content", [None, b"", b"no film at all"])
def test_what_is_no_film_ends_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    path = tmp_path / "some.mp4"
    if content is not None:
        path.write_bytes(content)
    assert main(["evaluate", "steady", str(path), "--use", "headshot"]) == 2
    said = capsys.readouterr().err
    assert "Expected a film" in said
    assert "Traceback" not in said


def test_an_unknown_use_ends_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "steady", str(tmp_path / "some.mp4"), "--use", "haedshot"]) == 2
    assert "haedshot" in capsys.readouterr().err


def test_changes_of_the_cue_count_once_the_sitter_has_arrived_and_those_of_the_name_always() -> None:
    cues = tuple(Stood(since, text) for since, text in ((0.0, "a"), (1.0, "b"), (ARRIVING, ""), (9.0, "a")))
    found = Steadiness(cues, (Stood(0.0, "portrait"), Stood(2.0, "headshot")))
    assert (found.cue_changes, found.verdict_changes) == (2, 1)


@pytest.mark.models
def test_the_command_counts_under_one_use_or_under_all_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steady, "SECONDS", 1.0)
    path = film(tmp_path / "still.mp4", [sitting(astronaut())] * 10)
    assert main(["evaluate", "steady", str(path), "--use", "headshot", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert {"clip", "use", "verdict_changes", "cue_changes", "cues"} <= row.keys()
    assert (row["clip"], row["use"], row["verdict_changes"], row["cue_changes"]) == ("still.mp4", "headshot", 0, 0)
    assert all(a["text"] != b["text"] for a, b in pairwise(row["cues"]))
    assert main(["evaluate", "steady", str(path)]) == 0
    table = capsys.readouterr().out
    assert all(use in table for use in steady.USES)

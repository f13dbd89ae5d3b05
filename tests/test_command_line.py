"""`python -m framing judge`, on the packaged photographs with the real models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.__main__ import main
from framing.measures import MEASURES
from framing.types import Direction, State
from tests.photographs import astronaut, hopper

pytestmark = pytest.mark.models

KEYS = ["file", "reads_as", "probability", "subjects", "crop", "boundary", "evidence"]
KEYS += ["readings", "cues", "use", "ready"]


@pytest.fixture(scope="module")
def photographs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photographs")
    for name, pixels in (("astronaut", astronaut()), ("hopper", hopper())):
        Pillow.fromarray(pixels).save(folder / f"{name}.png")
    Pillow.fromarray(np.full((400, 300, 3), 180, np.uint8)).save(folder / "wall.png")
    (folder / "notes.jpg").write_text("no photograph")
    return folder


def judged(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[dict[str, Any]]]:
    status = main(["judge", "--json", *map(str, arguments)])
    return status, json.loads(capsys.readouterr().out)


def test_json_says_all_that_is_promised_of_every_photograph(
    capsys: pytest.CaptureFixture[str], photographs: Path
) -> None:
    status, results = judged(capsys, photographs / "astronaut.png", photographs / "hopper.png", "--use", "headshot")
    assert status == 0
    assert len(results) == 2
    for result in results:
        assert list(result) == [*KEYS, "suggested_crop"]
        crop = result["suggested_crop"]
        assert list(crop) == ["left", "top", "width", "height", "enlarged", "missed"]
        assert crop["enlarged"] == 1.0
        assert set(crop["missed"]) <= set(MEASURES)
        assert result["reads_as"] in ("headshot", "portrait")
        assert 0 <= result["probability"] <= 1
        assert result["subjects"] == 1
        assert result["use"] == "headshot"
        assert set(result["readings"]) == set(MEASURES)
        assert len(result["evidence"]) == 5
        for reading in result["readings"].values():
            assert list(reading) == ["value", "unit", "state", "because"]
            assert (reading["value"] is None) == (reading["state"] == State.ABSENT)
        for cue in result["cues"]:
            assert list(cue) == ["text", "measure", "severity", "direction", "id", "amount"]
            assert cue["severity"] in ("error", "style")
            assert cue["direction"] in set(Direction)


def test_an_empty_wall_is_neither_and_has_no_probability(capsys: pytest.CaptureFixture[str], photographs: Path) -> None:
    status, [result] = judged(capsys, photographs / "wall.png")
    assert status == 0
    told = [result[key] for key in ("reads_as", "probability", "subjects", "crop")]
    assert told == ["neither", None, 0, "none"]
    assert [c["measure"] for c in result["cues"]] == ["subjects"]
    assert result["use"] is None
    assert "suggested_crop" not in result


def test_a_file_that_fails_is_named_the_rest_go_on_and_the_exit_status_says_so(
    capsys: pytest.CaptureFixture[str], photographs: Path
) -> None:
    files = [photographs / "notes.jpg", photographs / "missing.png", photographs / "hopper.png"]
    status, results = judged(capsys, *files)
    assert status == 1
    assert [list(r) for r in results[:2]] == [["file", "error"]] * 2
    assert [r["file"] for r in results] == [str(f) for f in files]
    assert results[2]["subjects"] == 1


def test_the_use_changes_the_cues_and_never_the_verdict(capsys: pytest.CaptureFixture[str], photographs: Path) -> None:
    results = [judged(capsys, photographs / "astronaut.png", "--use", u)[1][0] for u in ("headshot", "full_length")]
    for key in ("reads_as", "probability", "crop", "evidence", "boundary"):
        assert results[0][key] == results[1][key]
    assert results[0]["cues"] != results[1]["cues"]


def test_annotated_copies_are_as_large_and_not_mirrored_above_a_panel_of_drawings(
    capsys: pytest.CaptureFixture[str], photographs: Path, tmp_path: Path
) -> None:
    status = main(["judge", str(photographs / "astronaut.png"), "--annotate", str(tmp_path / "out")])
    assert status == 0
    [path] = (tmp_path / "out").iterdir()
    whole = np.asarray(Pillow.open(path)).astype(int)
    height, width = astronaut().shape[:2]
    assert whole.shape[1] == width
    assert whole[height:].std() > 5.0
    copy = whole[:height]
    same = np.abs(copy - astronaut()).mean()
    assert same < np.abs(copy - astronaut()[:, ::-1]).mean()
    assert same > 0.5


def test_two_photographs_of_one_name_are_both_kept(photographs: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    Pillow.fromarray(hopper()).save(other / "astronaut.png")
    files = [str(folder / "astronaut.png") for folder in (photographs, other)]
    main(["judge", *files, "--annotate", str(tmp_path / "out")])
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_crops_are_written_as_they_are_told_and_never_over_another_file(
    capsys: pytest.CaptureFixture[str], photographs: Path, tmp_path: Path
) -> None:
    files = [photographs / "astronaut.png", photographs / "wall.png"]
    for _ in range(2):
        status, results = judged(capsys, *files, "--use", "passport_us", "--crops", tmp_path)
        assert status == 0
    crop, refused = (result["suggested_crop"] for result in results)
    assert "Nobody" in refused["refused"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "astronaut_passport_us-2.jpg",
        "astronaut_passport_us.jpg",
    ]
    cut = astronaut()[crop["top"] : crop["top"] + crop["height"], crop["left"] : crop["left"] + crop["width"]]
    assert crop["enlarged"] == pytest.approx(600 / crop["height"], abs=1e-3)
    with Pillow.open(tmp_path / "astronaut_passport_us.jpg") as picture:
        assert picture.size == (600, 600)
        smaller = np.asarray(picture.resize(cut.shape[1::-1])).astype(int)
    assert np.abs(smaller - cut).mean() < 5.0


def test_crops_without_a_use_are_refused_before_anything_is_judged(
    capsys: pytest.CaptureFixture[str], photographs: Path, tmp_path: Path
) -> None:
    assert main(["judge", str(photographs / "hopper.png"), "--crops", str(tmp_path / "out")]) == 2
    captured = capsys.readouterr()
    assert "--use" in captured.err
    assert not captured.out
    assert not (tmp_path / "out").exists()


def test_people_read_the_verdict_its_reasons_and_the_cues(
    capsys: pytest.CaptureFixture[str], photographs: Path
) -> None:
    assert main(["judge", str(photographs / "hopper.png"), "--use", "portrait"]) == 0
    said = capsys.readouterr().out
    assert "reads as" in said
    for difference in ("Subjects", "Crop", "Mood", "Environment", "Creativity"):
        assert difference in said


def test_an_unknown_use_is_refused_with_the_choices_before_anything_is_judged(
    capsys: pytest.CaptureFixture[str], photographs: Path
) -> None:
    assert main(["judge", str(photographs / "hopper.png"), "--use", "nonsense"]) == 2
    captured = capsys.readouterr()
    assert "headshot" in captured.err
    assert not captured.out

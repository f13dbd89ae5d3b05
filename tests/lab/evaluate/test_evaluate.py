"""Labels, the fit, and both commands on the packaged photographs."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.__main__ import main
from framing.errors import LabelsError
from framing.judge import asked, judge, read
from framing.lab.evaluate.counting import error
from framing.lab.evaluate.defects import DEFECTS, raised
from framing.lab.evaluate.fit import apart, fit
from framing.lab.evaluate.labels import photograph, read_labels
from framing.lab.evaluate.photographs import USE
from framing.measures import MEASURES
from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.types import State
from framing.verdict.terms import TERMS
from tests.photographs import astronaut, hopper

COLUMNS = ("id", "file", "reads_as", "reads_as_2", "crop", "crop_2", "clear", "defects", "source")
SOURCES = [f"source {n}" for n in range(20)]
_ONE = ("id", "file", "reads_as", "crop")
ROW = ("a", "a.jpg", "headshot", "portrait", "bust_half", "bust_half", "no", "tilted;blur", "here")


def labels(folder: Path, *rows: Sequence[str], columns: Sequence[str] = COLUMNS) -> Path:
    path = folder / "labels.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


def test_a_row_becomes_a_label(tmp_path: Path) -> None:
    (label,) = read_labels(labels(tmp_path, ROW))
    assert (label.reads_as, label.clear) == (("headshot", "portrait"), False)
    assert label.defects == {"tilted", "blur"}
    assert label.headshot == 0.5


def test_one_rater_may_speak_for_both(tmp_path: Path) -> None:
    (label,) = read_labels(labels(tmp_path, ("a", "a.jpg", "headshot", "bust_half"), columns=_ONE))
    assert (label.reads_as, label.crop) == (("headshot", "headshot"), ("bust_half", "bust_half"))
    assert (label.clear, label.defects, label.source) == (False, frozenset(), "a")


@pytest.mark.parametrize(
    ("rows", "columns", "said"),
    [
        ([], COLUMNS, "at least one"),
        ([ROW[1:]], COLUMNS[1:], "no id"),
        ([ROW, (*ROW[:2], "head shot", *ROW[3:])], COLUMNS, "line 3"),
        ([(*ROW[:4], "closeup", *ROW[5:])], COLUMNS, "face_closeup"),
        ([(*ROW[:6], "maybe", *ROW[7:])], COLUMNS, "clear"),
        ([(*ROW, "many")], (*COLUMNS, "subjects"), "3+"),
    ],
)
def test_labels_that_make_no_sense_are_named(
    tmp_path: Path, rows: list[Sequence[str]], columns: Sequence[str], said: str
) -> None:
    with pytest.raises(LabelsError, match=said):
        read_labels(labels(tmp_path, *rows, columns=columns))


def test_labels_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_bytes(b"\xff\xfe\x00id")
    with pytest.raises(LabelsError):
        read_labels(tmp_path / "labels.csv")
    with pytest.raises(LabelsError):
        read_labels(tmp_path / "missing.csv")


def test_a_photograph_is_found_in_its_folder_or_by_its_name_alone(tmp_path: Path) -> None:
    (label,) = read_labels(labels(tmp_path, ("a", "some/where/a.jpg", *ROW[2:])))
    assert photograph(label, tmp_path) == tmp_path / "a.jpg"
    (tmp_path / "some/where").mkdir(parents=True)
    (tmp_path / "some/where/a.jpg").touch()
    assert photograph(label, tmp_path) == tmp_path / "some/where/a.jpg"


def test_a_count_of_people_is_off_by_as_many_as_are_missing_or_too_many_and_at_least_three_by_missing_ones() -> None:
    assert [error("2", ours) for ours in (0, 1, 2, 3)] == [2, 1, 0, 1]
    assert [error("3+", ours) for ours in (1, 2, 3, 9)] == [2, 1, 0, 0]


@pytest.mark.parametrize("defect", DEFECTS)
def test_what_tells_of_a_defect_is_a_measure_with_a_side(defect: str) -> None:
    for name, states in DEFECTS[defect].items():
        assert asked(MEASURES[name], USE)[0] is not None, "what has no band is never raised"
        assert set(states) <= {State.LOW, State.HIGH}


def test_the_fit_keeps_every_sign_and_finds_who_speaks() -> None:
    rng = np.random.default_rng(0)
    strengths = rng.random((400, len(TERMS)))
    truths = (strengths[:, 0] - strengths[:, 2] > 0.0).astype(float)  # the third's sign is + and cannot follow
    weights = fit(strengths, truths, SOURCES * 20)
    assert all(np.sign(w) in (0.0, np.sign(t.points)) for w, t in zip(weights.points, TERMS, strict=True))
    assert weights.points[0] == max(map(abs, weights.points))
    assert weights.points[2] == 0.0
    assert all(abs(w) >= t.least for w, t in zip(weights.points, TERMS, strict=True))
    chances = weights.chance(strengths)
    assert chances[truths == 1.0].mean() > chances[truths == 0.0].mean()


def test_weights_do_not_depend_on_the_order_of_the_photographs() -> None:
    rng = np.random.default_rng(1)
    strengths, truths = rng.random((60, len(TERMS))), rng.integers(0, 2, 60).astype(float)
    order = rng.permutation(60)
    sources = np.array(SOURCES * 3)
    assert fit(strengths, truths, sources.tolist()) == fit(strengths[order], truths[order], sources[order].tolist())


def test_the_photographs_of_one_source_are_never_on_both_sides_of_a_split() -> None:
    sources = ["much"] * 9 + SOURCES
    groups = apart(sources, 5)
    assert set(groups.tolist()) == set(range(5))
    for source in set(sources):
        assert len({int(g) for g, s in zip(groups, sources, strict=True) if s == source}) == 1
    assert set(apart(["one"] * 3, 5).tolist()) == {0}


def test_what_cannot_be_told_apart_on_sources_left_out_makes_no_probability_sure() -> None:
    rng = np.random.default_rng(2)
    strengths, truths = rng.random((60, len(TERMS))), rng.integers(0, 2, 60).astype(float)
    told = fit(strengths, truths, SOURCES * 3)
    free = [p for p, t in zip(told.points, TERMS, strict=True) if t.least == 0.0]
    assert sum(map(abs, free)) < 1.0


@pytest.fixture
def packaged(tmp_path: Path) -> Path:
    """Both packaged photographs, and one that is none."""
    Pillow.fromarray(astronaut()).save(tmp_path / "astronaut.png")
    Pillow.fromarray(hopper()).save(tmp_path / "hopper.png")
    (tmp_path / "broken.png").write_text("no photograph")
    rest = ("portrait", "portrait", "bust_half", "head_and_shoulders", "yes", "", "", "1")
    rows = ((name, f"{name}.png", *rest) for name in ("astronaut", "hopper", "broken"))
    return labels(tmp_path, *rows, columns=(*COLUMNS, "subjects"))


@pytest.mark.models
def test_evaluate_tells_every_photograph_and_names_what_cannot_be_read(
    packaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    assert main(["evaluate", str(packaged), "--photos", str(tmp_path), "--json", str(out)]) == 1
    said = capsys.readouterr()
    assert "broken" in said.err
    assert "kappa" in said.out
    told = json.loads(out.read_text())
    assert [photo["id"] for photo in told["photos"]] == ["astronaut", "hopper"]
    assert {"id", "reads_as", "probability", "crop", "cues", "readings"} == set(told["photos"][0])
    assert told["summary"]["person_found"] == 1.0
    assert told["summary"]["people"] == {"of": 2, "right": 2, "close": 2, "table": {"1": {"1": 2}}}
    assert sum(map(sum, (row.values() for row in told["summary"]["confusion"][0].values()))) == 2


@pytest.mark.models
def test_fit_prints_points_for_every_term(packaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", str(packaged), "--photos", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("(now ") == len(TERMS) + 1


def test_a_folder_without_the_photographs_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(labels(tmp_path, ROW)), "--photos", str(tmp_path / "elsewhere")]) == 2
    assert "none that can be read" in capsys.readouterr().err


def test_a_head_that_is_cut_is_not_told_to_have_too_little_room_as_well() -> None:
    def told(hair_top: float, defect: str) -> bool:
        scene = sitter(face_height=0.3, eye_line=hair_top + 1.15 * 0.3)
        return raised(defect, judge(read(scene), find("headshot")))

    assert told(-0.02, "too_little_headroom")
    assert told(-0.1, "head_cut")
    assert not told(-0.1, "too_little_headroom")

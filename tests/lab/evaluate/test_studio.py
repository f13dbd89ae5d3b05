"""The studio's answers: where it differs from the guide, and weights of its own only where they are better."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from framing.__main__ import main
from framing.data import DATA
from framing.errors import WeightsError
from framing.guide import guide
from framing.judge import read
from framing.lab.evaluate.studio import fit_studio
from framing.perceive.fixed import sitter
from framing.presets import find
from framing.presets.standard import STANDARD
from framing.records.records import NAME, Records
from framing.records.values import Answer, Otherwise
from framing.school.eye import readings_of
from framing.verdict import verdict
from framing.verdict.chosen import WEIGHTS, in_use, in_use_or_own, read_weights
from framing.verdict.weights import GUIDES

NOW = 1_780_000_000.0


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What `fit --studio` writes for each of the two studios."""
    made = {}
    for studio in ("otherwise", "agrees"):
        there = tmp_path_factory.mktemp(studio)
        answered(Records(there / NAME), studio)
        assert fit_studio(there / "weights.toml", Records(there / NAME)) == 0
        made[studio] = (there / "weights.toml").read_text("utf-8")
    return made


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.setenv(DATA, str(tmp_path))
    monkeypatch.delenv(STANDARD, raising=False)
    return Records(tmp_path / NAME)


def answered(kept: Records, studio: str) -> None:
    """Sixty pictures from tight to loose in ten folders; the studio goes by the guide, or has its own mind."""
    rng = np.random.default_rng(3)
    for number in range(60):
        found = guide(sitter(face_height=float(rng.uniform(0.1, 0.42))), find("headshot"))
        readings = readings_of(found)
        tight = readings["tightness"] or 0.0
        guides = found.verdict.reads_as
        own = guides if studio == "agrees" else "headshot" if tight > 0.75 else "portrait"
        kept.answer(Answer(NOW, f"{number:064d}", "reads_as", guides, own, readings, f"{number % 10}", trainer=True))


def test_where_the_studio_differs_is_told_by_verdict_measure_and_cue(
    kept: Records, capsys: pytest.CaptureFixture[str]
) -> None:
    readings = readings_of(guide(sitter(), find("headshot")))
    told = Otherwise(NOW, "verdict", "reads_as", "headshot", "portrait", readings, "a", trainer=True)
    for seen in (
        told,
        replace(told, kind="reading", what="headroom", guides="low", own="ok"),
        replace(told, kind="cue", what="headroom.low", guides="headroom.low", own="none"),
        replace(told, kind="cue", what="yaw.high", guides="yaw.high", own="none", trainer=False),
    ):
        kept.see_otherwise(seen)
    assert main(["evaluate", "--studio"]) == 0
    said = capsys.readouterr().out
    assert "1 verdicts" in said
    assert "headshot → portrait" in said
    assert "low → ok" in said
    assert "headroom.low" in said
    assert "yaw.high" not in said, "what a trainee says is not the studio's"


def test_without_an_answer_there_is_a_sentence(kept: Records, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("evaluate", "fit"):
        assert main([command, "--studio"]) == 2
        assert "I see it otherwise" in capsys.readouterr().err
    assert not kept.there


def test_weights_that_read_as_the_studio_does_are_written_and_taken(files: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "weights.toml"
    out.write_text(files["otherwise"], "utf-8")
    weights = in_use({WEIGHTS: str(out)})
    assert weights.name.startswith("studio (")
    loose = read(sitter(face_height=0.2))
    assert verdict(loose, weights).probability < verdict(loose).probability
    assert verdict(loose, weights).weights == weights.name
    house = tmp_path / "house.toml"
    house.write_text('name = "House"\nweights = "weights.toml"\n', "utf-8")
    assert in_use({STANDARD: str(house)}) == weights


def test_weights_that_are_no_better_are_refused_with_their_figures(files: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "weights.toml"
    out.write_text(files["agrees"], "utf-8")
    with pytest.raises(WeightsError, match="of 60 right"):
        read_weights(out)
    own, problems = in_use_or_own({WEIGHTS: str(out)})
    assert own is GUIDES
    assert len(problems) == 1


def test_where_nothing_is_set_the_weights_are_the_guides_own() -> None:
    assert in_use({}) is GUIDES


BROKEN = {
    "a term that is missing": ("tightness = ", "# tightness = ", "tightness"),
    "a term that is none": ("smile = ", "smiles = ", "smile"),
    "a point of the wrong sign": ("subjects = -", "subjects = ", "subjects"),
    "a number that is none": ("lead = ", "lead = inf # ", "lead"),
    "no TOML": ("[points]", "[points", "weights.toml"),
    "too few pictures": ("pictures = 60", "pictures = 6", "30 answers"),
}


@pytest.mark.parametrize(("right", "wrong", "named"), BROKEN.values(), ids=BROKEN)
def test_a_damaged_file_of_weights_is_a_sentence(
    files: dict[str, str], tmp_path: Path, right: str, wrong: str, named: str
) -> None:
    out, text = tmp_path / "weights.toml", files["otherwise"]
    assert right in text
    out.write_text(text.replace(right, wrong), "utf-8")
    with pytest.raises(WeightsError, match=named):
        read_weights(out)


def test_judge_refuses_weights_that_make_no_sense(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(WEIGHTS, str(tmp_path / "none.toml"))
    assert main(["judge", "a.jpg", "--json"]) == 2
    assert "none.toml" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["evaluate", "--studio", "a.csv"], ["fit", "a.csv", "--photos", ".", "--out", "b"]]
)
def test_what_does_not_go_together_is_said(arguments: list[str]) -> None:
    assert main(arguments) == 2

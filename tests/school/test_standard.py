"""The school's part of a standard: its drills and its rubric, and where a mistake in them lies."""

from pathlib import Path

import pytest

from framing.errors import FramingError
from framing.presets.standard import STANDARD
from framing.school.sample import sampled
from framing.school.score import over_steps
from framing.school.standard import checked, drills, standard
from framing.school.values import AXES
from framing.session.house import by_the_house
from framing.session.settings import Settings
from framing.types import Band
from framing.verdict.weights import GUIDES

WHOLE = """\
name = "House light"
languages = ["de", "en"]

[presets.house]
extends = "headshot"
title = "House"

[drills.house_key]
title = "House key"
goal = "Place the key as the house does"
order = 5
teaches = ["light"]
seconds = 60
preset = "house"
counts = ["key_side"]
[drills.house_key.bands]
key_side = [0.3, 0.8]

[rubric]
fair = 40
good = 60
sure = 80
weights = { light = 3 }
"""


def house(folder: Path, text: str = WHOLE) -> Path:
    path = folder / "house.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_drills_of_the_standard_are_among_all_and_use_its_presets(tmp_path: Path) -> None:
    found = drills({STANDARD: str(house(tmp_path))})
    assert not found.problems
    [step] = found.drills["house_key"].steps
    assert step.preset.musts["key_side"] == Band(0.3, 0.8)
    assert step.counts == {"key_side"}
    assert set(drills({}).drills) < set(found.drills)


def test_all_shipped_drills_are_scored_by_the_studios_levels_and_weights_on_top_of_their_own(tmp_path: Path) -> None:
    ours, plain = drills({STANDARD: str(house(tmp_path))}).drills, drills({}).drills
    for name, drill in plain.items():
        rubric = ours[name].rubric
        assert (rubric.fair, rubric.good, rubric.sure) == (40, 60, 80)
        assert rubric.weights == {axis: w * (3 if axis == "light" else 1) for axis, w in drill.rubric.weights.items()}
        assert ours[name].steps == drill.steps


def test_without_a_standard_the_drills_are_the_shipped_ones() -> None:
    assert standard({}) is None
    assert not drills({}).problems


@pytest.mark.parametrize("axis", AXES)
def test_a_drill_whose_only_axes_the_studio_gives_no_weight_still_counts_one_that_it_asks_for(
    tmp_path: Path, axis: str
) -> None:
    others = "".join(f"{one} = 0\n" for one in AXES if one != axis)
    path = house(tmp_path, f'name = "One axis"\n[rubric.weights]\n{others}')
    found = drills({STANDARD: str(path)})
    assert not found.problems
    for drill in found.drills.values():
        _, axes = over_steps(drill, [sampled(())] * len(drill.steps))
        assert any(one.weight > 0.0 for one in axes if one.points is not None), drill.id


def test_a_path_to_nobodys_folder_is_a_mistake_like_any_other_file_that_is_not_there(tmp_path: Path) -> None:
    path = house(tmp_path, 'name = "Home"\nweights = "~nobody-of-that-name/w.toml"\n')
    assert by_the_house(Settings(), {STANDARD: str(path)}).weights == GUIDES
    with pytest.raises(FramingError, match=r"w\.toml"):
        checked(path)
    with pytest.raises(FramingError, match=r"h\.toml"):
        standard({STANDARD: "~nobody-of-that-name/h.toml"})


BROKEN = {
    "a measure of a drill": ("key_side = [0.3, 0.8]", "key_sid = [0.3, 0.8]", "line 17"),
    "a band of a drill": ("key_side = [0.3, 0.8]", "key_side = [0.8, 0.3]", "line 17"),
    "a preset of a drill": ('preset = "house"', 'preset = "hous"', "line 14"),
    "a key of a drill": ("seconds = 60", "second = 60", "house.toml"),
    "the time of a drill": ("seconds = 60", "seconds = 0", "line 13"),
    "the levels": ("good = 60", "good = 90", "line 19"),
    "an axis": ("light = 3", "lihgt = 3", "line 23"),
    "a level": ("fair = 40", 'fair = "low"', "line 20"),
}


@pytest.mark.parametrize(("right", "wrong", "named"), BROKEN.values(), ids=BROKEN)
def test_a_mistake_is_named_with_its_line_and_the_shipped_drills_stay(
    tmp_path: Path, right: str, wrong: str, named: str
) -> None:
    path = house(tmp_path, WHOLE.replace(right, wrong))
    found = drills({STANDARD: str(path)})
    assert set(found.drills) == set(drills({}).drills)
    assert named in str(found.problems[0])
    with pytest.raises(FramingError):
        checked(path)


@pytest.mark.parametrize(
    ("line", "named"), [('["de", "xx"]', "line 2"), ('["de"]\nweights = "none.toml"', "none.toml")]
)
def test_what_only_a_check_looks_at_is_named_too(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(FramingError, match=named):
        checked(house(tmp_path, WHOLE.replace('["de", "en"]', line)))


def test_a_whole_standard_passes_the_check(tmp_path: Path) -> None:
    assert checked(house(tmp_path)).file.name == "House light"

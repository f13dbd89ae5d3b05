"""A user's own uses beside the shipped ones."""

import os
import re
from pathlib import Path

import pytest

from framing.errors import PresetError
from framing.presets.catalogue import FOLDER, catalogue, find, load

GOOD = 'extends = "headshot"\ntitle = "Our studio"\n\n[musts]\nface_height = [0.22, 0.28]\n'


def with_files(folder: Path, **files: str) -> dict[str, str]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return {FOLDER: str(folder)}


def test_without_a_folder_there_are_the_shipped_ones_and_no_problem() -> None:
    found = catalogue({})
    assert dict(found.presets) == dict(load())
    assert found.problems == ()


def test_ones_own_use_appears_and_may_extend_a_shipped_one_or_one_beside_it(tmp_path: Path) -> None:
    environment = with_files(tmp_path, studio=GOOD, tall='extends = "studio"\ntitle = "Tall"\n')
    found = catalogue(environment)
    assert found.problems == ()
    assert set(found.presets) == {*load(), "studio", "tall"}
    assert found.presets["tall"].musts["face_height"] == (0.22, 0.28)
    assert find("studio", environment).title == "Our studio"


MISTAKES = {
    "not TOML": (GOOD + "oh no\n", 6),
    "TOML that never ends": (GOOD + "yaw = [1,\n\n", 6),
    "a key there is not": (GOOD.replace("title", "titel"), 2),
    "a table there is not": (GOOD.replace("[musts]", "[must]"), 4),
    "a band that is no band": (GOOD.replace("[0.22, 0.28]", '"large"'), 5),
    "a ratio that is none": ('title = "x"\naspect = "wide"\n', 2),
    "ends exchanged": (GOOD.replace("[0.22, 0.28]", "[0.28, 0.22]"), 5),
    "an unknown measure": (GOOD + "head_room = [0, 1]\n", 6),
    "an unknown measure in a list over several lines": ('shown = [\n  "yaw",\n  "head_room",\n]\n' + GOOD, 3),
    "a dotted key": ('extends = "headshot"\nmusts.head_room = [0, 1]\n', 2),
    "the second of two mentions": (GOOD + "[style]\nyaw = [0, 1]\nface_height = [0.2, 0.3]\n", 8),
    "a key of that name in another table": (GOOD + "[style]\nheadroom = [0, 1]\n[notes]\nheadroom = 1\n", 8),
    "no such parent": ('# mine\nextends = "headshoot"\ntitle = "x"\n', 2),
    "a parent that is itself": ('title = "x"\nextends = "broken"\n', 2),
    "an aspect without its pixels": ('extends = "headshot"\ntitle = "x"\naspect = "1:1"\n', 3),
    "a print size that is none": ('extends = "headshot"\ndpi = 0\n', 2),
    "a number beyond all numbers": (f'extends = "headshot"\ndpi = {"9" * 500}\n', 2),
}


@pytest.mark.parametrize(("text", "line"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_broken_one_is_named_with_its_line_and_the_others_still_work(tmp_path: Path, text: str, line: int) -> None:
    environment = with_files(tmp_path, studio=GOOD, broken=text)
    found = catalogue(environment)
    assert {"studio", *load()} == set(found.presets)
    (problem,) = found.problems
    assert "broken.toml" in str(problem)
    assert re.search(rf"\bline {line}\b", str(problem))
    with pytest.raises(PresetError, match=r"broken\.toml"):
        find("broken", environment)


def test_one_that_extends_a_broken_one_is_a_problem_too(tmp_path: Path) -> None:
    found = catalogue(with_files(tmp_path, broken="[", child='extends = "broken"\ntitle = "x"\n'))
    assert len(found.problems) == 2
    assert "correct broken.toml first" in str(found.problems[1])
    assert set(found.presets) == set(load())


def test_what_a_child_inherits_wrong_is_told_once_and_found_under_both_names(tmp_path: Path) -> None:
    parent = 'extends = "headshot"\ntitle = "x"\naspect = "1:1"\n'
    environment = with_files(tmp_path, parent=parent, child='extends = "parent"\n')
    (problem,) = catalogue(environment).problems
    assert "parent.toml, line 3" in str(problem)
    for name in ("parent", "child"):
        with pytest.raises(PresetError, match=r"parent\.toml, line 3"):
            find(name, environment)


def test_a_file_that_is_no_text_is_named_with_the_line_where_it_ceases_to_be(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_bytes(b'title = "x"\n\xff')
    assert "broken.toml, line 2" in str(catalogue({FOLDER: str(tmp_path)}).problems[0])


def test_a_link_to_nowhere_or_a_folder_named_like_a_file_leaves_the_others_alone(tmp_path: Path) -> None:
    environment = with_files(tmp_path, studio=GOOD)
    (tmp_path / "nowhere.toml").symlink_to(tmp_path / "gone")
    (tmp_path / "shelf.toml").mkdir()
    found = catalogue(environment)
    assert set(found.presets) == {*load(), "studio"}
    assert set(found.broken) == {"nowhere", "shelf"}


def test_numbers_and_brackets_without_end_are_a_problem_and_no_accident(tmp_path: Path) -> None:
    deep, long = "x = " + "[" * 5000, f"dpi = {'9' * 9000}"
    assert set(catalogue(with_files(tmp_path, deep=deep, long=long)).broken) == {"deep", "long"}


def test_an_unknown_name_is_not_mistaken_for_a_broken_file_that_ends_alike(tmp_path: Path) -> None:
    with pytest.raises(PresetError, match="one of the presets"):
        find("dio", with_files(tmp_path, studio="["))


def test_a_use_is_missed_because_the_folder_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PresetError, match=FOLDER):
        find("studio", {FOLDER: str(tmp_path / "nowhere")})


def test_ones_own_uses_come_after_the_shipped_ones_and_by_title(tmp_path: Path) -> None:
    environment = with_files(tmp_path, a=GOOD.replace("Our", "Your"), b=GOOD)
    assert list(catalogue(environment).presets) == [*load(), "b", "a"]


def test_the_size_of_a_print_is_taken_over_from_what_is_extended() -> None:
    assert load()["schengen"].dpi == load()["passport_us"].dpi == 300
    assert load()["yearbook"].dpi == load()["headshot"].dpi == 300


def test_a_document_with_pixels_of_its_own_has_exactly_those_unless_it_says_more(tmp_path: Path) -> None:
    ours = 'extends = "passport_us"\ntitle = "Ours"\naspect = "3:4"\npixels = [300, 400]\n'
    presets = catalogue(with_files(tmp_path, ours=ours, larger=f"{ours}most_pixels = [600, 800]\n")).presets
    assert presets["ours"].most_pixels == (300, 400)
    assert presets["larger"].most_pixels == (600, 800)


@pytest.mark.parametrize("most", ["[600, 900]", "[150, 200]"])
def test_the_most_pixels_are_in_the_aspect_and_no_fewer_than_the_least(tmp_path: Path, most: str) -> None:
    ours = f'extends = "passport_us"\ntitle = "Ours"\naspect = "3:4"\npixels = [300, 400]\nmost_pixels = {most}\n'
    (problem,) = catalogue(with_files(tmp_path, ours=ours)).problems
    assert "most_pixels" in str(problem)
    assert "line 5" in str(problem)


def test_a_shipped_name_is_not_replaced(tmp_path: Path) -> None:
    found = catalogue(with_files(tmp_path, headshot=GOOD))
    assert dict(found.presets) == dict(load())
    assert "headshot.toml" in str(found.problems[0])


def test_a_folder_that_is_not_there_is_a_problem_and_the_shipped_ones_work(tmp_path: Path) -> None:
    found = catalogue({FOLDER: str(tmp_path / "nowhere")})
    assert set(found.presets) == set(load())
    assert FOLDER in str(found.problems[0])


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    environment = with_files(tmp_path, studio=GOOD)
    assert catalogue(environment).presets["studio"].title == "Our studio"
    with_files(tmp_path, studio=GOOD.replace("Our studio", "Another"))
    os.utime(tmp_path / "studio.toml", ns=(1, 1))
    assert catalogue(environment).presets["studio"].title == "Another"


@pytest.mark.parametrize("name", ["~nobody_of_that_name/presets", __file__])
def test_what_is_no_folder_is_a_problem_and_the_shipped_ones_work(name: str) -> None:
    found = catalogue({FOLDER: name})
    assert set(found.presets) == set(load())
    assert FOLDER in str(found.problems[0])

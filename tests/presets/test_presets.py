"""What may be written in a preset, what extending one means, and the sentence each mistake gets."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from framing.errors import PresetError
from framing.measures import MEASURES
from framing.presets.catalogue import find, load
from framing.types import Band, Preset

WHOLE = """
title = "Badge"
aspect = "3:4"
pixels = [480, 640]
reads_as = "headshot"
shape = "rectangle"
source = "the front desk"
[musts]
face_height = [0.3, 0.4]
[style]
yaw = [-10, 10]
"""


def read(folder: Path, text: str = WHOLE, name: str = "badge") -> Preset:
    (folder / f"{name}.toml").write_text(text, "utf-8")
    return load(folder)[name]


def refused(folder: Path, text: str, name: str = "badge") -> str:
    with pytest.raises(PresetError) as error:
        read(folder, text, name)
    assert f"{name}.toml" in str(error.value), "the sentence names the file"
    return str(error.value)


# --- what may be written ---------------------------------------------------------------------------------------------


def test_a_preset_bears_the_name_of_its_file_and_says_what_it_was_told(tmp_path: Path) -> None:
    badge = read(tmp_path)
    assert (badge.name, badge.title, badge.aspect, badge.pixels) == ("badge", "Badge", 0.75, (480, 640))
    assert (badge.reads_as, badge.shape, badge.source) == ("headshot", "rectangle", "the front desk")
    assert badge.musts == {"face_height": Band(0.3, 0.4)}
    assert badge.style == {"yaw": Band(-10.0, 10.0)}


@pytest.mark.parametrize("aspect", ['"3:4"', "[3, 4]", "[0.75, 1]", '" 3 : 4 "'])
def test_an_aspect_is_a_ratio_however_it_is_written(tmp_path: Path, aspect: str) -> None:
    assert read(tmp_path, WHOLE.replace('"3:4"', aspect)).aspect == 0.75


@pytest.mark.parametrize("end", ["inf", '"inf"', "+inf"])
def test_a_band_may_stay_open_at_an_end(tmp_path: Path, end: str) -> None:
    assert read(tmp_path, WHOLE.replace("0.4]", f"{end}]")).musts["face_height"] == Band(0.3, float("inf"))


def test_pixels_may_round_an_aspect_that_no_whole_number_meets(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE.replace("[480, 640]", "[481, 641]")).pixels == (481, 641)


def test_a_file_saved_by_a_windows_editor_with_a_byte_order_mark_reads_like_any_other(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + WHOLE).title == "Badge"


def test_presets_come_sorted_by_title(tmp_path: Path) -> None:
    read(tmp_path, WHOLE.replace("Badge", "Zoom"), "a")
    read(tmp_path, WHOLE.replace("Badge", "Author"), "b")
    assert list(load(tmp_path)) == ["b", "a"]


def test_the_shipped_presets_are_read_once_and_found_by_name() -> None:
    assert load() is load()
    assert find("headshot") is load()["headshot"]


# --- extends ---------------------------------------------------------------------------------------------------------


def test_a_child_takes_from_its_parent_whatever_it_does_not_say(tmp_path: Path) -> None:
    badge = read(tmp_path)
    child = read(tmp_path, 'extends = "badge"\ntitle = "Visitor"', "visitor")
    assert child.title == "Visitor"
    assert (child.aspect, child.pixels, child.musts, child.style) == (
        badge.aspect,
        badge.pixels,
        badge.musts,
        badge.style,
    )


def test_a_childs_band_replaces_its_parents_and_leaves_the_others(tmp_path: Path) -> None:
    read(tmp_path)
    child = read(tmp_path, 'extends = "badge"\n[musts]\nface_height = [0.2, 0.3]\nroll = [-5, 5]', "visitor")
    assert child.musts == {"face_height": Band(0.2, 0.3), "roll": Band(-5.0, 5.0)}
    assert child.style == {"yaw": Band(-10.0, 10.0)}


def test_a_measure_moves_where_the_child_puts_it(tmp_path: Path) -> None:
    read(tmp_path)
    child = read(tmp_path, 'extends = "badge"\nshown = ["face_height"]\n[musts]\nyaw = [-5, 5]', "visitor")
    assert child.musts == {"yaw": Band(-5.0, 5.0)}
    assert child.style == {}
    assert child.shown == {"face_height"}


def test_what_a_parent_only_shows_a_grandchild_still_only_shows(tmp_path: Path) -> None:
    read(tmp_path, 'shown = ["smile"]' + WHOLE)
    read(tmp_path, 'extends = "badge"\nshown = ["headroom"]', "visitor")
    assert read(tmp_path, 'extends = "visitor"', "guest").shown == {"smile", "headroom"}


def test_extending_in_a_circle_is_refused_by_the_whole_circle(tmp_path: Path) -> None:
    (tmp_path / "visitor.toml").write_text('extends = "badge"', "utf-8")
    sentence = refused(tmp_path, 'extends = "visitor"')
    assert "badge → visitor → badge" in sentence
    assert "remove extends" in sentence


def test_a_preset_that_extends_itself_is_refused(tmp_path: Path) -> None:
    assert "badge → badge" in refused(tmp_path, 'extends = "badge"' + WHOLE)


def test_a_missing_parent_is_refused_with_the_nearest_name_there_is(tmp_path: Path) -> None:
    read(tmp_path, WHOLE, "studio")
    sentence = refused(tmp_path, 'extends = "stdio"')
    assert "'stdio'" in sentence
    assert "write studio" in sentence


# --- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "remedy"), [("wedding", "choose one"), ("headshots", "write headshot")])
def test_an_unknown_preset_is_answered_with_the_choices(name: str, remedy: str) -> None:
    with pytest.raises(PresetError) as error:
        find(name)
    assert repr(name) in str(error.value)
    assert remedy in str(error.value)
    assert all(choice in str(error.value) for choice in load())


def test_a_folder_without_presets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PresetError, match="name a folder that holds some"):
        load(tmp_path)


def test_broken_toml_is_refused_with_its_line_and_column(tmp_path: Path) -> None:
    sentence = refused(tmp_path, 'title = "Badge"\naspect 3:4\n')
    assert "line 2, column 8" in sentence
    assert "correct that line" in sentence


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "badge.toml").write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(PresetError, match=r"badge\.toml.*save it as UTF-8"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "right", "remedy"),
    [
        ("titel = 'x'\n", "'titel'", "write title"),
        ("notes = 'x'\n", "'notes'", "remove it"),
        ("musts = 3\n", "a measure = [low, high] on each line", "correct musts"),
        ("extends = ''\n", "the name of another preset", "correct extends"),
    ],
)
def test_a_key_that_does_not_belong_is_refused(tmp_path: Path, wrong: str, right: str, remedy: str) -> None:
    sentence = refused(tmp_path, wrong + WHOLE.replace("[musts]\nface_height = [0.3, 0.4]", ""))
    assert right in sentence
    assert remedy in sentence


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ('"3:4"', '"tall"', "a ratio of width to height"),
        ('"3:4"', '"3:0"', "a ratio of width to height"),
        ("[480, 640]", "[480.5, 640]", "[width, height] in whole pixels"),
        ("[480, 640]", "[0, 0]", "[width, height] in whole pixels"),
        ("[480, 640]", "[true, 640]", "[width, height] in whole pixels"),
        ("[480, 640]", "[100000, 100000]", "at most 12,000 a side"),
        ("[480, 640]", "[11000, 11000]", "100 million together"),
        ('"Badge"', f'"{"long " * 20}"', "80 characters at most"),
        ('"Badge"', '"Badge"\ndpi = 5000', "up to 2,400"),
        ("[0.3, 0.4]", "[false, true]", "[low, high]"),
        ('"headshot"', '"selfie"', "headshot, portrait or either"),
        ('"rectangle"', '"oval"', "rectangle or circle"),
        ('"the front desk"', '"  "', "who says so"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_would(
    tmp_path: Path, was: str, becomes: str, expected: str
) -> None:
    sentence = refused(tmp_path, WHOLE.replace(was, becomes))
    assert expected in sentence
    assert "correct " in sentence


@pytest.mark.parametrize("key", ["title", "aspect", "pixels", "reads_as", "shape", "source"])
def test_a_preset_that_leaves_something_out_is_refused(tmp_path: Path, key: str) -> None:
    kept = [line for line in WHOLE.splitlines() if not line.startswith(f"{key} =")]
    sentence = refused(tmp_path, "\n".join(kept))
    assert f"{key} = ..." in sentence
    assert "extend a preset that has it" in sentence


def test_pixels_that_do_not_agree_with_the_aspect_are_refused_with_some_that_do(tmp_path: Path) -> None:
    sentence = refused(tmp_path, WHOLE.replace("[480, 640]", "[640, 640]"))
    assert "3:4" in sentence
    assert "pixels = [480, 640]" in sentence


def test_a_band_with_its_ends_exchanged_is_refused(tmp_path: Path) -> None:
    sentence = refused(tmp_path, WHOLE.replace("[0.3, 0.4]", "[0.4, 0.3]"))
    assert "musts.face_height" in sentence
    assert "write the smaller number first" in sentence


@pytest.mark.parametrize("band", ["[0.3]", "[0.1, 0.2, 0.3]", "0.3", '["a", "b"]'])
def test_a_band_that_is_not_two_numbers_is_refused(tmp_path: Path, band: str) -> None:
    sentence = refused(tmp_path, WHOLE.replace("[0.3, 0.4]", band))
    assert "[low, high] at musts.face_height" in sentence


def test_a_band_that_is_not_a_number_is_refused(tmp_path: Path) -> None:
    assert "write a number" in refused(tmp_path, WHOLE.replace("[0.3, 0.4]", "[nan, 0.4]"))


@pytest.mark.parametrize("place", ["musts", "style", "shown"])
def test_an_unknown_measure_is_refused_with_the_nearest_name_there_is(tmp_path: Path, place: str) -> None:
    extra = 'shown = ["head_room"]' + WHOLE
    text = extra if place == "shown" else WHOLE.replace(f"[{place}]", f"[{place}]\nhead_room = [0.0, 1.0]")
    sentence = refused(tmp_path, text)
    assert f"{place}.head_room" in sentence
    assert "write headroom" in sentence


def test_a_measure_that_resembles_none_is_answered_with_them_all(tmp_path: Path) -> None:
    sentence = refused(tmp_path, WHOLE.replace("yaw", "xyzzy"))
    assert all(name in sentence for name in MEASURES)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("[style]", "[style]\nface_height = [0.3, 0.4]"), ("title", "shown = ['face_height']\ntitle")],
)
def test_a_measure_in_two_places_is_refused(tmp_path: Path, was: str, becomes: str) -> None:
    sentence = refused(tmp_path, WHOLE.replace(was, becomes))
    assert "face_height" in sentence
    assert "keep one of the two" in sentence


# --- files that were made to do harm ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# more\n" * 8_000 + "[musts]\n" + "# more\n" * 1_000 + "head_room = [0, 1]",
        "musts = {" + ", ".join(f"m{number} = [0, 1]" for number in range(3_000)) + "}",
        "shown = [\n" + '"yaw",\n' * 6_000 + '"head_room"]',
        ".".join("a" * 30_000) + " = 1",
        f"{'k' * 60_000} = 1",
        f"[musts]\n{'k' * 60_000} = [0, 1]",
        f"a = {'[' * 30_000}",
        f"pixels = [{'9' * 4_000}, 1]",
        f"pixels = [{'9' * 6_000}, 1]",
        f"# {'x' * 64_000}",
    ],
    ids=lambda text: f"{text[:12]!r}, {len(text)}",
)
def test_a_file_however_long_is_refused_by_a_short_sentence_and_no_line_is_read_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    read_bytes: list[int] = []
    loads = tomllib.loads

    def counted(text: str) -> dict[str, Any]:
        read_bytes.append(len(text))
        return loads(text)

    monkeypatch.setattr("tomllib.loads", counted)
    assert len(refused(tmp_path, text)) < 1_000
    assert sum(read_bytes) <= 2 * len(text), "once to read it, once to find the line"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("", 3),
        ("# a # [comment] with \"quotes\n", 4),
        ("source = 'it''s'\n".replace("''", ""), 4),
        ('source = """\n# [musts]\n\\""" "quoted\""""\n', 6),
        ("source = '''\n# \"\"\" [musts]\n'''\n", 6),
        ('shown = [ # ]\n  "yaw", "]", # [\n]\n', 6),
        ("style = {yaw = [0, 1], roll = [0, 1]}\n", 4),
    ],
)
def test_the_line_is_found_past_whatever_may_stand_before_it(tmp_path: Path, before: str, line: int) -> None:
    assert f"badge.toml, line {line}" in refused(tmp_path, f"{before}[musts]\nroll = [0, 1]\nheadroom = [1, true]\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among this system's files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "badge.toml")
    with pytest.raises(PresetError, match=r"badge\.toml"):
        load(tmp_path)

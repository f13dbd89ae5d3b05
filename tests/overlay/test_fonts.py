"""Words are painted with a font that has their letters; where there is none, that is known beforehand."""

import numpy as np
import pytest
from PIL import ImageFont

from framing.overlay import fonts
from framing.overlay.fonts import font, lacking, leftward
from framing.overlay.shapes import Caption, Spot, Status
from framing.overlay.text import Lines, Sign, patch, settings
from framing.say.language import OFFERED, language
from framing.types import Direction


@pytest.mark.parametrize("code", [code for code in OFFERED if code != "ja"])
def test_every_installation_can_paint_the_name_of_the_language(code: str) -> None:
    assert lacking(language(code).name) == ""


@pytest.mark.parametrize("letters", ["أبت", "äß", "é", "−×°·"])
def test_what_can_be_painted_is_no_row_of_boxes(letters: str) -> None:
    box = font("\uffff", 32, bold=True).getmask("\ue123")
    assert all(bytes(font(letters, 32, bold=True).getmask(one)) != bytes(box) for one in letters)


def test_arabic_letters_are_joined() -> None:
    joined, apart = "ببب", "ب\u200cب\u200cب"
    assert font(joined, 32, bold=True).getlength(joined) < font(apart, 32, bold=True).getlength(apart)


def test_without_a_font_for_japanese_the_package_that_brings_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_cjk", lambda *_: None)
    assert lacking("日本語") == "fonts-noto-cjk"
    assert isinstance(font("日本語", 16, bold=False), ImageFont.FreeTypeFont), "it is painted all the same"


def test_without_shaping_arabic_is_not_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framing.overlay.fonts.features.check", lambda *_: False)
    assert lacking("العربية") == "libfribidi0"
    assert lacking("Deutsch") == ""


def test_arabic_hebrew_and_mixed_words_run_to_the_left_and_no_others() -> None:
    assert all(leftward(words) for words in ("العربية", "עברית", "86% لقطة"))
    assert not any(leftward(words) for words in ("Deutsch", "日本語", "86%", ""))


def centre_of_ink(lines: Lines, direction: Direction) -> float:
    """Where the words and the sign have their weight, 0 left to 1 right, of a status sign; the accent is the sign's."""
    light = patch(lines, 32, Sign(direction, Status.CARE)).light.astype(int)
    colourful = (light.max(axis=2) - light.min(axis=2)) > 60
    return float(np.nonzero(colourful)[1].mean()) / float(light.shape[1])


def test_the_sign_stands_where_the_words_begin_and_an_arrow_where_it_points() -> None:
    latin, arabic = (settings(Caption(words, Spot.LOW, Status.CARE))[0] for words in ("Room left", "الفراغ يسارا"))
    assert centre_of_ink(latin, Direction.NONE) < 0.5 < centre_of_ink(arabic, Direction.NONE)
    assert centre_of_ink(arabic, Direction.LEFT) < 0.5 < centre_of_ink(arabic, Direction.RIGHT)


def test_japanese_breaks_at_a_comma_and_begins_no_line_with_a_sign() -> None:
    halves = settings(Caption("レンズを見てください、顔を上げて", Spot.LOW, Status.PLAIN))[1]
    assert halves[0][0].text.endswith("、")
    whole = settings(Caption("あっあっあっあっ", Spot.LOW, Status.PLAIN))[1]
    assert not whole[1][0].text.startswith("っ")

"""The report of a run: all that it must say, in every language, as a page and as a PDF with its letters in it."""

import re
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import pytest

from framing.certificate.chart import trend_svg
from framing.certificate.page import page
from framing.certificate.pdf import pdf
from framing.certificate.report import Report, report
from framing.jpeg import jpeg
from framing.records.values import Kept, Trainee
from framing.say import ENGLISH, language
from framing.school.values import AXES, Rubric
from tests.photographs import astronaut
from tests.records.making import attempt

NOW = 1_780_000_000.0
PICTURE = jpeg(astronaut()[:200, 100:300].copy())
WHO = {"en": "14", "de": "Jürgen <Groß>", "ja": "山田 太郎", "ar": "ليلى حداد"}


def made(code: str = "en", runs: int = 4, **how: Any) -> Report:
    trainee = Trainee(1, WHO[code], NOW, pictures=True)
    kept = [Kept(n, trainee, replace(attempt(50 + 8 * n, NOW + 86_400 * n), **how)) for n in range(runs)]
    kept.insert(0, Kept(99, trainee, attempt(88, NOW - 1, "headroom")))
    return report(kept[-1], kept, language(code), Rubric())


def test_it_says_who_what_when_how_well_and_by_which_standard() -> None:
    told = made(standard="House light", hash="3fa9c1d2ab01" + "0" * 52, guide="0.1.0", before=PICTURE, after=PICTURE)
    shown = page(told)
    wanted = ("14", "Place the key", "31 May 2026", ">74<", "House light", "3fa9c1d2ab01", "0.1.0", "2:04", "usual 5")
    for said in wanted:
        assert said in shown, said
    assert "3fa9c1d2ab010" not in shown, "twelve digits"
    assert len(told.axes) == len(AXES)
    assert shown.count("data:image/jpeg") == 2
    assert "up a run" in told.trend
    assert [done.runs for done in told.drills] == ["4", "1"]


def test_without_pictures_and_with_one_run_it_is_whole_too() -> None:
    told = made(runs=1)
    assert "data:image/jpeg" not in page(told)
    assert pdf(told).startswith(b"%PDF-")


def test_the_page_needs_nothing_else_and_a_name_is_no_markup() -> None:
    shown = page(made("de", before=PICTURE))
    assert "Jürgen &lt;Groß&gt;" in shown
    assert not re.search(r"<script|<link|@import|url\((?!#)|(?:src|href)=\"(?!data:|#)", shown)


@pytest.mark.parametrize("code", WHO)
def test_it_reads_in_the_direction_of_its_language(code: str) -> None:
    shown = page(made(code))
    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">' in shown


@pytest.mark.parametrize("code", WHO)
def test_the_pdf_has_the_fonts_of_its_letters_in_it(code: str) -> None:
    if code == "ja" and find_spec("matplotlib_fontja") is None:
        pytest.skip("matplotlib-fontja is not installed: requirements.txt names it")
    sheet = pdf(made(code, before=PICTURE))
    assert b"DejaVuSans" in sheet
    assert code != "ja" or b"IPAexGothic" in sheet


def test_the_chart_is_a_drawing_that_asks_for_nothing_and_shows_the_last_ten_runs() -> None:
    many = trend_svg([(NOW + n, 40.0 + n) for n in range(25)], ENGLISH)
    assert "http://" not in many.replace("http://www.w3.org/", "")
    assert ">64<" in many
    assert ">40<" in many, "the axis"
    assert trend_svg([(NOW, 50.0)], ENGLISH).startswith("<svg")


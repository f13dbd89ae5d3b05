"""What is meant becomes words of one language: blanks, numbers, plurals, and English where there is no translation."""

from importlib import import_module

import pytest

from framing.errors import LanguageError
from framing.say.catalogue import Catalogue, blanks, catalogue
from framing.say.language import LANGUAGES, OFFERED, Language, best, language, number, translate
from framing.say.symbols import symbols
from framing.types.message import counted, filled

SHARE = filled("face {share:.0%} of the height", share=0.276)


def speaking(monkeypatch: pytest.MonkeyPatch, words: Catalogue, code: str = "de") -> Language:
    """The language with these translations and no others."""
    monkeypatch.setattr(import_module("framing.say.language"), "catalogue", lambda _: words)
    return language(code)


def test_english_is_what_the_message_says_of_itself() -> None:
    assert translate(language("en"), "Come closer") == "Come closer"
    assert translate(language("en"), SHARE) == str(SHARE) == "face 28% of the height"


def test_a_message_without_a_translation_is_said_in_english_with_the_numbers_of_the_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    german = speaking(monkeypatch, Catalogue())
    assert translate(german, "Come closer") == "Come closer"
    assert translate(german, SHARE) == "face 28\N{NO-BREAK SPACE}% of the height"


def test_blanks_may_stand_in_any_order_and_a_message_may_fill_one(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"{who} at {far:.1f} m": "auf {far:.1f} m {who}", "one person": "eine Person"}
    message = filled("{who} at {far:.1f} m", who="one person", far=1.25)
    assert translate(speaking(monkeypatch, Catalogue(words)), message) == "auf 1,2 m eine Person"
    assert str(message) == "one person at 1.2 m"


@pytest.mark.parametrize(("code", "said"), [
    ("en", "−1,234.5 66%"), ("de", "−1.234,5 66\N{NO-BREAK SPACE}%"), ("ja", "−1,234.5 66%"),
    ("ar", "\u200e−1,234.5 66\u200e%\u200e"),
])  # fmt: skip
def test_numbers_are_written_as_the_language_writes_them(code: str, said: str) -> None:
    spoken = language(code)
    assert f"{number(spoken, -1234.5, ',.1f')} {number(spoken, 0.66, '.0%')}" == said


def test_a_language_that_is_written_with_digits_of_its_own_gets_them() -> None:
    assert {ord("7"): "٧"}.items() <= symbols("ar_EG").table.items()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("value", [-0.04, -0.0, 0.04])
def test_what_rounds_to_nothing_has_no_sign(code: str, value: float) -> None:
    assert number(language(code), value, ".1f") == number(language(code), 0.0, ".1f")


def test_english_counts_in_two_ways_and_arabic_in_six() -> None:
    def people(count: int) -> str:
        return str(counted("{n:d} picture", "{n:d} pictures", n=count))

    assert [people(n) for n in (0, 1, 2)] == ["0 pictures", "1 picture", "2 pictures"]
    assert {catalogue("ar").form(n) for n in range(120)} == set(range(6))
    assert {catalogue("ja").form(n) for n in range(120)} == {0}


def test_a_count_takes_the_form_of_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Catalogue(plurals={"{n:d} pictures": ("ein Bild", "{n:d} Bilder")})
    german = speaking(monkeypatch, words)
    said = [translate(german, counted("{n:d} picture", "{n:d} pictures", n=n)) for n in (0, 1, 2)]
    assert said == ["0 Bilder", "ein Bild", "2 Bilder"]
    assert translate(language("en"), counted("{n:d} picture", "{n:d} pictures", n=1)) == "1 picture"


def test_a_language_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(LanguageError, match=r"en, .*de.*'tlh'"):
        language("tlh")


def test_a_language_names_itself_and_arabic_alone_runs_to_the_left() -> None:
    assert [language(code).name for code in ("en", "de", "ja", "ar")] == ["English", "Deutsch", "日本語", "العربية"]
    assert {code for code in OFFERED if language(code).direction == "rtl"} == {"ar"}


@pytest.mark.parametrize(("wishes", "code"), [
    ("", "en"), ("de-CH,de;q=0.9,en;q=0.8", "de"), ("fr,ja;q=0.7,de;q=0.9", "de"), ("fr", "en"), ("AR-eg", "ar"),
    ("ja;q=0,de;q=0.1", "de"), ("*", "en"), (";;,q=,de;q=much,ja", "ja"), ("qps", "en"),
])  # fmt: skip
def test_the_browsers_first_wish_among_the_languages_there_are(wishes: str, code: str) -> None:
    assert best(wishes) == code


def test_the_pseudo_language_brackets_and_lengthens_every_message_and_keeps_its_blanks() -> None:
    said = translate(language("qps"), SHARE)
    assert said.startswith("⟦")
    assert said.endswith("⟧")
    assert "28%" in said
    assert len(said) > 1.3 * len(str(SHARE))
    assert translate(language("qps"), "") == ""


def test_a_broken_pattern_has_blanks_that_no_other_has() -> None:
    assert blanks("{share") != blanks("{share}")
    assert blanks("{share:.0%} of {whole}") == {("share", ".0%"), ("whole", "")}

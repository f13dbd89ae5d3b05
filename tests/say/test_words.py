"""Every language says all that the guide says, and only that, with the same blanks."""

from dataclasses import fields
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from framing.guide import guide
from framing.lab.words.code import written
from framing.lab.words.said import Said, everything
from framing.lab.words.template import bring_up_to_date, state, template
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import load
from framing.say import language, say
from framing.say.catalogue import FOLDER, catalogue, usable
from framing.say.language import LANGUAGES, OFFERED
from framing.types import Viewer

FILES = sorted(FOLDER.glob("*.po"))
HEADER = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture(scope="module")
def said() -> list[Said]:
    """All that is said today."""
    return list(everything())


@pytest.fixture(scope="module")
def now(said: list[Said]) -> Catalog:
    """The same as a template."""
    return template(said)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_lacks_no_message_and_keeps_none_that_is_no_longer_said(path: Path, now: Catalog) -> None:
    found = state(path.stem, path.read_bytes(), now)
    assert found.missing == ()
    assert found.unused == ()
    assert found.text == path.read_bytes(), "run make words"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_translation_that_is_written_is_used(path: Path) -> None:
    with path.open("rb") as file:
        read = [entry for entry in read_po(file, locale=path.stem) if entry.id]
    assert [entry.id for entry in read if not usable(entry)] == []
    words = catalogue(path.stem)
    assert len(words.messages) + len(words.plurals) == len(read)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_caption_of_a_drawing_stays_short(path: Path, said: list[Said]) -> None:
    words = catalogue(path.stem).messages
    captions = {one.text for one in said if "caption" in one.note}
    assert [words[text] for text in captions if len(words[text]) > 32] == []


def test_there_is_more_than_one_language_to_read() -> None:
    assert {"de", "ja", "ar"} <= set(OFFERED)


def test_a_new_message_is_missing_and_a_changed_one_is_set_aside_with_its_translation() -> None:
    written = HEADER + b'msgid "Come closer"\nmsgstr "Naeher"\n'
    now = template([Said("Come nearer", "a.py"), Said("Go", "b.py"), Said("Go", "c.py")])
    found = state("de", written, now)
    assert (found.missing, found.unused) == (("Come nearer", "Go"), ("Come closer",))
    assert b'#~ msgstr "Naeher"' in found.text
    again = state("de", found.text, now)
    assert again.text == found.text, "the same messages make the same file"


@pytest.mark.parametrize("wrong", ["{part:.0%} hoch", "hoch", "{share} hoch", "{share:.0% hoch"])
def test_a_translation_with_other_blanks_counts_as_missing_and_is_never_said(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = HEADER + f'msgid "{{share:.0%}} high"\nmsgstr "{wrong}"\n\nmsgid "Go"\nmsgstr "Los"\n'.encode()
    assert state("de", written, template([Said("{share:.0%} high", "a.py")])).missing == ("{share:.0%} high",)
    (tmp_path / "tlh.po").write_bytes(written)
    monkeypatch.setattr("framing.say.catalogue.FOLDER", tmp_path)
    assert catalogue("tlh").messages == {"Go": "Los"}


def test_a_remedy_is_collected_as_whole_sentences_for_every_viewer_and_distance(said: list[Said]) -> None:
    cues = {one.text for one in said if one.place.endswith("/centring.py") and one.note == "a cue"}
    assert {"Move a little to your left", "Ask them to move quite a bit to their right"} <= cues
    assert not any("{" in text for text in cues)


@pytest.mark.parametrize(("code", "messages"), [
    ('PhotoError("a photo", filled("{name} is empty", name=n), "go")', ["a photo", "{name} is empty", "go"]),
    ('filled("to the {side}", side="left" if x else "right")', ["to the {side}", "left", "right"]),
    ('_NAMES: dict[str, Message] = {"key": "Name", "other": filled("{a} and", a=1)}', ["Name", "{a} and"]),
    ('def f(x: float) -> Message:\n    """Not this."""\n    return "low" if x < 1 else "high"', ["low", "high"]),
    ('def many() -> Iterator[Message]:\n    yield "one"', ["one"]),
    ('translate(language, "said")', ["said"]),
    ('_KINDS: Mapping[Message, set[str]] = {"clutter": {"measure"}}', ["clutter"]),
    ('def f() -> tuple[Kind, Message]:\n    return "must", "change" if x else "low"', ["change", "low"]),
    ('_STEPS: tuple[tuple[float, Message], ...] = ((0.1, "a step"), (0.2, "two"), (0.3, "three"))',
     ["a step", "two", "three"]),
    ('_MOVED = {("back", "x"): "About {d} back"}\nfilled(_MOVED["back", name], d=1)', ["About {d} back"]),
    ('def f() -> Message | None:\n    return "said" if x else None', ["said"]),
    ('_WORDS = "said"\ntranslate(language, _WORDS)', ["said"]),
    ('wish, found = "a folder", "none"\nraise WriteError(wish, found, "tell them")', ["a folder", "none", "tell them"]),
    ('name: str = "key"\nother("thing")\nd.get("k")', []),
])  # fmt: skip
def test_the_messages_in_code_are_found_where_they_are_said(code: str, messages: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(code)
    assert sorted(found.text for found in written(tmp_path)) == sorted(messages)


def test_a_count_is_found_with_both_its_english_forms(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('filled("{what}", what=counted("{n} pixel", "{n} pixels", n=1))')
    assert {(found.text, found.one) for found in written(tmp_path)} == {("{what}", ""), ("{n} pixels", "{n} pixel")}


def test_the_files_are_brought_up_to_date_in_their_folder(tmp_path: Path) -> None:
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert {one.code for one in bring_up_to_date(tmp_path)} == {path.stem for path in FILES}
    assert all((tmp_path / path.name).read_bytes() == path.read_bytes() for path in FILES)


def vars_of(part: Any) -> list[str]:
    """The strings among the fields of a value."""
    return [value for field in fields(part) if isinstance(value := getattr(part, field.name), str)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_look_is_told_in_every_language_with_no_blank_left_open(code: str) -> None:
    for preset, scene, viewer in product(load().values(), (sitter(), empty_room()), Viewer):
        told = say(guide(scene, preset), viewer, language(code))
        said = [told.boundary, *told.cues, *vars_of(told.headline), *((told.cue and vars_of(told.cue)) or ())]
        said += [text for part in (*told.reasons, *told.groups) for text in vars_of(part)]
        said += [text for group in told.groups for row in group.rows for text in vars_of(row)]
        assert not [text for text in said if "{" in text]

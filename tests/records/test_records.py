"""The school's record: opt-in, whole, one file, found by a secret alone, and gone when it is erased."""

import multiprocessing
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import RecordError
from framing.records.file import MARK, VERSION
from framing.records.records import Records
from framing.records.values import Answer, Otherwise
from tests.records.making import SCORES, attempt

PICTURE = b"\xff\xd8" + b"picture" * 3000
NOW = 1_780_000_000.0
SEEN = Otherwise(NOW, "cue", "headroom.low", "headroom.low", "none", {"headroom": 0.02, "smile": None}, "sitting")
SAID = Answer(NOW, "0" * 64, "reads_as", "headshot", "portrait", {"headroom": 0.1}, "folder")


@pytest.fixture
def kept(tmp_path: Path) -> Records:
    return Records(tmp_path / "new" / "school.db")


def test_asking_makes_no_file(kept: Records) -> None:
    assert not any((kept.trainees(), kept.attempts(), kept.answers(), kept.otherwise()))
    assert kept.trainee("nobody's") is None
    assert kept.keep("nobody's", attempt()) is None
    kept.answer(SAID, "nobody's")
    assert not kept.forget(1)
    assert not kept.forget_all()
    assert not kept.path.parent.exists()


def test_only_its_owner_can_read_the_one_file(kept: Records) -> None:
    kept.enrol("14", NOW, pictures=False)
    assert [path.name for path in kept.path.parent.iterdir()] == ["school.db"]
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700


def test_a_trainee_is_found_by_their_token_and_by_nothing_else(kept: Records) -> None:
    one, token = kept.enrol(" Ada  Lovelace ", NOW, pictures=True)
    assert kept.trainee(token) == one
    assert one.name == "Ada Lovelace"
    for guess in ("", str(one.id), one.name, token[:-1], token.swapcase(), "\udcff"):
        assert kept.trainee(guess) is None
    assert token.encode() not in kept.path.read_bytes(), "who reads the file learns no token"


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\x00b", "a\u202eb"])
def test_a_name_that_none_can_bear_is_refused_and_nothing_is_made(kept: Records, name: str) -> None:
    with pytest.raises(RecordError):
        kept.enrol(name, NOW, pictures=False)
    assert not kept.there


@settings(max_examples=40)
@given(st.lists(SCORES, min_size=1, max_size=3))
def test_whatever_was_scored_comes_back_as_it_was(scores: list) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as folder:
        kept = Records(Path(folder) / "school.db")
        one, token = kept.enrol("14", NOW, pictures=False)
        handed_in = [replace(attempt(at=NOW + n), score=score) for n, score in enumerate(scores)]
        for each in handed_in:
            assert kept.keep(token, each) is not None
        assert [found.attempt for found in kept.attempts(one.id, pictures=True)] == handed_in


def test_pictures_are_kept_only_of_who_wants_them_kept(kept: Records) -> None:
    for wanted in (True, False):
        one, token = kept.enrol("14", NOW, pictures=wanted)
        kept.keep(token, attempt(before=PICTURE, after=PICTURE))
        [found] = kept.attempts(one.id, pictures=True)
        assert (found.attempt.before, found.attempt.after) == ((PICTURE, PICTURE) if wanted else (None, None))


def test_attempts_are_told_by_trainee_and_drill_the_oldest_first(kept: Records) -> None:
    (ada, hers), (bob, his) = kept.enrol("Ada", NOW, pictures=False), kept.enrol("Bob", NOW, pictures=False)
    kept.keep(hers, attempt(50, NOW + 2))
    kept.keep(hers, attempt(60, NOW + 1))
    kept.keep(hers, attempt(70, NOW, "headroom"))
    kept.keep(his, attempt(90, NOW))
    assert [k.attempt.score.points for k in kept.attempts(ada.id)] == [70, 60, 50]
    assert [k.attempt.score.points for k in kept.attempts(ada.id) if k.attempt.drill == "place_the_key"] == [60, 50]
    assert [k.trainee for k in kept.attempts(bob.id)] == [bob]
    assert len(kept.attempts()) == 4


def test_an_attempt_that_comes_again_is_kept_once_and_never_for_another(kept: Records) -> None:
    (ada, hers), (_, his) = kept.enrol("Ada", NOW, pictures=False), kept.enrol("Bob", NOW, pictures=False)
    one = attempt()
    number = kept.keep(hers, one)
    assert kept.keep(hers, replace(one, title="Another")) == number
    assert kept.keep(his, one) is None
    [found] = kept.attempts(pictures=True)
    assert found == kept.attempt(one.id)
    assert (found.number, found.trainee, found.attempt) == (number, ada, one)
    assert kept.attempt("none") is None


def test_answers_and_what_is_seen_otherwise_come_back(kept: Records) -> None:
    one, token = kept.enrol("14", NOW, pictures=False)
    kept.answer(SAID, token)
    kept.answer(replace(SAID, trainer=True))
    kept.see_otherwise(SEEN)
    kept.see_otherwise(replace(SEEN, picture=PICTURE), token)
    assert kept.answers() == ((one.id, SAID), (None, replace(SAID, trainer=True)))
    assert kept.otherwise() == ((None, SEEN), (one.id, replace(SEEN, picture=PICTURE)))


def test_who_is_erased_leaves_nothing_and_the_file_shrinks(kept: Records) -> None:
    (ada, hers), (bob, his) = kept.enrol("Ada", NOW, pictures=True), kept.enrol("Bob", NOW, pictures=True)
    for token, picture in ((hers, PICTURE), (his, b"\xff\xd8his")):
        kept.keep(token, attempt(before=picture * 20))
        kept.answer(SAID, token)
        kept.see_otherwise(SEEN, token)
    before = kept.path.stat().st_size
    assert kept.forget(ada.id)
    assert not kept.forget(ada.id)
    assert before - kept.path.stat().st_size > 15 * len(PICTURE)
    assert b"Ada" not in kept.path.read_bytes()
    assert PICTURE[:20] not in kept.path.read_bytes()
    assert kept.trainee(hers) is None
    assert kept.keep(hers, attempt()) is None
    assert [k.trainee for k in kept.attempts()] == [bob]
    assert [whose for whose, _ in (*kept.answers(), *kept.otherwise())] == [bob.id, bob.id]


def test_all_is_erased_and_the_record_can_begin_again(kept: Records) -> None:
    _, token = kept.enrol("Ada", NOW, pictures=True)
    kept.keep(token, attempt(before=PICTURE * 20))
    kept.see_otherwise(SEEN)
    assert kept.forget_all()
    assert not any((kept.trainees(), kept.attempts(), kept.otherwise()))
    assert kept.path.stat().st_size < len(PICTURE) * 4
    assert b"Ada" not in kept.path.read_bytes()
    assert kept.enrol("Bob", NOW, pictures=False)[0].id > 1, "no number is given twice"


def test_a_newer_record_is_named_and_left_as_it_is(kept: Records) -> None:
    kept.enrol("Ada", NOW, pictures=False)
    with sqlite3.connect(kept.path) as file:
        file.execute(f"PRAGMA user_version = {VERSION + 1}")
    file.close()
    before = kept.path.read_bytes()
    for ask in (kept.trainees, lambda: kept.enrol("Bob", NOW, pictures=False), kept.forget_all):
        with pytest.raises(RecordError, match="newer guide"):
            ask()
    assert kept.path.read_bytes() == before


def test_the_file_of_another_program_is_named_and_left_as_it_is(kept: Records) -> None:
    kept.path.parent.mkdir()
    with sqlite3.connect(kept.path) as file:
        file.execute("CREATE TABLE mine (a)")
    file.close()
    before = kept.path.read_bytes()
    with pytest.raises(RecordError, match="another program"):
        kept.enrol("Bob", NOW, pictures=False)
    assert kept.path.read_bytes() == before


@settings(max_examples=60)
@given(st.integers(0, 60), st.binary(min_size=1, max_size=64), st.booleans())
def test_damage_is_a_sentence_or_harmless_and_never_a_trace(place: int, noise: bytes, cut: bool) -> None:
    with TemporaryDirectory() as folder:
        kept = Records(Path(folder) / "school.db")
        _, token = kept.enrol("Ada", NOW, pictures=True)
        kept.keep(token, attempt(before=PICTURE))
        data = bytearray(kept.path.read_bytes())
        at = place * len(data) // 61
        data = data[:at] if cut else data[:at] + noise + data[at + len(noise) :]
        kept.path.write_bytes(data)
        for ask in (kept.trainees, kept.attempts, kept.answers, kept.otherwise, lambda: kept.keep(token, attempt())):
            try:
                ask()
            except RecordError as error:
                said = str(error)
                assert "school.db" in said, said


def test_a_place_that_cannot_be_written_to_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(RecordError, match="FRAMING_DATA"):
        Records(tmp_path / "file" / "school.db").enrol("Ada", NOW, pictures=False)


def enrol_some(path: Path, name: str) -> None:
    for number in range(20):
        _, token = Records(path).enrol(f"{name} {number}", NOW, pictures=False)
        assert Records(path).keep(token, attempt()) is not None


def test_two_processes_and_many_threads_lose_nothing_to_each_other(kept: Records) -> None:
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=enrol_some, args=(kept.path, name)) for name in ("a", "b")]
    for other in others:
        other.start()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: enrol_some(kept.path, f"t{n}"), range(2)))
    for other in others:
        other.join()
        assert other.exitcode == 0
    assert len(kept.trainees()) == len(kept.attempts()) == 80


def test_a_write_that_fails_half_way_leaves_all_as_it_was(kept: Records) -> None:
    _, token = kept.enrol("Ada", NOW, pictures=False)
    with pytest.raises(ValueError, match="JSON compliant"):
        kept.see_otherwise(replace(SEEN, readings={"headroom": float("nan")}), token)
    assert kept.otherwise() == ()


def test_the_mark_in_the_files_head_is_ours(kept: Records) -> None:
    kept.enrol("Ada", NOW, pictures=False)
    assert kept.path.read_bytes()[68:72] == MARK.to_bytes(4, "big")

"""What is kept, taken along whole."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.records.export import COLUMNS, as_csv, as_json
from framing.records.records import Records
from framing.school.values import AXES
from tests.records.making import attempt
from tests.records.test_records import NOW, PICTURE, SAID, SEEN

NAMES = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=20)


def test_nothing_kept_is_an_empty_list_and_makes_no_file(tmp_path: Path) -> None:
    kept = Records(tmp_path / "school.db")
    assert json.loads(as_json(kept)) == {"trainees": [], "answers": [], "otherwise": []}
    assert as_csv(kept).split("\r\n") == [",".join(COLUMNS), ""]
    assert not kept.there


def test_json_has_everything_but_the_tokens(tmp_path: Path) -> None:
    kept = Records(tmp_path / "school.db")
    _, token = kept.enrol("Ada", NOW, pictures=True)
    kept.keep(token, attempt(before=PICTURE))
    kept.answer(SAID, token)
    kept.answer(replace(SAID, trainer=True))
    kept.see_otherwise(SEEN)
    told = json.loads(as_json(kept))
    [ada] = told["trainees"]
    assert len(ada["attempts"]) == len(ada["answers"]) == len(told["answers"]) == len(told["otherwise"]) == 1
    assert [axis["axis"] for axis in ada["attempts"][0]["axes"]] == list(AXES)
    assert ada["attempts"][0]["before"].startswith("/9h")
    assert told["otherwise"][0]["readings"] == SEEN.readings
    assert token not in as_json(kept)


@settings(max_examples=30)
@given(NAMES | st.sampled_from(["=1+1", "@SUM(A1)", "-2", 'a"b,c', "+x"]))
def test_csv_reads_back_and_no_spreadsheet_takes_a_name_for_a_formula(name: str) -> None:
    with TemporaryDirectory() as folder:
        kept = Records(Path(folder) / "school.db")
        one, token = kept.enrol(name, NOW, pictures=False)
        kept.keep(token, attempt(62.4))
        kept.see_otherwise(SEEN, token)
        rows = list(csv.DictReader(StringIO(as_csv(kept), newline="")))
    assert [row["record"] for row in rows] == ["attempt", "otherwise"]
    assert all(row["name"].removeprefix("'") == one.name.removeprefix("'") for row in rows)
    assert not rows[0]["name"].startswith(("=", "+", "-", "@"))
    assert float(rows[0]["points"]) == float(rows[0]["light"]) == 62.4

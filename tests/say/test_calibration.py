"""What the guide may learn is offered, followed and answered in words."""

from dataclasses import replace

import pytest

from framing.at_rest import NOT_YET, STRANGER, AtRest, begin
from framing.say import ENGLISH
from framing.say.calibration import calibration
from framing.types import EVERYBODY, NOT_CALIBRATED, Absent, Viewer

LOOKS = {
    "offered": STRANGER,
    "under way": begin(STRANGER, 1.0),
    "done": AtRest(outcome=EVERYBODY, progress=1.0),
    "missed": AtRest(outcome=Absent("The eyes were closing: look into the lens once more"), progress=1.0),
}


def lens(look: AtRest, viewer: Viewer = Viewer.FRONT) -> str:
    return str(calibration(look, NOT_CALIBRATED, viewer, ENGLISH).lens)


def test_every_stage_of_a_look_has_its_own_sentence() -> None:
    said = {lens(look) for look in LOOKS.values()}
    assert len(said) == len(LOOKS)
    assert all(words[0].isupper() and words.endswith(".") for words in said)
    assert lens(LOOKS["missed"]) == "The eyes were closing: look into the lens once more."


@pytest.mark.parametrize("stage", ["offered", "under way", "done"])
def test_the_sitter_is_told_and_anybody_else_is_told_of_them(stage: str) -> None:
    assert lens(LOOKS[stage]) != lens(LOOKS[stage], Viewer.REAR)
    assert "your" not in lens(LOOKS[stage], Viewer.OTHER)


def test_only_a_look_under_way_has_progress_to_show() -> None:
    halfway = replace(LOOKS["under way"], progress=0.5)
    told = calibration(halfway, NOT_CALIBRATED, Viewer.FRONT, ENGLISH)
    assert (told.looking, told.progress) == (True, 0.5)
    assert not calibration(STRANGER, NOT_CALIBRATED, Viewer.FRONT, ENGLISH).looking
    assert STRANGER.outcome == NOT_YET


def test_a_distance_is_asked_for_until_it_is_known_and_why_it_could_not_be_is_said() -> None:
    asked, known = (calibration(STRANGER, focal, Viewer.FRONT, ENGLISH).distance for focal in (NOT_CALIBRATED, 1.3))
    assert "say once" in str(asked)
    assert known == "Known for this camera."
    assert calibration(STRANGER, Absent("no face in view"), Viewer.FRONT, ENGLISH).distance == "No face in view."

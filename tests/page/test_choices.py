import pytest

from framing.overlay.marks import Landmarks
from framing.page.choices import Choices, choices
from framing.page.hints import hint
from framing.presets.catalogue import load
from framing.types import Viewer

PRESETS = load()


@pytest.mark.parametrize(
    "told",
    [None, 7, "", [], {}, {"use": "gone"}, {"use": ["x"], "viewer": {}, "answers": 3}, {"focal": -1}, {"focal": "2"}],
)
def test_whatever_makes_no_sense_is_as_on_a_first_visit(told: object) -> None:
    assert choices(told, PRESETS) == Choices()


def test_what_was_chosen_is_used() -> None:
    told = {"use": "linkedin", "viewer": "other", "landmarks": "full", "mode": "sample",
            "answers": {"where": "badge", "mood": None}, "focal": 1.3}  # fmt: skip
    found = choices(told, PRESETS)
    assert found == Choices("linkedin", Viewer.OTHER, Landmarks.FULL, "sample", {"where": "badge"}, 1.3)
    settings = found.settings(PRESETS)
    assert settings.preset is PRESETS["linkedin"]
    assert settings.focal == 1.3


def test_a_camera_turned_the_wrong_way_is_told_to_turn_and_the_right_way_not() -> None:
    for name, wrong, right in (("full_length", (1280, 720), (720, 1280)), ("group", (720, 1280), (1280, 720))):
        assert "Turn the camera" in str((found := hint(wrong, PRESETS[name])) and found.text)
        assert found
        assert found.phone
        assert hint(right, PRESETS[name]) is None


def test_a_small_camera_is_named_with_how_much_it_will_be_enlarged() -> None:
    found = hint((640, 480), PRESETS["headshot"])
    assert found
    assert "640×480" in str(found.text)
    assert hint(None, PRESETS["headshot"]) is None

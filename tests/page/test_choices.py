import pytest

from framing.measures import MEASURES
from framing.overlay.marks import Landmarks
from framing.page.choices import Choices, choices
from framing.page.hints import hint
from framing.page.payload import PanelLive, panel_live
from framing.page.review import Roll
from framing.presets.catalogue import load
from framing.say import say
from framing.session.look import Look
from framing.session.settings import Settings
from framing.shot import Shot
from framing.types import Absent, Band, Guidance, Judgement, Judgements, Severity, State, Viewer
from tests.page.builders import verdict
from tests.test_shot import shot

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


class Camera:
    def __init__(self, gives: Shot | Absent, judgements: Judgements = ()) -> None:
        self.gives = gives
        self.judgements = judgements
        self.look = Look(0.0)
        self.settings = Settings()

    def shot(self) -> Shot | Absent:
        return self.gives

    def judged_shot(self) -> tuple[Shot, Judgements] | Absent:
        return self.gives if isinstance(self.gives, Absent) else (self.gives, self.judgements)


def test_nothing_is_kept_before_it_is_said_and_nothing_is_unsaved_once_downloaded() -> None:
    roll = Roll()
    roll.take(Camera(shot()), Viewer.FRONT)  # type: ignore[arg-type]
    assert roll.fresh is not None
    assert (roll.kept, roll.unsaved) == ([], False)
    roll.drop()
    roll.keep()
    assert roll.kept == []
    for _ in range(2):
        roll.take(Camera(shot()), Viewer.FRONT)  # type: ignore[arg-type]
        roll.keep()
    roll.saved.add(0)
    assert roll.unsaved
    roll.saved.update(range(2))
    assert not roll.unsaved


def test_without_a_picture_there_is_a_sentence_instead() -> None:
    roll = Roll()
    roll.take(Camera(Absent("The camera gives no picture just now")), Viewer.FRONT)  # type: ignore[arg-type]
    assert roll.fresh is None
    assert roll.notice
    assert roll.notice[0] == "The camera gives no picture just now."


OF_IT = panel_live(say(Guidance(0.0, verdict(), (), (), ready=False, preset=None), Viewer.STILL))
SHUT = Judgement(MEASURES["eyes_open"], 0.1, Band(0.6, 9.0), State.LOW, Severity.ERROR)


def looks(monkeypatch: pytest.MonkeyPatch, *judgements: Judgement) -> list[Shot]:
    """The eyes for stills find this in every picture taken; the list fills with what they were shown."""
    shown: list[Shot] = []

    def looked_at(taken: Shot, *_: object) -> tuple[Guidance, PanelLive]:
        shown.append(taken)
        return Guidance(0.0, verdict(), judgements, (), ready=not judgements, preset=None), OF_IT

    monkeypatch.setattr("framing.page.review._looked_at", looked_at)
    return shown


def test_taken_by_itself_a_frame_without_fault_is_held_up_with_all_that_was_seen_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown, taken, roll = looks(monkeypatch), shot(), Roll(again="Eyes closed")
    roll.take_if_good(Camera(taken), Viewer.FRONT)  # type: ignore[arg-type]
    assert roll.fresh is taken
    assert shown == [taken], "it is looked at once, and not again when it is shown"
    assert (roll.said, roll.again, roll.refused) == (OF_IT, "", 0)


def test_a_blink_in_the_very_frame_is_let_go_of_without_a_closer_look_and_it_tries_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown, roll = looks(monkeypatch), Roll()
    roll.take_if_good(Camera(shot(), (SHUT,)), Viewer.FRONT)  # type: ignore[arg-type]
    assert (roll.fresh, roll.refused, roll.again, shown) == (None, 1, "Eyes closed", [])


def test_what_only_the_closer_look_finds_is_let_go_of_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, roll = looks(monkeypatch, SHUT), Roll()
    for tries in (1, 2):
        roll.take_if_good(Camera(shot()), Viewer.FRONT)  # type: ignore[arg-type]
        assert (roll.fresh, roll.refused, roll.again, len(shown)) == (None, tries, "Eyes closed", tries)


def test_taken_by_hand_it_is_held_up_whatever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, SHUT)
    roll, taken = Roll(), shot()
    roll.take(Camera(taken, (SHUT,)), Viewer.FRONT)  # type: ignore[arg-type]
    assert (roll.fresh, roll.refused) == (taken, 0)


def test_without_a_judged_frame_nothing_is_taken_by_itself() -> None:
    roll = Roll()
    roll.take_if_good(Camera(Absent("The camera gives no picture just now")), Viewer.FRONT)  # type: ignore[arg-type]
    assert (roll.fresh, roll.refused) == (None, 1)

"""What the person has chosen, as the browser remembers it: read leniently: it may be years old or made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from framing.overlay.marks import Landmarks
from framing.presets.intent import QUESTIONS
from framing.say import pseudo
from framing.say.language import OFFERED, SOURCE, language
from framing.session.settings import Settings
from framing.types import NOT_CALIBRATED, Absent, Preset, Viewer

Mode = Literal["camera", "photos", "sample"]
MODES: tuple[Mode, ...] = ("camera", "photos", "sample")
FIRST_USE = "headshot"
MOST = 4  # uses beside the first whose cuts are shown
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choices:
    """The use, who looks, how many landmarks, where the picture comes from, answers, lens and language."""

    use: str = FIRST_USE
    viewer: Viewer = Viewer.FRONT
    landmarks: Landmarks = Landmarks.LIGHT
    mode: Mode = "camera"
    answers: Mapping[str, str] = field(default_factory=dict)
    focal: float | Absent = NOT_CALIBRATED  # the lens's focal length in picture heights
    language: str = SOURCE  # its code
    others: tuple[str, ...] = ()  # uses whose cuts are shown on the stage at the same time

    def settings(self, presets: Mapping[str, Preset]) -> Settings:
        """What the stream needs of it."""
        return Settings(
            presets[self.use],
            self.viewer,
            self.landmarks,
            language(self.language),
            tuple(presets[name] for name in self.others),
            self.focal,
        )


def choices(
    told: object, presets: Mapping[str, Preset], wished: str = SOURCE, spoken: Sequence[str] = OFFERED
) -> Choices:
    """What the browser told; whatever makes no sense, or names what is no longer there, is as on a first visit.

    `wished` is the code of the language where none of those `spoken` was chosen.
    """
    if not isinstance(told, Mapping):
        return Choices(language=wished)
    focal = number(told.get("focal"), 0.1, 100.0)
    return Choices(
        use=_one_of(told.get("use"), list(presets), FIRST_USE),
        viewer=_one_of(told.get("viewer"), list(Viewer), Viewer.FRONT),
        landmarks=_one_of(told.get("landmarks"), list(Landmarks), Landmarks.LIGHT),
        mode=_one_of(told.get("mode"), list(MODES), MODES[0]),
        answers=_answers(told.get("answers")),
        focal=NOT_CALIBRATED if focal is None else focal,
        language=_one_of(told.get("language"), [*spoken, pseudo.CODE], wished),
        others=_some_of(told.get("others"), list(presets)),
    )


def number(value: object, low: float, high: float) -> float | None:
    """The value as a number from low to high; None for anything else: neither true nor NaN is a number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        return None
    return float(value)


def _answers(told: object) -> dict[str, str]:
    given = told if isinstance(told, Mapping) else {}
    known = {question.key: {option.key for option in question.options} for question in QUESTIONS}
    return {key: one for key, options in known.items() if isinstance(one := given.get(key), str) and one in options}


def _some_of(told: object, known: list[str]) -> tuple[str, ...]:
    """Those that are known, each once and in their own order, at most four: more lines on one picture tell nothing."""
    named = told if isinstance(told, list) else []
    return tuple(name for name in known if name in named)[:MOST]


def _one_of(value: object, known: list[T], otherwise: T) -> T:
    return next((one for one in known if one == value), otherwise)

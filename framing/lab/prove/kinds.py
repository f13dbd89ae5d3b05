"""All kinds of change in one table, each with what has to follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from framing.lab.prove.base import Base
from framing.lab.prove.changes import company, focus, light, place
from framing.measures import MEASURES
from framing.say.readings import reason
from framing.types import Absent, Direction, Image, Severity, State

AMONG = 2  # the cure has to stand among the first two cues: one is shown, and one is next


@dataclass(frozen=True, slots=True)
class Kind:
    """A change with a known cure: the reading that has to move, which way, and the cue that has to come."""

    change: Callable[[Base], Image | Absent]  # says in its docstring what it does and what the cure is
    measure: str  # the reading that has to move
    moves: State  # LOW: it falls, HIGH: it rises
    cure: Direction
    others: frozenset[str] = frozenset()  # further measures that the change explains; they may say the cure as well

    @property
    def name(self) -> str:
        """The change in words: "zoomed out"."""
        return self.change.__name__.replace("_", " ")

    @property
    def measures(self) -> frozenset[str]:
        """Every measure that may rightly have something to say."""
        return self.others | {self.measure}

    def copy(self, base: Base) -> Image | Absent:
        """The changed picture; Absent where this photograph cannot show what follows.

        The reading has to be there and in its band, and the photograph as it is must have nothing to say that
        would come before the cure: the change itself may bring one more word.
        """
        judgement = base.judgement(self.measure)
        if isinstance(judgement.value, Absent):
            return judgement.value
        if judgement.band is None or judgement.state is not State.OK:
            return Absent(reason(judgement))
        before = (cue for cue in base.guidance.cues if MEASURES[cue.measure].rank < judgement.measure.rank)
        if judgement.severity is Severity.STYLE and (first := next(before, None)) is not None:
            return Absent(f"{first.measure} comes first")
        return self.change(base)


_EDGES = frozenset({"crown", "headroom", "margin_above", "margin_below", "margin_left", "margin_right"})
_DARK = frozenset({"clipping_low", "face_in_view", "backlight"})

KINDS = (
    Kind(place.shifted_left, "centring", State.LOW, Direction.LEFT, frozenset({"margin_right"})),
    Kind(place.shifted_right, "centring", State.HIGH, Direction.RIGHT, frozenset({"margin_left"})),
    Kind(place.shifted_up, "headroom", State.LOW, Direction.UP, frozenset({"crown", "margin_above"})),
    Kind(place.head_cut, "headroom", State.LOW, Direction.UP, frozenset({"crown", "margin_above"})),
    Kind(place.shifted_down, "headroom", State.HIGH, Direction.DOWN, frozenset({"margin_below"})),
    Kind(place.zoomed_out, "face_height", State.LOW, Direction.NEARER, frozenset({"headroom"})),
    Kind(place.zoomed_in, "face_height", State.HIGH, Direction.FARTHER, _EDGES),
    Kind(place.rolled_left, "roll", State.LOW, Direction.TILT_RIGHT, frozenset({"shoulder_tilt"})),
    Kind(place.rolled_right, "roll", State.HIGH, Direction.TILT_LEFT, frozenset({"shoulder_tilt"})),
    Kind(light.darkened_two_stops, "exposure", State.LOW, Direction.NONE, _DARK),
    Kind(light.darkened_three_stops, "exposure", State.LOW, Direction.NONE, _DARK),
    Kind(light.brightened, "exposure", State.HIGH, Direction.NONE, frozenset({"clipping_high"})),
    Kind(light.left_darkened, "key_side", State.LOW, Direction.TURN_RIGHT, frozenset({"backlight"})),
    Kind(light.right_darkened, "key_side", State.HIGH, Direction.TURN_LEFT, frozenset({"backlight"})),
    Kind(light.lit_from_below, "light_height", State.LOW, Direction.NONE, frozenset({"backlight"})),
    Kind(light.warm, "colour_cast", State.HIGH, Direction.NONE),
    Kind(light.cool, "colour_cast", State.LOW, Direction.NONE),
    Kind(focus.blurred, "sharpness", State.LOW, Direction.NONE),
    Kind(focus.smeared, "motion", State.HIGH, Direction.NONE, frozenset({"sharpness"})),
    Kind(company.pole_left, "merger_left", State.HIGH, Direction.RIGHT),
    Kind(company.pole_right, "merger_right", State.HIGH, Direction.LEFT),
    Kind(company.level_line, "horizon", State.HIGH, Direction.NONE),
    Kind(company.second_face, "subjects", State.HIGH, Direction.NONE),
)

"""All kinds of change in one table, each with what has to follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from framing.measures import MEASURES
from framing.prove import changes
from framing.prove.base import Base
from framing.types import Absent, Direction, Image, Severity, State

AMONG = 2  # the cure has to stand among the first two cues: one is shown, and one is next


@dataclass(frozen=True, slots=True)
class Kind:
    """A change with a known cure: the reading that has to move, which way, and the cue that has to come."""

    change: Callable[[Base], Image]  # says in its docstring what it does and what the cure is
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

    def suits(self, base: Base) -> bool:
        """Whether this photograph can show it: the reading is there and in its band, and its cue would be seen.

        The photograph as it is may have something to say that comes first, but not so much that nobody would get to it.
        """
        judgement = next(j for j in base.guidance.judgements if j.measure.name == self.measure)
        if isinstance(judgement.value, Absent) or judgement.band is None or judgement.state is not State.OK:
            return False
        severe = judgement.severity is Severity.ERROR
        before = [cue for cue in base.guidance.cues if MEASURES[cue.measure].rank < judgement.measure.rank]
        return severe or len(before) < AMONG


_EDGES = frozenset({"headroom", "margin_above", "margin_below", "margin_left", "margin_right"})

KINDS = (
    Kind(changes.shifted_left, "centring", State.LOW, Direction.LEFT, frozenset({"margin_right"})),
    Kind(changes.shifted_right, "centring", State.HIGH, Direction.RIGHT, frozenset({"margin_left"})),
    Kind(changes.shifted_up, "headroom", State.LOW, Direction.UP, frozenset({"margin_above"})),
    Kind(changes.head_cut, "headroom", State.LOW, Direction.UP, frozenset({"margin_above"})),
    Kind(changes.shifted_down, "headroom", State.HIGH, Direction.DOWN, frozenset({"margin_below"})),
    Kind(changes.zoomed_out, "face_height", State.LOW, Direction.NEARER, frozenset({"headroom"})),
    Kind(changes.zoomed_in, "face_height", State.HIGH, Direction.FARTHER, _EDGES),
    Kind(changes.rolled_left, "roll", State.LOW, Direction.TILT_RIGHT, frozenset({"shoulder_tilt"})),
    Kind(changes.rolled_right, "roll", State.HIGH, Direction.TILT_LEFT, frozenset({"shoulder_tilt"})),
    Kind(changes.left_darkened, "key_side", State.LOW, Direction.TURN_RIGHT),
    Kind(changes.right_darkened, "key_side", State.HIGH, Direction.TURN_LEFT),
    Kind(changes.blurred, "sharpness", State.LOW, Direction.NONE),
    Kind(changes.second_face, "subjects", State.HIGH, Direction.NONE),
)

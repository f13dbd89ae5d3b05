"""A look into the lens: two seconds that tell how this sitter looks at rest, and for how long that stays theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from framing import parts
from framing.measures.expression.eyes_open import eye_gap
from framing.types import DROOP, EVERYBODY, Absent, Baseline, Face, Scene

SECONDS = 2.0  # that a look lasts
FORGET = 5.0  # seconds without a main face after which the next person is a stranger

_LEAST = 3  # usable faces; a median of fewer says nothing
_TURNED = 15.0  # degrees of yaw that are no look into the lens any more
_OPEN = 0.012  # face heights between the lids that every open eye has, whatever its shape
_REST = 0.5  # the most that counts as rest: a smile that is held throughout does not

NOT_YET = Absent("Nobody has looked into the lens yet")
UNDER_WAY = Absent("Look into the lens, face at rest")
_LOST = Absent("The face was out of view: look into the lens once more")
_ASIDE = Absent("The face was turned: turn it to the lens and look once more")
_SHUT = Absent("The eyes were closing: look into the lens once more")
_FEW = Absent("Too few pictures came: look into the lens once more")


@dataclass(frozen=True, slots=True)
class AtRest:
    """What looking into the lens has told so far; `AtRest()` is a stranger's. The clock is `Scene.time`."""

    baseline: Baseline = EVERYBODY  # in force: the sitter's own after a look, everybody's before
    outcome: Baseline | Absent = NOT_YET  # what the last look has taken, or why it took nothing, worded for the page
    progress: float = 0.0  # 0..1 of the look under way; 1 when it is over
    began: float | None = None
    seen: tuple[Face | Absent, ...] = ()  # since then
    in_view: float = -np.inf  # when there last was one

    @property
    def under_way(self) -> bool:
        """Whether the two seconds are running."""
        return self.began is not None


STRANGER = AtRest()


def begin(rest: AtRest, now: float) -> AtRest:
    """A look that starts now; what an earlier one has told stays in force until this one is over."""
    return replace(rest, outcome=UNDER_WAY, progress=0.0, began=now, seen=())


def follow_rest(rest: AtRest, scene: Scene) -> AtRest:
    """The look after one more frame: over after 2 s, and forgotten once the main face has been away for 5 s."""
    face, now = parts.face(scene), scene.time
    if now - rest.in_view > FORGET and rest.baseline is not EVERYBODY:
        rest = replace(rest, baseline=EVERYBODY, outcome=UNDER_WAY if rest.under_way else NOT_YET)
    if isinstance(face, Face):
        rest = replace(rest, in_view=now)
    if rest.began is None:
        return rest
    rest = replace(rest, seen=(*rest.seen, face), progress=min((now - rest.began) / SECONDS, 1.0))
    return rest if rest.progress < 1.0 else _over(rest)


def _over(rest: AtRest) -> AtRest:
    found = settle(rest.seen)
    baseline = rest.baseline if isinstance(found, Absent) else found
    return replace(rest, baseline=baseline, outcome=found, began=None, seen=())


def settle(seen: Sequence[Face | Absent]) -> Baseline | Absent:
    """The baseline that these faces of one look share, by their medians; Absent where most were lost, turned or shut.

    What a face's pitch reads beyond any level one's is the camera's height, not the face's, and is left to be told.
    """
    faces = [face for face in seen if isinstance(face, Face)]
    straight = [face for face in faces if abs(face.turn.yaw) <= _TURNED]
    own = float(np.quantile([eye_gap(face) for face in straight], 0.9)) if straight else 0.0
    good = [face for face in straight if eye_gap(face) >= max(DROOP * own, _OPEN)]
    lost = {_LOST: len(seen) - len(faces), _ASIDE: len(faces) - len(straight), _SHUT: len(straight) - len(good)}
    if len(good) < max(_LEAST, len(seen) / 2):
        return max(lost, key=lambda why: lost[why]) if any(lost.values()) else _FEW
    level = float(np.clip(np.median([face.turn.pitch for face in good]), *EVERYBODY.pitch))
    shapes = good[0].expression
    rest = {s: min(float(np.median([face.expression.get(s, 0.0) for face in good])), _REST) for s in shapes}
    return Baseline((level, level), own, rest)

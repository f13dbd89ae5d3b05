"""One copy against the photograph it was made from, and the one change that must change nothing."""

from __future__ import annotations

from dataclasses import dataclass

from framing.lab.prove.base import Base, looked_at
from framing.lab.prove.kinds import AMONG, Kind
from framing.lab.prove.relight import skinned
from framing.perceive import Eyes
from framing.types import Absent, Guidance, Severity, State

SKIN = (0.5, 0.25, 0.12)  # of its own reflectance: the span of human skin (docs/measures.md, "Fairness")


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one copy; plain values, because it is sent between processes."""

    kind: str
    moved: bool  # the reading went the right way
    cured: bool  # the cure stood among the first two cues
    stray: tuple[str, ...]  # error cues that neither the photograph nor the change explains
    because: str  # the reading before and after, and what was said

    @property
    def failed(self) -> bool:
        """Whether anything was not as it had to be."""
        return not self.moved or not self.cured or bool(self.stray)


def tried(kind: Kind, base: Base, eyes: Eyes) -> Trial | Absent:
    """The copy seen by the models again; Absent where the photograph cannot show it."""
    copy = kind.copy(base)
    if isinstance(copy, Absent):
        return copy
    _, after = looked_at(copy, base.preset, eyes)
    was, became = _value(kind, base.guidance), _value(kind, after)
    said = [cue.id for cue in after.cues[:AMONG]]
    return Trial(
        kind=kind.name,
        moved=_moved(kind, was, became),
        cured=any(c.measure in kind.measures and c.direction is kind.cure for c in after.cues[:AMONG]),
        stray=tuple(sorted(_errors(after) - _errors(base.guidance) - kind.measures)),
        because=f"{kind.measure} {_told(was)} → {_told(became)}; said: {', '.join(said) or 'nothing'}",
    )


def unfair(base: Base, eyes: Eyes) -> tuple[str, ...] | Absent:
    """What is said otherwise of the same sitter with darker skin in the same light; nothing, if the guide is fair.

    Absent where the skin is burnt: a photograph does not hold how much more light than white there was to reflect.
    """
    if base.judgement("clipping_high").state is State.HIGH:
        return Absent("the skin is burnt out")
    differences = []
    for share in SKIN:
        _, after = looked_at(skinned(base.picture, base.mesh, share), base.preset, eyes)
        changed = sorted(_said(base.guidance) ^ _said(after))
        differences += [f"skin x {share}: {what}" for what in changed]
    return tuple(differences)


def _said(guidance: Guidance) -> frozenset[str]:
    cues = (f"{cue.measure} {cue.direction}" for cue in guidance.cues)
    return frozenset([*cues, f"reads as {guidance.verdict.reads_as}"])


def _errors(guidance: Guidance) -> frozenset[str]:
    return frozenset(cue.measure for cue in guidance.cues if cue.severity is Severity.ERROR)


def _value(kind: Kind, guidance: Guidance) -> float | Absent:
    return next(j.value for j in guidance.judgements if j.measure.name == kind.measure)


def _moved(kind: Kind, was: float | Absent, became: float | Absent) -> bool:
    if isinstance(was, Absent) or isinstance(became, Absent):
        return False
    return became < was if kind.moves is State.LOW else became > was


def _told(value: float | Absent) -> str:
    return str(value.why) if isinstance(value, Absent) else f"{value:.3g}"

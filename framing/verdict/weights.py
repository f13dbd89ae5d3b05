"""Whose weights the verdict is reached by: the guide's own, or those that a studio has fitted to its own answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from framing.verdict.terms import LEAD, TERMS, Values

TIGHTNESS = next(i for i, term in enumerate(TERMS) if term.name == "tightness")


@dataclass(frozen=True, slots=True)
class Weights:
    """Points by term, in the order of TERMS and with their signs, and what each difference says by itself."""

    points: tuple[float, ...]
    lead: Mapping[str, float]
    name: str = ""  # whose they are, as it is said beside the verdict; the guide's own go without saying

    def total(self, difference: str, values: Values) -> float:
        """The points of one difference, + toward headshot; the five add up to the logit over SLOPE."""
        terms = zip(TERMS, self.points, strict=True)
        return self.lead[difference] + sum(p * t.strength(values) for t, p in terms if t.difference == difference)

    @property
    def tight(self) -> float:
        """The points of a crop that is as tight as can be."""
        return self.points[TIGHTNESS]


def shared(lead: float) -> Mapping[str, float]:
    """That lead over the five differences: only their sum is fitted, so what it is off the guide's own is shared."""
    more = (lead - sum(LEAD.values())) / len(LEAD)
    return MappingProxyType({difference: own + more for difference, own in LEAD.items()})


GUIDES = Weights(tuple(term.points for term in TERMS), MappingProxyType(LEAD))
"""The guide's own."""

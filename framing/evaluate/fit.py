"""The fit of the verdict's points to labels: few weights, each held to its sign, cross-validated by source.

Photographs of one source look alike, so those of the source that is predicted are never among those fitted on. What is
fitted is rounded to the quarter points of `framing.verdict.terms` before it predicts anything: the figures are those of
a table like the one that ships.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from framing.evaluate.look import Seen
from framing.types import Readings
from framing.verdict.terms import SLOPE, TERMS, Values

RIDGE = 1.0  # how far weights are held to 0, in squared logits; agreement hardly changes between 0.3 and 2
STEP = 0.25  # points
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """Points by term, in the order of TERMS and with their signs, and the lead that all begin with."""

    points: tuple[float, ...]
    lead: float

    def chance(self, strengths: Floats) -> Floats:
        """P(headshot), (n,), of (n, terms) strengths."""
        return np.asarray(1.0 / (1.0 + np.exp(-SLOPE * (strengths @ np.array(self.points) + self.lead))))


def strengths(readings: Sequence[Readings]) -> Floats:
    """How strongly each term speaks in each picture, (n, terms), 0..1."""
    return np.array([[term.strength(Values(one)) for term in TERMS] for one in readings], dtype=np.float64)


def fit(seen: Floats, truths: Floats) -> Weights:
    """The points, each of its term's sign, that make the truths (n,), 0..1, likeliest, rounded to quarter points.

    A logistic regression in two steps, as in the relaxed lasso (Meinshausen, 2007): the ridge settles how the terms
    stand to each other, then one slope for all, which nothing holds back, makes up for what the ridge took away.
    """
    signs = np.sign([term.points for term in TERMS])
    held = np.array([RIDGE] * len(TERMS) + [0.0])
    design = np.hstack([seen * signs, np.ones((len(seen), 1))])
    found = _likeliest(design, truths, held, bounds=[(0.0, None)] * len(TERMS) + [(None, None)])
    slope = _likeliest((design @ found)[:, None], truths, np.zeros(1), bounds=[(0.0, None)])
    rounded = np.round(slope * found / SLOPE / STEP) * STEP
    points = np.maximum(rounded[:-1], [term.least for term in TERMS]) * signs
    return Weights(tuple(points.tolist()), float(rounded[-1]))


def _likeliest(design: Floats, truths: Floats, held: Floats, bounds: list[tuple[float | None, float | None]]) -> Floats:
    """The weights, (k,), in logits, of least logistic loss with a ridge of `held`, (k,), within the bounds."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        logits = design @ weights
        value = np.logaddexp(0.0, logits) - truths * logits
        off = 1.0 / (1.0 + np.exp(-logits)) - truths
        return float(value.sum() + held @ weights**2 / 2.0), design.T @ off + held * weights

    start = np.zeros(design.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)


def fitted(seen: Sequence[Seen]) -> Weights:
    """The points fitted on all photographs that show somebody who was labelled."""
    learnt = [s for s in seen if _teaches(s)]
    return fit(strengths([s.readings for s in learnt]), np.array([s.label.headshot for s in learnt]))


def cross_validated(seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """The same photographs, each with the verdict of points fitted without any photograph of its source."""
    weights = {
        source: fitted([s for s in seen if s.label.source != source]) for source in {s.label.source for s in seen}
    }
    return tuple(_judged_by(weights[s.label.source], s) for s in seen)


def _judged_by(weights: Weights, seen: Seen) -> Seen:
    verdict = seen.guidance.verdict
    if verdict.probability is None:
        return seen
    chance = float(weights.chance(strengths([seen.readings]))[0])
    verdict = replace(verdict, reads_as="headshot" if chance > 0.5 else "portrait", probability=chance)
    return replace(seen, guidance=replace(seen.guidance, verdict=verdict))


def _teaches(seen: Seen) -> bool:
    """Whether both raters and the guide see somebody in it."""
    return "neither" not in seen.label.reads_as and seen.guidance.verdict.probability is not None

"""The fit of the verdict's points to labels: few weights, each held to its sign, cross-validated by source.

Photographs of one source look alike, so those of the source that is predicted are never among those fitted on. What is
fitted is rounded to the quarter points of `framing.verdict.terms` before it predicts anything: the figures are those of
a table like the one that ships. All that is chosen on the way, the ridge and the slope, is chosen within the
photographs fitted on: the cross-validation is nested, as in Varma and Simon, Bias in error estimation, 2006.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from framing.lab.evaluate.photographs import Seen
from framing.types import Readings
from framing.verdict.terms import SLOPE, TERMS, Values

RIDGES = (0.3, 1.0, 3.0)  # how far weights are held to 0, in squared logits; the fit chooses one of them
FOLDS = 5  # groups of sources that are left out in turn to choose the ridge and the slope
APART = 8  # groups of sources of the harder split: each is predicted from the others without any of its kind
STEP = 0.25  # points
Floats = NDArray[np.float64]
Held = list[tuple[float | None, float | None]]


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


def fit(seen: Floats, truths: Floats, sources: Sequence[str]) -> Weights:
    """The points, each of its term's sign, that make the truths (n,), 0..1, likeliest, rounded to quarter points.

    A logistic regression in two steps, as in the relaxed lasso (Meinshausen, 2007): the ridge settles how the terms
    stand to each other, then one slope for all makes up for what the ridge took away. Which ridge, and which slope, is
    told by photographs of sources left out: a slope fitted to what the weights have learnt by heart is too steep, and
    its probabilities too sure (Platt, Probabilistic outputs for support vector machines, 1999).
    """
    signs = np.sign([term.points for term in TERMS])
    design = np.hstack([seen * signs, np.ones((len(seen), 1))])
    folds = apart(sources, FOLDS)
    _, ridge, slope = min(_left_out(design, truths, folds, ridge) for ridge in RIDGES)
    rounded = np.round(slope * _ridged(design, truths, ridge) / SLOPE / STEP) * STEP
    points = np.maximum(rounded[:-1], [term.least for term in TERMS]) * signs
    return Weights(tuple(points.tolist()), float(rounded[-1]))


def apart(sources: Sequence[str], groups: int) -> NDArray[np.intp]:
    """The group of each photograph, (n,), 0 up to `groups`: whole sources, the large ones dealt out first."""
    often = Counter(sources)
    dealt = {s: i % groups for i, s in enumerate(sorted(often, key=lambda s: (-often[s], s)))}
    return np.array([dealt[s] for s in sources], dtype=np.intp)


def _left_out(design: Floats, truths: Floats, folds: NDArray[np.intp], ridge: float) -> tuple[float, float, float]:
    """The loss on photographs left out with the slope that is likeliest for them, that ridge, and the slope."""
    if folds.max(initial=0) == 0:  # one source alone: there is nothing to leave out
        return 0.0, ridge, 1.0
    logits = np.zeros(len(truths))
    for fold in np.unique(folds):
        here = folds == fold
        logits[here] = design[here] @ _ridged(design[~here], truths[~here], ridge)
    slope = float(_likeliest(logits[:, None], truths, np.zeros(1), [(0.0, None)])[0])
    return float((np.logaddexp(0.0, slope * logits) - truths * slope * logits).sum()), ridge, slope


def _ridged(design: Floats, truths: Floats, ridge: float) -> Floats:
    terms = design.shape[1] - 1
    return _likeliest(design, truths, np.array([ridge] * terms + [0.0]), [(0.0, None)] * terms + [(None, None)])


def _likeliest(design: Floats, truths: Floats, held: Floats, bounds: Held) -> Floats:
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
    truths = np.array([s.label.headshot for s in learnt])
    return fit(strengths([s.readings for s in learnt]), truths, [s.label.source for s in learnt])


def cross_validated(seen: Sequence[Seen], groups: int | None = None) -> tuple[Seen, ...]:
    """The same photographs, each with the verdict of points fitted without any photograph of its source.

    With `groups` the sources are put into so many, and each is judged without all of its group.
    """
    sources = [s.label.source for s in seen]
    group = apart(sources, groups or len(set(sources)))
    weights = {
        int(left): fitted([s for s, own in zip(seen, group, strict=True) if own != left]) for left in np.unique(group)
    }
    return tuple(_judged_by(weights[int(own)], s) for s, own in zip(seen, group, strict=True))


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

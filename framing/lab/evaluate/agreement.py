"""Figures of agreement, pure: shares, Cohen's kappa, calibration, precision and recall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.school.kappa import agreement
from framing.school.kappa import kappa as kappa_or_why
from framing.types import Absent

__all__ = ["agreement", "calibration_error", "calibration_noise", "found", "kappa"]

_BINS = 10
_DRAWS = 500


def kappa(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Cohen's kappa, -1..1 (`framing.school.kappa`); 1 where both only ever say one thing, 0 of too few to tell."""
    found = kappa_or_why(ours, theirs)
    return float(len(ours) > 0 and len({*ours, *theirs}) == 1) if isinstance(found, Absent) else found


def calibration_error(probabilities: NDArray[np.float64], truths: NDArray[np.float64]) -> float:
    """Expected calibration error, 0..1, in ten bins: how far probabilities lie from the shares they stand for.

    `truths` are 0..1, (n,), because raters may differ. Naeini et al., Obtaining well calibrated probabilities, 2015.
    """
    bins = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    inside = (bins == i for i in range(_BINS))
    return float(sum(abs((probabilities[i] - truths[i]).sum()) for i in inside) / max(len(truths), 1))


class Noise(NamedTuple):
    """What a calibration error owes to there being few photographs, 0..1 both."""

    spread: float  # standard deviation over samples of the sources
    calibrated: float  # the error that a guide shows on as many photographs whose every probability is right


def calibration_noise(
    probabilities: NDArray[np.float64], truths: NDArray[np.float64], sources: Sequence[str]
) -> Noise:
    """How far the expected calibration error can be believed.

    The spread by the bootstrap over whole sources (Davison and Hinkley, Bootstrap methods, 1997, section 3.8), since
    photographs of one source are alike; the floor by truths drawn from the probabilities themselves. The error is a
    sum of distances, so it is never 0 on few photographs. The same figures every time.
    """
    rng = np.random.default_rng(0)
    by_source = [np.flatnonzero(np.array(sources) == s) for s in dict.fromkeys(sources)]
    drawn = rng.integers(0, len(by_source), (_DRAWS, len(by_source)))
    samples = [np.concatenate([by_source[i] for i in one]) for one in drawn]
    errors = [calibration_error(probabilities[one], truths[one]) for one in samples]
    right = [
        calibration_error(probabilities, (rng.random(len(probabilities)) < probabilities).astype(np.float64))
        for _ in range(_DRAWS)
    ]
    return Noise(float(np.std(errors)), float(np.mean(right)))


class Found(NamedTuple):
    """How a defect was found: of `cases` it was in, `hits` were found; `alarms` were raised in all."""

    cases: int
    hits: int
    alarms: int

    @property
    def precision(self) -> float | None:
        """The share of alarms that were right, 0..1; None without alarms."""
        return self.hits / self.alarms if self.alarms else None

    @property
    def recall(self) -> float | None:
        """The share of cases that were found, 0..1; None without cases."""
        return self.hits / self.cases if self.cases else None


def found(truths: Sequence[bool], alarms: Sequence[bool]) -> Found:
    """The count over photographs of what was there and what was raised."""
    both = sum(t and a for t, a in zip(truths, alarms, strict=True))
    return Found(sum(truths), both, sum(alarms))

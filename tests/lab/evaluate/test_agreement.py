"""Figures of agreement on cases small enough to count by hand."""

import numpy as np
import pytest

from framing.lab.evaluate.agreement import agreement, calibration_error, calibration_noise, found, kappa


def test_somebody_who_says_the_same_agrees_wholly() -> None:
    assert agreement("hpn", "hpn") == kappa("hpn", "hpn") == 1.0


def test_agreement_by_chance_alone_is_a_kappa_of_nothing() -> None:
    assert agreement("hhpp", "hphp") == 0.5
    assert kappa("hhpp", "hphp") == 0.0


def test_kappa_does_not_depend_on_who_is_asked_first_and_may_be_worse_than_chance() -> None:
    assert kappa("hhhp", "hhpp") == kappa("hhpp", "hhhp") > 0.0
    assert kappa("hp", "ph") == -1.0


def test_two_who_only_ever_say_one_thing_agree() -> None:
    assert kappa("hhh", "hhh") == 1.0


def test_probabilities_that_come_true_as_often_as_they_say_have_no_error() -> None:
    chances = np.array([0.75, 0.75, 0.75, 0.75, 0.25, 0.25, 0.25, 0.25])
    truths = np.array([1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0])
    assert calibration_error(chances, truths) == pytest.approx(0.0)
    assert calibration_error(1.0 - chances, truths) == pytest.approx(0.5)


def test_certainty_has_a_bin_too() -> None:
    assert calibration_error(np.array([1.0, 0.0]), np.array([1.0, 0.0])) == 0.0


def test_precision_and_recall_count_hits_of_alarms_and_of_cases() -> None:
    one = found([True, True, False, False], [True, False, True, True])
    assert (one.cases, one.recall) == (2, 0.5)
    assert one.precision == pytest.approx(1 / 3)
    assert found([True], [False]).precision is None
    assert found([False], [True]).recall is None


def test_few_photographs_make_an_error_uncertain_and_many_make_it_sure() -> None:
    rng = np.random.default_rng(3)
    noise = []
    for n in (40, 4000):
        chances = rng.random(n)
        truths = (rng.random(n) < chances).astype(float)
        noise.append(calibration_noise(chances, truths, [str(i % 20) for i in range(n)]))
    few, many = noise
    assert few.calibrated > many.calibrated > 0.0
    assert few.spread > many.spread > 0.0
    assert calibration_error(chances, truths) < 2.0 * many.calibrated


def test_probabilities_that_are_sure_and_right_have_no_noise() -> None:
    sure = np.array([0.0, 1.0, 1.0, 0.0])
    assert calibration_noise(sure, sure, list("abcd")) == (0.0, 0.0)

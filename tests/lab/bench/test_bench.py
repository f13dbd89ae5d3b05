"""The bench's figures and their form; how fast anything is, no test asserts."""

from __future__ import annotations

import json
from typing import Any, Never

import numpy as np
import pytest

from framing.console import show
from framing.lab.bench import browser, chain, growth
from framing.lab.bench.browser import Figures
from framing.lab.bench.clock import Clock
from framing.lab.bench.run import Result, sample
from tests.photographs import hopper

KEYS = ["steps", "chain_ms", "bare_tasks_ms", "ratio", "amortised_ratio", "callback_ms", "growth_mb", "browser"]


FIGURES = Figures(24.0, 23.0, 90.0, 140.0, 9.9, 21.0, 34.0, 0.66)


def result(**changes: Any) -> Result:
    steps = {"chain": {"median_ms": 3.0, "p95_ms": 4.0}}
    known: dict[str, Any] = {"steps": steps}
    known |= {"chain_ms": 3.0, "bare_tasks_ms": 2.0, "ratio": 1.5, "amortised_ratio": 1.2}
    return Result(**{**known, "callback_ms": 4.0, "growth_mb": None, "browser": None, **changes})


def test_json_has_every_key_and_null_where_nothing_could_be_measured() -> None:
    told = json.loads(json.dumps(result().as_json()))
    assert list(told) == KEYS
    assert told["browser"] is None
    assert told["growth_mb"] is None


def test_json_names_the_browsers_figures() -> None:
    told = result(browser=FIGURES).as_json()["browser"]
    assert {"identity_fps", "guide_fps", "latency_ms", "panel_ms", "server_cores"} <= set(told)
    assert told["guide_fps"] == 23.0


def test_people_read_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    show(result(growth_mb=3.0, browser=FIGURES).for_people())
    printed = capsys.readouterr().out
    for said in ("1.50", "1.20", "3.0", "23.0", "140", "21 ms", "34 ms", "0.66"):
        assert said in printed


def test_a_clock_keeps_every_pass_and_its_percentile_is_never_below_its_median() -> None:
    clock = Clock()
    for _ in range(5):
        with clock.step("nothing"):
            pass
    table = clock.table()["nothing"]
    assert 0 <= table["median_ms"] <= table["p95_ms"]
    assert clock.total("nothing") >= clock.median("nothing")


def test_the_film_sways_and_comes_back() -> None:
    film = chain.film(hopper(), 41)
    assert {picture.shape for picture in film} == {(720, 1280, 3)}
    assert not np.array_equal(film[0], film[10])
    assert np.array_equal(film[0], film[40])


@pytest.mark.models
def test_every_step_is_timed_once_a_pass_and_the_stream_beside_it() -> None:
    clock = Clock()
    chain.passes(clock, chain.film(sample(), 3))
    steps = {"bare", "chain", "read", "judge", "verdict", "advise", "paint", "bare stream", "stream"}
    assert steps <= set(clock.table())


def test_without_playwright_the_browser_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find_spec", lambda _: None)
    assert browser.measured([]) is None


def test_without_psutil_the_growth_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Never:
        raise ImportError(name)

    monkeypatch.setattr("framing.lab.bench.growth.importlib.import_module", missing)
    assert growth.growth([]) is None

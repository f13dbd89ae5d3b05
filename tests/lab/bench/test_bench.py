"""The bench's figures and their form; how fast anything is, no test asserts."""

from __future__ import annotations

import json
from typing import Any, Never

import numpy as np
import pytest

from framing.console import show
from framing.lab.bench import chain, growth, live, stage
from framing.lab.bench.clock import Clock
from framing.lab.bench.run import Result
from framing.lab.bench.sample import sample
from framing.lab.bench.sitters import Sitters
from framing.lab.bench.stage import Figures, Stage
from tests.photographs import hopper

KEYS = ["steps", "chain_ms", "bare_tasks_ms", "ratio", "amortised_ratio", "callback_ms", "growth_mb"]


FIGURES = Figures(29.9, 9.8, 46.0, 21.0, 0.27, (1280, 720))
WHOLE = live.Result(Stage(FIGURES, FIGURES, FIGURES, 1.2), Sitters((8.1, 8.3), 1.4, 0.2))


def result(**changes: Any) -> Result:
    steps = {"chain": {"median_ms": 3.0, "p95_ms": 4.0}}
    known: dict[str, Any] = {"steps": steps}
    known |= {"chain_ms": 3.0, "bare_tasks_ms": 2.0, "ratio": 1.5, "amortised_ratio": 1.2}
    return Result(**{**known, "callback_ms": 4.0, "growth_mb": None, **changes})


def test_json_has_every_key_and_null_where_nothing_could_be_measured() -> None:
    told = json.loads(json.dumps(result().as_json()))
    assert list(told) == KEYS
    assert told["growth_mb"] is None


def test_json_names_the_figures_of_each_carrier_and_of_all_sitters() -> None:
    told = json.loads(json.dumps(WHOLE.as_json()))
    for carrier in ("webrtc", "websocket"):
        assert {"preview_fps", "overlay_hz", "overlay_latency_ms", "server_cpu"} <= set(told["stage"][carrier])
    assert (told["sitters"]["n"], told["sitters"]["hz_each"]) == (2, [8.1, 8.3])
    assert told["first_cue_s"] == 1.2


def test_what_could_not_be_measured_is_null_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    nothing = live.Result(None, None)
    assert nothing.as_json() == {"stage": None, "sitters": None, "first_cue_s": None}
    show(nothing.for_people())
    assert "not measured" in capsys.readouterr().out


def test_people_read_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    show(result(growth_mb=3.0).for_people())
    show(WHOLE.for_people())
    printed = capsys.readouterr().out
    for said in ("1.50", "1.20", "3.0", "29.9", "9.8", "46 ms", "21 ms", "0.27", "8.1, 8.3", "1.40", "1.2 s"):
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
    monkeypatch.setattr(stage, "find_spec", lambda _: None)
    assert stage.measured([]) is None


def test_without_psutil_the_growth_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Never:
        raise ImportError(name)

    monkeypatch.setattr("framing.lab.bench.growth.importlib.import_module", missing)
    assert growth.growth([]) is None

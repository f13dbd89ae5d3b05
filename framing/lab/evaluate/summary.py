"""The results of an evaluation, as plain values for JSON and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import numpy as np
from rich.table import Table

from framing.console import table
from framing.lab.evaluate.agreement import agreement, calibration_error, calibration_noise, found, kappa
from framing.lab.evaluate.counting import counted
from framing.lab.evaluate.defects import DEFECTS, raised
from framing.lab.evaluate.photographs import Seen
from framing.report import cue_as_json, reading_as_json
from framing.types import ReadsAs

_FEWEST = 10  # cases of a defect from which precision and recall mean anything
_RATERS = (0, 1)
_NAMES = get_args(ReadsAs)


def photo(seen: Seen) -> dict[str, Any]:
    """One photograph's part of the JSON."""
    verdict = seen.guidance.verdict
    return {
        "id": seen.label.id,
        "reads_as": verdict.reads_as,
        "probability": None if verdict.probability is None else round(verdict.probability, 4),
        "crop": verdict.shot_size,
        "cues": [cue_as_json(cue) for cue in seen.guidance.cues],
        "readings": {j.measure.name: reading_as_json(j) for j in seen.guidance.judgements},
    }


def summary(seen: Sequence[Seen]) -> dict[str, Any]:
    """Every figure by its name: agreement and kappa 0..1 per rater, the rest as the lines say them."""
    ours = [s.guidance.verdict.reads_as for s in seen]
    sizes = [s.guidance.verdict.shot_size for s in seen]
    clear = [i for i, s in enumerate(seen) if s.label.clear]
    people = [i for i, s in enumerate(seen) if "neither" not in s.label.reads_as]
    nobody = [i for i, s in enumerate(seen) if set(s.label.reads_as) == {"neither"}]
    return {
        "photographs": len(seen),
        "raters": [_agreed(ours, [s.label.reads_as[r] for s in seen]) for r in _RATERS],
        "clear": [_agreed([ours[i] for i in clear], [seen[i].label.reads_as[r] for i in clear]) for r in _RATERS],
        "rater_with_rater": _agreed(*([s.label.reads_as[r] for s in seen] for r in _RATERS)),
        "confusion": [_confusion(ours, [s.label.reads_as[r] for s in seen]) for r in _RATERS],
        "crop": [_agreed(sizes, [s.label.crop[r] for s in seen]) for r in _RATERS],
        "person_found": _share(ours[i] != "neither" for i in people),
        "neither_right": _share(ours[i] == "neither" for i in nobody),
        "people": counted(seen),
        "calibration": calibration(seen),
        "defects": _defects(seen),
        "milliseconds": round(float(np.median([s.milliseconds for s in seen])), 1) if seen else None,
    }


def calibration(seen: Sequence[Seen]) -> dict[str, float | None]:
    """How far P(headshot) can be believed: its expected error with what of it is sampling noise, and how sure it is.

    How sure is its mean distance from ½, where raters agree and where not.
    Over photographs in which the guide finds somebody; the truth is the share of raters who say headshot.
    """
    told = [(s.guidance.verdict.probability, s.label) for s in seen]
    known = [(p, label) for p, label in told if p is not None]
    chances, truths = np.array([p for p, _ in known]), np.array([label.headshot for _, label in known])
    differ = np.array([len(set(label.reads_as)) > 1 for _, label in known], dtype=bool)
    off = np.abs(chances - 0.5)
    noise = calibration_noise(chances, truths, [label.source for _, label in known]) if known else None
    return {
        "error": round(calibration_error(chances, truths), 4) if known else None,
        "error_spread": None if noise is None else round(noise.spread, 4),
        "error_if_calibrated": None if noise is None else round(noise.calibrated, 4),
        "from_half_where_raters_agree": round(float(off[~differ].mean()), 4) if (~differ).any() else None,
        "from_half_where_they_differ": round(float(off[differ].mean()), 4) if differ.any() else None,
    }


def for_people(told: dict[str, Any]) -> Iterator[str | Table]:
    """The summary for a person to read."""
    yield f"{told['photographs']} photographs, {told['milliseconds']} ms each"
    yield _raters(told, {"reads as": "raters", "  clear ones": "clear", "crop name": "crop"})
    yield f"the raters with each other: {_words(told['rater_with_rater'])}"
    for rater, confusion in enumerate(told["confusion"], start=1):
        counts = ((f"guide: {ours}", *(str(row[name]) for name in _NAMES)) for ours, row in confusion.items())
        yield table((f"rater {rater} says", *_NAMES), counts)
    found, nobody = _percent(told["person_found"]), _percent(told["neither_right"])
    yield f"a person found where one is: {found}; nobody where none is: {nobody}"
    people = told["people"]
    yield f"people counted: {people['right']} of {people['of']} right, {people['close']} within one (a fifth above 8)"
    for label, ours in people["table"].items():
        yield f"  {label:>3} there, counted " + ", ".join(f"{n} ({times})" for n, times in ours.items())
    yield from _calibration(told["calibration"])
    defects = told["defects"].items()
    rows = ((name, str(one["cases"]), _figure(one["precision"]), _figure(one["recall"])) for name, one in defects)
    yield table(("defect", "cases", "precision", "recall"), rows)


def in_short(told: dict[str, Any]) -> Iterator[str | Table]:
    """What of the summary hangs on the verdict's points, for a person to read."""
    yield _raters(told, {"reads as": "raters", "  clear ones": "clear"})
    yield from _calibration(told["calibration"])


def _raters(told: dict[str, Any], keys: Mapping[str, str]) -> Table:
    rows = ((name, *(_words(told[key][rater]) for rater in _RATERS)) for name, key in keys.items())
    return table(("", *(f"rater {rater + 1}" for rater in _RATERS)), rows, words=(0, 1, 2))


def _calibration(known: dict[str, float | None]) -> Iterator[str]:
    error, spread, least = (_figure(known[key]) for key in ("error", "error_spread", "error_if_calibrated"))
    agree, differ = (_figure(known[f"from_half_where_{key}"]) for key in ("raters_agree", "they_differ"))
    yield f"calibration error {error}, give or take {spread}; right probabilities would show {least} on so few"
    yield f"  P(headshot) is off ½ by {agree} where raters agree, {differ} where they differ"


def _agreed(ours: Sequence[str], theirs: Sequence[str]) -> dict[str, Any]:
    right = sum(a == b for a, b in zip(ours, theirs, strict=True))
    return {
        "right": right,
        "of": len(ours),
        "agreement": round(agreement(ours, theirs), 4),
        "kappa": round(kappa(ours, theirs), 4),
    }


def _confusion(ours: Sequence[str], theirs: Sequence[str]) -> dict[str, dict[str, int]]:
    pairs = list(zip(ours, theirs, strict=True))
    return {one: {other: pairs.count((one, other)) for other in _NAMES} for one in _NAMES}


def _defects(seen: Sequence[Seen]) -> dict[str, dict[str, Any]]:
    told = {}
    for name in DEFECTS:
        one = found([name in s.label.defects for s in seen], [raised(name, s.guidance.judgements) for s in seen])
        if one.cases >= _FEWEST:
            told[name] = {"cases": one.cases, "precision": _round(one.precision), "recall": _round(one.recall)}
    return told


def _share(holds: Iterator[bool]) -> float | None:
    all_ = list(holds)
    return round(sum(all_) / len(all_), 4) if all_ else None


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _words(one: dict[str, Any]) -> str:
    return f"{one['right']} of {one['of']} ({one['agreement']:.3f}), kappa {one['kappa']:.3f}"


def _percent(share: float | None) -> str:
    return "no case" if share is None else f"{share:.1%}"


def _figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"

"""Where the studio differs from the guide, and its own weights, from what its trainers have answered.

Trainers answer in two places: "I see it otherwise", and the quiz, where they agree with the guide as well. What
trainees say counts for themselves, never for the studio.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from rich.table import Table

from framing import VERSION
from framing.console import show, table
from framing.errors import LabelsError, RecordError
from framing.lab.evaluate.agreement import agreement, kappa
from framing.lab.evaluate.fit import Floats, Weights, fit, strengths
from framing.measures import MEASURES
from framing.presets.standard import standard_file
from framing.records.records import Records, records
from framing.records.values import Otherwise
from framing.types import Absent, Reading, Readings
from framing.verdict.chosen import LEAST, SOURCES, Figures, WeightsFile
from framing.verdict.terms import LEAD, TERMS
from framing.writing import save

_NAMES = ("headshot", "portrait")
_UNREAD = Absent("not read")


@dataclass(frozen=True, slots=True)
class Read:
    """One picture that the studio has read, beside how the guide read it."""

    guides: str
    own: str
    readings: Readings
    source: str


def evaluate(kept: Records | None = None) -> int:
    """The exit status, 0; prints where the studio differs. Raises RecordError where nothing was answered."""
    kept = kept or records(os.environ)
    read, seen = verdicts(kept), [one for _, one in kept.otherwise() if one.trainer]
    if not read and not seen:
        raise _nothing(kept)
    show([*_verdicts(read), *_readings(seen), *_cues(seen)])
    return 0


def fit_studio(out: Path | None, kept: Records | None = None) -> int:
    """The exit status, 0; prints how the studio's own weights do on pictures left out, and writes them there.

    Raises RecordError where nothing was answered, LabelsError where all comes from one source.
    """
    kept = kept or records(os.environ)
    read = [one for one in verdicts(kept) if one.own in _NAMES and one.guides in _NAMES]
    if not read:
        raise _nothing(kept)
    file = fitted(read, _name())
    show(_fitted(file))
    if out is not None:
        save(out, _toml(file).encode())
    return 0


def verdicts(kept: Records) -> list[Read]:
    """Every picture that a trainer has read, the newest answer of each picture of the quiz."""
    answers = {a.picture: a for _, a in kept.answers() if a.trainer and a.question == "reads_as" and a.readings}
    said = [(a.guides, a.own, a.readings, a.source or a.picture) for a in answers.values()]
    said += [
        (s.guides, s.own, s.readings, s.source) for _, s in kept.otherwise() if s.trainer and s.kind == "verdict"
    ]
    return [Read(guides, own, _as_read(readings), source) for guides, own, readings, source in said]


def fitted(read: Sequence[Read], name: str) -> WeightsFile:
    """Weights fitted to all of them, with the figures of weights fitted without the source of each picture.

    Raises LabelsError where there is one source alone, so that nothing can be left out.
    """
    seen, sources = strengths([one.readings for one in read]), [one.source for one in read]
    truths = np.array([one.own == "headshot" for one in read], dtype=np.float64)
    if len(set(sources)) < 2:
        raise LabelsError("answers about pictures of two sittings or folders at least", "one", "answer about others")
    left_out = np.zeros(len(read))
    for source in dict.fromkeys(sources):
        here = np.array([own == source for own in sources])
        others = [own for own in sources if own != source]
        left_out[here] = fit(seen[~here], truths[~here], others).chance(seen[here])
    own = Weights(tuple(term.points for term in TERMS), sum(LEAD.values()))
    found = fit(seen, truths, sources)
    return WeightsFile(
        name=name,
        guide=VERSION,
        fitted=datetime.now(UTC).date().isoformat(),
        pictures=len(read),
        sources=len(set(sources)),
        studio=_figures(left_out, truths),
        guides=_figures(own.chance(seen), truths),
        lead=found.lead,
        points={term.name: points for term, points in zip(TERMS, found.points, strict=True)},
    )


def _figures(chances: Floats, truths: Floats) -> Figures:
    sure = np.clip(chances, 1e-6, 1.0 - 1e-6)
    loss = -float(np.mean(truths * np.log(sure) + (1.0 - truths) * np.log(1.0 - sure)))
    return Figures(right=int(np.sum((chances > 0.5) == (truths > 0.5))), loss=round(loss, 4))


def _verdicts(read: Sequence[Read]) -> Iterator[str | Table]:
    guides, own = [one.guides for one in read], [one.own for one in read]
    if not read:
        yield "No verdict was answered by a trainer."
        return
    sources = len({one.source for one in read})
    figures = f"agreement {agreement(guides, own):.3f}, kappa {kappa(guides, own):.3f}"
    yield f"{len(read)} verdicts from {sources} sittings and folders: {figures}"
    pairs = Counter(zip(guides, own, strict=True))
    differ = sorted(((pair, n) for pair, n in pairs.items() if pair[0] != pair[1]), key=lambda one: -one[1])
    rows = [(f"{ours} → {theirs}", str(n), f"of {guides.count(ours)}") for (ours, theirs), n in differ]
    yield table(("guide → studio", "pictures", ""), rows)


def _readings(seen: Sequence[Otherwise]) -> Iterator[str | Table]:
    found = Counter((one.what, one.guides, one.own) for one in seen if one.kind == "reading")
    if found:
        by_measure = Counter(what for what, _, _ in found.elements())
        rows = [
            (what, str(by_measure[what]), f"{ours} → {theirs}", str(n))
            for (what, ours, theirs), n in sorted(found.items(), key=lambda one: (-by_measure[one[0][0]], one[0]))
        ]
        yield "Readings that the studio sees otherwise, by measure:"
        yield table(("measure", "in all", "guide → studio", ""), rows, words=(0, 2))


def _cues(seen: Sequence[Otherwise]) -> Iterator[str | Table]:
    found = Counter((one.what, one.own) for one in seen if one.kind == "cue")
    if found:
        said = {"none": "nothing to change", "opposite": "the other way", "later": "something else first"}
        rows = [(what, said.get(own, own), str(n)) for (what, own), n in found.most_common()]
        yield "Cues that the studio sees otherwise:"
        yield table(("cue", "the studio", "times"), rows, words=(0, 1))


def _fitted(file: WeightsFile) -> Iterator[str | Table]:
    yield f"{file.pictures} pictures from {file.sources} sittings and folders, each read without its own:"
    rows = [
        ("the studio's weights", f"{file.studio.right} right", f"loss {file.studio.loss:.3f}"),
        ("the guide's own", f"{file.guides.right} right", f"loss {file.guides.loss:.3f}"),
    ]
    yield table(("", "", ""), rows)
    if file.better:
        yield "They are better: FRAMING_WEIGHTS or the standard's `weights` puts them in use."
    elif file.pictures < LEAST or file.sources < SOURCES:
        yield f"Too few to say: {LEAST} pictures or more, from {SOURCES} sittings or folders, are needed."
    else:
        yield "They are no better than the guide's own, and will not be taken."


def _toml(file: WeightsFile) -> str:
    head = (
        "# A studio's own weights of the verdict, as `python -m framing fit --studio` has fitted them.\n"
        "# studio and guides are the figures on pictures that the weights were not fitted on.\n"
    )
    lines = [f"name = {_quoted(file.name)}", f"guide = {_quoted(file.guide)}", f"fitted = {_quoted(file.fitted)}"]
    lines += [f"pictures = {file.pictures}", f"sources = {file.sources}"]
    for whose, figures in (("studio", file.studio), ("guides", file.guides)):
        lines.append(f"{whose} = {{ right = {figures.right}, loss = {figures.loss} }}")
    lines += [f"lead = {file.lead}", "", "[points]", *(f"{name} = {points}" for name, points in file.points.items())]
    return head + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML; a name comes from a standard that was read, so it holds no control characters."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _name() -> str:
    standard = standard_file(os.environ)
    return "studio" if standard is None else standard.name


def _as_read(readings: object) -> Readings:
    known = dict(readings) if isinstance(readings, dict) else {}
    return {
        name: Reading(measure, _UNREAD if known.get(name) is None else float(known[name]))
        for name, measure in MEASURES.items()
    }


def _nothing(kept: Records) -> RecordError:
    remedy = 'press "I see it otherwise", or answer the quiz as the trainer'
    return RecordError(f"answers of a trainer in {kept.path}", "none", remedy)

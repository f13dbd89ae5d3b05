"""How often each kind of change was met rightly, as a table and as JSON, with every copy that was not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rich.table import Table

from framing.console import table
from framing.errors import FramingError
from framing.lab.prove.kinds import KINDS
from framing.lab.prove.run import Proof
from framing.lab.prove.trial import SKIN, Trial
from framing.types import Absent

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Report:
    """All proofs together, and what failed."""

    proofs: Sequence[Proof]
    errors: Sequence[tuple[str, FramingError]] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """What `prove --json` prints; shares are 0..1, or null where no copy could be made."""
        return {
            "photographs": len(self.proofs) + len(self.errors),
            "framed": len(self._framed),
            "kinds": {kind.name: _shares(self._trials(kind.name)) for kind in KINDS},
            "overall": _shares(self._trials()),
            "skin": {"photographs": len(self._skins), "unchanged": _share(self._skins, lambda p: not p.unfair)},
            "failures": [{"file": p.file, **failure} for p in self.proofs for failure in _failures(p)],
            "unfit": [{"file": p.file, "because": p.unfit} for p in self.proofs if p.unfit],
            "errors": [{"file": file, "error": str(error)} for file, error in self.errors],
        }

    def for_people(self) -> Iterator[str | Table]:
        """The same for a person to read."""
        yield f"{len(self._framed)} of {len(self.proofs)} photographs can be framed as the use asks"
        rows = [_row(kind.name, self._trials(kind.name)) for kind in KINDS]
        yield table(("change", "copies", "direction", "remedy", "stray"), [*rows, _row("all", self._trials())])
        unchanged = sum(not p.unfair for p in self._skins)
        yield f"skin down to {min(SKIN):.0%} of its reflectance: {unchanged} of {len(self._skins)} unchanged"
        for proof in self.proofs:
            for failure in _failures(proof):
                yield f"{proof.file}: {failure['kind']}: {', '.join(failure['failed'])}: {failure['because']}"

    @property
    def _framed(self) -> list[Proof]:
        return [p for p in self.proofs if not p.unfit]

    @property
    def _skins(self) -> list[Proof]:
        return [p for p in self._framed if not isinstance(p.unfair, Absent)]

    def _trials(self, kind: str | None = None) -> list[Trial]:
        return [t for p in self.proofs for t in p.trials if kind in (None, t.kind)]


def in_short(proof: Proof) -> str:
    """One line on a photograph that is done."""
    said = proof.unfit or f"{len(proof.trials)} copies, {len(list(_failures(proof)))} failures"
    return f"{proof.file}: {said}"


def _failures(proof: Proof) -> Iterator[dict[str, Any]]:
    for trial in (t for t in proof.trials if t.failed):
        failed = [
            *(["direction"] if not trial.moved else []),
            *(["remedy"] if not trial.cured else []),
            *(f"stray {name}" for name in trial.stray),
        ]
        yield {"kind": trial.kind, "failed": failed, "because": trial.because}
    if proof.unfair and not isinstance(proof.unfair, Absent):
        yield {"kind": "skin", "failed": ["changed"], "because": "; ".join(proof.unfair)}


def _shares(trials: Sequence[Trial]) -> dict[str, Any]:
    return {
        "copies": len(trials),
        "direction": _share(trials, lambda t: t.moved),
        "remedy": _share(trials, lambda t: t.cured),
        "stray": _share(trials, lambda t: bool(t.stray)),
    }


def _share(of: Sequence[_T], holds: Callable[[_T], bool]) -> float | None:
    return round(sum(map(holds, of)) / len(of), 4) if of else None


def _row(name: str, trials: Sequence[Trial]) -> tuple[str, ...]:
    shares = _shares(trials)
    told = ("–" if shares[key] is None else f"{shares[key]:.1%}" for key in ("direction", "remedy", "stray"))
    return (name, str(len(trials)), *told)

"""All checks one after the other, as lines or as JSON; a check that breaks is a result as well."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from framing.lab.doctor import machine, network, studio
from framing.lab.doctor.result import Result, State

Check = Callable[[], Iterable[Result]]
CHECKS: tuple[Check, ...] = (
    machine.python, machine.computer, machine.packages, machine.libraries, machine.vision, machine.models, machine.font,
    machine.languages,
    machine.started_from, network.address, network.hosts, network.camera, network.port, network.ice, network.rooms,
    network.sessions, network.presets, studio.standard, studio.drills, studio.weights,
)  # fmt: skip
SIGNS = {State.OK: "✓", State.WARN: "!", State.FAIL: "✗"}


def results(checks: Sequence[Check] = CHECKS) -> Iterator[Result]:
    """What each check found, in order; never raises."""
    for check in checks:
        try:
            yield from check()
        except Exception as error:  # noqa: BLE001 - whatever broke is just what somebody came here to learn
            remedy = "mend what is said above first, or report it"
            yield Result(check.__name__, State.FAIL, f"the check itself failed: {error!r}", remedy)


def plainly(finding: Result) -> None:
    """Print a finding, and below it what to do; with Python alone, for nothing else may be installed yet."""
    print(f"{SIGNS[finding.state]} {finding.name}: {finding.found}", flush=True)
    if finding.remedy:
        print(f"    → {finding.remedy}")


def run(*, as_json: bool, checks: Sequence[Check] = CHECKS, tell: Callable[[Result], None] = plainly) -> int:
    """The exit status: 0 when nothing fails, else 1; tells every finding as it comes, or prints all as JSON."""
    found = []
    for finding in results(checks):
        found.append(finding)
        if not as_json:
            tell(finding)
    if as_json:
        print(json.dumps([finding._asdict() for finding in found], indent=2, ensure_ascii=False))
    return int(any(finding.state is State.FAIL for finding in found))

"""What a studio brings of its own: its standard, its drills and its weights of the verdict."""

from __future__ import annotations

import os
from collections.abc import Iterator

from framing.lab.doctor.result import Result, State


def standard() -> Iterator[Result]:
    """The standard in use, with the digits of its hash."""
    from framing.errors import FramingError
    from framing.presets.standard import STANDARD
    from framing.school.standard import standard as in_use

    try:
        found = in_use(os.environ)
    except FramingError as error:
        yield Result("standard", State.WARN, f"{error.expected}: {error.found}", str(error.remedy))
    else:
        told = f"{STANDARD} names none" if found is None else f"{found.file.name} ({found.file.signed})"
        yield Result("standard", State.OK, told)


def drills() -> Iterator[Result]:
    """All drills, the user's own included."""
    from framing.errors import DrillError
    from framing.school.standard import drills as all_of_them

    found = all_of_them(os.environ)
    yield Result("drills", State.OK, f"{len(found.drills)} to practise")
    for problem in (one for one in found.problems if isinstance(one, DrillError)):  # a standard's is told by itself
        yield Result("drills", State.WARN, f"{problem.expected}: {problem.found}", str(problem.remedy))


def weights() -> Iterator[Result]:
    """Whose weights the verdict goes by."""
    from framing.verdict.chosen import in_use_or_own

    found, problems = in_use_or_own(os.environ)
    yield Result("weights", State.OK, found.name or "the guide's own")
    for problem in problems:
        yield Result("weights", State.WARN, f"{problem.expected}: {problem.found}", str(problem.remedy))

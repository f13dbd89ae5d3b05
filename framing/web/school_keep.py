"""The record of those who practise, where they want one: what is added to it, and what is known by it."""

from __future__ import annotations

import logging
import os

from framing import VERSION
from framing.errors import FramingError
from framing.presets.standard import standard_file
from framing.records.records import records
from framing.records.values import Attempt as Recorded
from framing.school.loop import weakest
from framing.session.log_once import LogOnce
from framing.web.school_cards import Past
from framing.web.school_practice import Attempt, Practice

_REPORT = LogOnce(logging.getLogger(__name__))


def keep(practice: Practice, attempt: Attempt) -> None:
    """Add a run to the trainee's record; without a trainee nothing is kept. Never raises: the score is shown anyway."""
    if practice.trainee is None:
        return
    try:
        number = records(os.environ).keep(practice.trainee, as_recorded(attempt))
    except FramingError as error:
        _REPORT(error)
        return
    if number is not None:
        practice.kept.add(attempt.id)


def as_recorded(attempt: Attempt) -> Recorded:
    """The attempt as a record keeps it, with the standard that it was scored by; raises StandardError."""
    first, last = attempt.shots[-1] if attempt.shots else (None, None)
    house, drill = standard_file(os.environ), attempt.run.drill
    return Recorded(
        id=attempt.id, guide=VERSION, drill=drill.id, title=drill.title, at=attempt.at, score=attempt.score,
        standard="" if house is None else house.name, hash="" if house is None else house.hash,
        before=first, after=last,
    )  # fmt: skip


def recorded(practice: Practice) -> list[Past]:
    """The runs in the trainee's record, the oldest first; none without a trainee, or where it cannot be read."""
    if practice.trainee is None:
        return []
    try:
        kept = records(os.environ)
        whose = kept.trainee(practice.trainee)
        found = () if whose is None else kept.attempts(whose.id)
    except FramingError as error:
        _REPORT(error)
        return []
    return [
        Past(
            one.attempt.id, one.attempt.drill, one.attempt.at, one.attempt.score.points,
            one.attempt.score.seconds, one.attempt.score.corrections, weakest(one.attempt.score),
        )
        for one in found
    ]  # fmt: skip

"""The record of those who practise, where they want one: what is added to it, and what is known by it."""

from __future__ import annotations

import logging
import os

from framing import VERSION
from framing.errors import FramingError
from framing.records.records import records
from framing.records.values import Attempt as Recorded
from framing.school.loop import weakest
from framing.school.standard import standard
from framing.session.log_once import LogOnce
from framing.web.school_cards import Past
from framing.web.school_practice import Attempt, Practice

_REPORT = LogOnce(logging.getLogger(__name__))


def keep(practice: Practice, attempt: Attempt) -> None:
    """Add a run to the trainee's record; without a trainee nothing is kept. Never raises: the score is shown anyway."""
    if practice.trainee is None:
        return
    first, last = attempt.shots[-1] if attempt.shots else (None, None)
    try:
        house = standard(os.environ)
        drill = attempt.run.drill
        number = records(os.environ).keep(
            practice.trainee,
            Recorded(
                id=attempt.id, guide=VERSION, drill=drill.id, title=drill.title, at=attempt.at, score=attempt.score,
                standard="" if house is None else house.file.name, hash="" if house is None else house.file.hash,
                before=first, after=last,
            ),
        )  # fmt: skip
    except FramingError as error:
        _REPORT(error)
        return
    if number is not None:
        practice.kept.add(attempt.id)


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

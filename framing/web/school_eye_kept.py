"""The answers of the quiz in the record: a trainee's where they have one, a trainer's under the picture's fingerprint.

What goes wrong with the record is logged and never in the way of the quiz. Both take a few milliseconds of a disk.
"""

from __future__ import annotations

import logging
import os
import time

from framing.errors import FramingError
from framing.records.records import records
from framing.records.values import Answer as Recorded
from framing.school.eye import WHATS, Answer, Question, beside
from framing.session.log_once import LogOnce

_REPORT = LogOnce(logging.getLogger(__name__))


def keep(asked: Question, given: Answer, trainee: str | None, *, trainer: bool, source: str) -> None:
    """Add an answer to the record: the trainer's, or that of the trainee with that token; without one nothing is.

    `source` names the sitting: pictures that were answered in one may be alike.
    """
    if trainee is None and not trainer:
        return
    guides, now = beside(asked, given), time.time()
    try:
        for what in WHATS:
            if own := given.to(what):
                one = Recorded(
                    now, asked.id, what, guides.to(what), own, asked.readings, source, trainer=trainer
                )
                records(os.environ).answer(one, trainee or "")
    except FramingError as error:
        _REPORT(error)


def trainers(picture: str) -> Answer | None:
    """What a trainer said of that picture, each question's newest answer; None where none has."""
    found: dict[str, str] = {}
    try:
        for _, one in records(os.environ).answers(picture):
            if one.trainer:
                found[one.question] = one.own
    except FramingError as error:
        _REPORT(error)
    return Answer(*(found.get(what, "") for what in WHATS)) if found else None

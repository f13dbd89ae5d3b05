"""What a scorecard says in a room: in the words of the school's page."""

from __future__ import annotations

from collections.abc import Mapping

from framing.page.school_texts import SCHOOL
from framing.types import Message

SCORE: Mapping[str, Message] = {
    key: SCHOOL[key]
    for key in (
        "your_scorecard", "score", "time", "corrections", "before_after", "by_axis", "levels_are", "of_time", "step_of",
        "at_start", "handed_in", "no_shots", "more_marks",
        "otherwise",
    )
}  # fmt: skip

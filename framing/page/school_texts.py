"""What the page of the school says, by key, as in `framing.page.texts`."""

from __future__ import annotations

from collections.abc import Mapping

from framing.page.school_eye_texts import EYE
from framing.types import Message

SCHOOL: Mapping[str, Message] = {
    **EYE,
    "title": "Framing guide",
    "school": "School",
    "drills": "Drills",
    "eye": "The eye",
    "match": "Match a picture",
    "class": "Class",
    "views": "What to practise",
    "language": "Language",
    "lost": "The connection is lost. It comes back by itself.",
    "not_open": "The school could not be opened. Check your connection and load the page again.",
}

FULL_SCHOOL: Message = "Too many people practise here just now. Try again in a few minutes."

NO_SESSION: Message = "This visit is over. Load the page again."
GONE: Message = "This scorecard is no longer here. Scores are kept longer once you say who practises."

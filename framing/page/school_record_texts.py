"""What the page says of the record, the class and "I see it otherwise", by key; part of the school's words."""

from __future__ import annotations

from collections.abc import Mapping

from framing.types import Message

OTHERWISE: Mapping[str, Message] = {
    "otherwise": "I see it otherwise",
    "otherwise_title": "How do you see it?",
    "otherwise_keep": "Keep",
    "otherwise_picture": "Keep the picture too",
    "otherwise_about": "The readings of this picture and your answer are kept on the guide's computer. "
    "The picture only if you say so.",
    "otherwise_kept": "Kept. Thank you.",
    "otherwise_not_kept": "This could not be kept. Try again.",
    "otherwise_close": "Close",
}

RECORD: Mapping[str, Message] = {
    **OTHERWISE,
    "record": "Who practises",
    "record_nobody": "Nothing is kept",
    "record_about": "Say who practises, and your scores are kept on the guide's computer. They show how you get on, "
    "and make a report. Your name or a number is enough.",
    "record_name": "Name or number",
    "record_pictures": "Keep the pictures before and after too",
    "record_begin": "Keep my scores",
    "record_mine": "Practises: *{name}*",
    "record_runs": "Runs kept: {runs}",
    "record_end": "Leave, and keep what is there",
    "record_erase": "Erase all of mine",
    "record_erased": "All of yours is erased.",
    "record_key": "On another device, enter this key to go on:",
    "record_have_key": "I have a key",
    "record_use_key": "Go on",
    "class_about": "All who practise here, with their last runs. Names and scores stay on the guide's computer.",
    "class_token": "The trainer's word",
    "class_open": "Show the class",
    "class_nobody": "Nobody has said yet that scores may be kept.",
    "class_name": "Trainee",
    "class_runs": "Runs",
    "class_last": "Last run",
    "class_trend": "Trend",
    "class_when": "When",
    "class_report": "Report",
    "class_erase": "Erase",
    "class_erase_sure": "Erase all of {name}? This cannot be undone.",
    "report_page": "Report",
    "report_pdf": "PDF",
}

NOBODYS: Message = "There is nothing here for you. Say who practises, or enter the trainer's word."
NO_PICTURE: Message = "There is no picture to speak about just now."
HIDDEN: Message = "In this drill nothing is told until you hand in. Say it on the scorecard."
GONE_MOMENT: Message = "This picture is no longer remembered. Press it once more."
SAYS: Mapping[str, Message] = {
    "headshot": "The guide reads a headshot.",
    "portrait": "The guide reads a portrait.",
    "neither": "The guide sees nobody to read.",
}
CHOICES: Mapping[str, Message] = {
    "headshot": "A headshot",
    "portrait": "A portrait",
    "neither": "Neither of the two",
    "none": "There is nothing to change here",
    "opposite": "The other way",
    "later": "Something else comes first",
    "low": "Too little",
    "ok": "Right as it is",
    "high": "Too much",
}

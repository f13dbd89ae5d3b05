"""The deck: everything round the picture that the person touches, as one element fed by plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from framing.live.session import Session
from framing.page.assets import component
from framing.page.choices import Choices
from framing.page.hints import hint
from framing.page.states import STATES, TROUBLES
from framing.page.texts import texts
from framing.page.told import cue_json, headline_json
from framing.presets.catalogue import Catalogue
from framing.presets.intent import QUESTIONS, Answers, Question, intent
from framing.say import Language, Told, translate
from framing.say import language as named
from framing.say.language import OFFERED

KEY = "deck"


def deck(data: Mapping[str, object]) -> Any:
    """Show the deck; the result has `choices`, and each wish (`asked.Wish`) in the one run after it was asked for."""
    return component("deck")(
        key=KEY, data=data, default={"choices": None},
        on_choices_change=_noted, on_shot_change=_noted, on_auto_change=_noted,
        on_tray_change=_noted, on_tidy_change=_noted,
    )  # fmt: skip


def _noted() -> None:
    """Nothing is to be done at once: the run that follows reads what was sent."""


def chosen() -> object:
    """What the deck last sent of the person's choices; None before its first word."""
    state = st.session_state.get(KEY)
    return None if state is None else state.get("choices")


def deck_data(
    choices: Choices, uses: Catalogue, session: Session, told: Told | None, shots: Mapping[str, object]
) -> dict[str, object]:
    """All that the deck shows, in words ready for the screen; `told` is what the panel shows at the same moment."""
    preset = uses.presets[choices.use]
    shape, language = hint(session.size, preset), session.settings.language
    return {
        **texts("deck", language),
        "languages": _languages(language),
        "uses": [
            {"name": p.name, "title": translate(language, p.title), "wants": p.reads_as} for p in uses.presets.values()
        ],
        "problems": [str(problem) for problem in uses.problems],
        "questions": [_question(question, language) for question in QUESTIONS],
        "states": {state: translate(language, words) for state, words in STATES.items()},
        "troubles": {code: [translate(language, words) for words in trouble] for code, trouble in TROUBLES.items()},
        "use": choices.use,
        "aspect": preset.aspect,
        "mode": choices.mode,
        "intent": _intent(choices, uses, language),
        "size": session.size,
        "frames": session.frames,
        "looks": session.looks,
        "cue": None if told is None else cue_json(told.cue),
        "reads": None if told is None else headline_json(told.headline),
        "ready": told is not None and told.ready,
        "hint": None if shape is None else {"text": translate(language, shape.text), "phone": shape.phone},
        **shots,
    }


def _languages(language: Language) -> list[dict[str, str]]:
    """Those to choose from by the names they give themselves; the pseudo-language only while it is spoken."""
    offered = dict.fromkeys([*OFFERED, language.code])
    return [{"code": code, "name": named(code).name} for code in offered]


def _question(question: Question, language: Language) -> dict[str, object]:
    options = [{"key": option.key, "label": translate(language, option.label)} for option in question.options]
    return {"key": question.key, "asks": translate(language, question.asks), "options": options}


def _intent(choices: Choices, uses: Catalogue, language: Language) -> dict[str, object]:
    found = intent(Answers(**{q.key: choices.answers.get(q.key) for q in QUESTIONS}))
    return {
        "answers": choices.answers,
        "preset": found.preset,
        "title": translate(language, uses.presets[found.preset].title),
        "because": " ".join(translate(language, sentence) for sentence in found.because),
    }

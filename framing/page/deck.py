"""The deck: everything round the picture that the person touches, as one element fed by plain values."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import streamlit as st

from framing.overlay.theme import theme_data
from framing.page.assets import component
from framing.page.choices import Choices
from framing.page.standard import standard_line
from framing.page.states import STATES, TROUBLES
from framing.page.texts import texts
from framing.presets.catalogue import Catalogue
from framing.presets.intent import QUESTIONS, Answers, Question, intent
from framing.say import Language, translate
from framing.say import language as named
from framing.say.offered import offered
from framing.session.session import Session
from framing.verdict.chosen import in_use_or_own

KEY = "deck"


def deck(data: Mapping[str, object]) -> Any:
    """Show the deck; the result has `choices`, and each wish (`asked.Wish`) in the one run after it was asked for."""
    return component("deck", "sitter", "room_score")(
        key=KEY, data=data, default={"choices": None}, on_choices_change=_noted, on_refresh_change=_noted
    )


def _noted() -> None:
    """Nothing is to be done at once: the run that follows reads what was sent."""


def chosen() -> object:
    """What the deck last sent of the person's choices; None before its first word."""
    state = st.session_state.get(KEY)
    return None if state is None else state.get("choices")


def deck_data(choices: Choices, uses: Catalogue, session: Session, beside: Mapping[str, object]) -> dict[str, object]:
    """What the deck shows until the person does something; what comes with each look is told over `session.token`."""
    preset, language = uses.presets[choices.use], session.settings.language
    return {
        **texts("deck", language),
        "languages": _languages(language),
        "uses": [
            {"name": p.name, "title": translate(language, p.title), "wants": p.reads_as} for p in uses.presets.values()
        ],
        "problems": [str(problem) for problem in (*uses.problems, *in_use_or_own(os.environ)[1])],
        "standard": standard_line(language),
        "questions": [_question(question, language) for question in QUESTIONS],
        "states": {state: translate(language, words) for state, words in STATES.items()},
        "troubles": {code: [translate(language, words) for words in trouble] for code, trouble in TROUBLES.items()},
        "use": choices.use,
        "aspect": preset.aspect,
        "mirrored": choices.viewer.mirrored,
        "theme": theme_data(),
        "mode": choices.mode,
        "intent": _intent(choices, uses, language),
        "session": session.token,
        **beside,
    }


def _languages(language: Language) -> list[dict[str, str]]:
    """Those to choose from by the names they give themselves; the pseudo-language only while it is spoken."""
    codes = dict.fromkeys([*offered(os.environ), language.code])
    return [{"code": code, "name": named(code).name} for code in codes]


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

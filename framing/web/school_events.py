"""What the page of the school says, done."""

from __future__ import annotations

import os
from collections.abc import Mapping

from framing.say import Language, language
from framing.say.language import LANGUAGES, SOURCE
from framing.school import run
from framing.school.reference import DRILL, drill_of
from framing.school.standard import drills
from framing.web.school_models import (
    Again,
    Begin,
    Choose,
    HandIn,
    Leave,
    Pause,
    Refer,
    Resume,
    Speak,
    Trainee,
)
from framing.web.school_practice import Practice
from framing.web.school_reference import REFERENCES

_EVENTS: Mapping[type, run.Event] = {
    Begin: run.Begin(),
    HandIn: run.HandIn(),
    Pause: run.Pause(),
    Resume: run.Resume(),
    Again: run.Again(),
}


def take(practice: Practice, said: object) -> None:
    """Do it; a drill that is not there is not chosen, and what makes no sense just now changes nothing."""
    match said:
        case Speak(language=code):
            practice.speak(spoken(code))
        case Choose():
            drill = drills(os.environ).drills.get(said.drill)
            if drill is not None:
                practice.choose(drill, said.before, said.shown or drill.shown)
        case Refer():
            found, drill = REFERENCES.find(practice.session, said.id), drills(os.environ).drills.get(DRILL)
            if found is not None and drill is not None:
                practice.choose(drill_of(found, drill), said.before, said.shown or drill.shown)
        case Leave():
            practice.leave()
        case Trainee(token=token):
            practice.trainee = token
        case _ if type(said) in _EVENTS:
            practice.take(_EVENTS[type(said)])


def spoken(code: str) -> Language:
    """The language of that code; English for any other."""
    return language(code if code in LANGUAGES else SOURCE)

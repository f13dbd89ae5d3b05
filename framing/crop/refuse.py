"""Where no crop can be offered, and why: cropping brings back nothing, takes nobody away and turns no head."""

from __future__ import annotations

from framing.crop.cut import cut_at_the_edge
from framing.judge import asked, judge, read
from framing.measures import MEASURES
from framing.parts import figure
from framing.types import Absent, Message, Preset, Scene, Severity, State, counted, filled, in_words

# Degrees beyond level from which a face is so foreshortened that eyes and chin no longer tell where the crown is: eyes
# to chin then shows 0.87 of itself, and the crown stands that far off the line on which it is looked for.
THROWN_BACK = 30.0
_ASKED = {name: MEASURES[name] for name in ("upright", "subjects", "face_in_view", "pitch")}


def refusal(scene: Scene, preset: Preset) -> Absent | None:
    """Why no crop of this picture can serve the use, None where one can; `scene` shows the whole picture."""
    found = {j.measure.name: j for j in judge(read(scene, measures=_ASKED), preset)}
    people = found["subjects"]
    if found["upright"].state in (State.LOW, State.HIGH):
        turns = found["upright"].value
        lies = "upright" if isinstance(turns, Absent) else in_words(MEASURES["upright"], turns)
        return Absent(filled("Turn the picture first: it is {lies}", lies=lies))
    if scene.people == 0 or isinstance(figure(scene), Absent):
        return Absent("Nobody in the picture to crop to")
    if people.state is State.HIGH:
        many = "There are {people:d} people in the picture, and this use wants {wanted}"
        return Absent(filled(many, people=scene.people, wanted=_people(preset)))
    if people.state is State.LOW:
        one = "There is one person in the picture, and this use wants {wanted}"
        few = "There is a group of {people:d} in the picture, and this use wants {wanted}"
        return Absent(counted(one, few, people=scene.people, wanted=_people(preset)))
    if not scene.faces and found["face_in_view"].severity is Severity.ERROR:
        return Absent("No face in the picture can be read, and this use needs one")
    if (through := cut_at_the_edge(scene, preset)) is not None:
        return Absent(filled("The picture's own edge cuts {through}, and no crop brings it back", through=through))
    pitch = found["pitch"].value
    if not isinstance(pitch, Absent) and abs(pitch) > THROWN_BACK:
        if pitch > 0:
            return Absent("The head is thrown so far forward that its top and its chin cannot be placed")
        return Absent("The head is thrown so far back that its top and its chin cannot be placed")
    return None


def _people(preset: Preset) -> Message:
    low, high = asked(MEASURES["subjects"], preset)[0] or (1.0, float("inf"))
    if low == high:
        return "one person alone" if high == 1 else filled("{people:.0f}", people=high)
    if high < float("inf"):
        return filled("at most {people:.0f}", people=high)
    return filled("{people:.0f} or more", people=low)

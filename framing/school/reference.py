"""A photograph as something to match: what of it can be asked of somebody else becomes bands, the rest is said.

Its frame, the head's size and place, how the head is held, the light and the backdrop's tone. Never the person's
looks: no measure of skin, hair or expression is among them. How wide the bands are: docs/school.md, "A reference to
match".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, get_args

from framing.errors import PhotoError
from framing.judge import read
from framing.measures import MEASURES
from framing.school.ghost import Ghost, ghost
from framing.school.score import judged, total
from framing.school.values import Asked, Drill, NamedLight, Rubric, Sample, Step
from framing.types import Absent, Band, LitFace, Message, Preset, Reading, Scene, filled, in_words
from framing.verdict.pattern import Pattern, pattern

# How far a reading may lie from the reference's and still be alike, to either side: more than what it differs by itself
# between a photograph and its mirror image (docs/school.md, "A reference to match").
WIDTHS: Mapping[str, float] = {
    "centring": 0.04,
    "eye_line": 0.03,
    "roll": 4.0,
    "pitch": 5.0,
    "yaw": 5.0,
    "key_side": 0.4,
    "light_height": 0.5,
    "backdrop_tone": 8.0,
}
SIZE = 0.1  # of itself, by which a head may be larger or smaller
_SURE = 0.5  # how sure the name of its light must be before it is asked for
_NAMED = frozenset(get_args(NamedLight))
_ASPECTS = (1 / 3, 3.0)  # width over height that a camera's picture can be cut to and still hold somebody
_LONGEST = 2400  # pixels: what a picture that matches it is cut to

DRILL = "match_a_reference"  # the drill whose one step a reference becomes

TITLE: Message = "Match the reference"
LEFT_ALONE: tuple[Message, ...] = (
    "Focal length and distance: a photograph does not tell from how far it was taken",
    "Depth of field: how soft the backdrop gets is up to your lens",
    "Looks, clothes and expression: they are the sitter's own and never asked for",
)
"""What is said of every reference: no band asks for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A photograph to match, without a pixel of it."""

    id: str
    step: Step
    ghost: Ghost
    lacking: tuple[Message, ...]  # what of this photograph could not be read, and why


class _Wanted(NamedTuple):
    reading: Reading
    band: Band


def reference(scene: Scene, id: str) -> Reference:  # noqa: A002 - the field's name
    """What the photograph asks for. Raises PhotoError where nobody's face can be read in it.

    `scene` is what was seen in the whole photograph, without bars; `id` tells it from others.
    """
    if not scene.faces:
        raise PhotoError("a photograph with a face that can be read", "none in this one", "choose another")
    readings = read(scene)
    found = {name: _wanted(readings[name]) for name in ("face_height", *WIDTHS)}
    wanted = {name: one for name, one in found.items() if isinstance(one, _Wanted)}
    lacking = [
        filled("{label}: {why}", label=MEASURES[name].label, why=one.why)
        for name, one in found.items()
        if isinstance(one, Absent)
    ]
    light = pattern(scene.lit_face) if isinstance(scene.lit_face, LitFace) else scene.lit_face
    named = light if isinstance(light, Pattern) and light.confidence >= _SURE and light.name in _NAMED else None
    asked = [_asked(one.reading) for one in wanted.values()]
    if "key_side" in wanted:
        asked.append(_asked(readings["key_to_fill"]))  # the same stops, as a ratio
    if named is not None:
        asked.append(Asked("Pattern of light", named.said))
    step = Step(
        goal=str(TITLE),
        preset=_preset(scene, {name: one.band for name, one in wanted.items()}),
        counts=frozenset(wanted) | {"subjects"},
        pattern="" if named is None else named.name,
        asked=tuple(asked),
    )
    return Reference(id, step, ghost(scene), tuple(lacking))


def match(step: Step, sample: Sample) -> float:
    """How well what was seen matches the reference of that step, 0..100: continuous, 100 where all is in its bands."""
    return total(judged(step, sample, Rubric()))


def drill_of(found: Reference, frame: Drill) -> Drill:
    """The drill with the reference as its one step."""
    return replace(frame, steps=(found.step,), alike={})


def _wanted(reading: Reading) -> _Wanted | Absent:
    value, name = reading.value, reading.measure.name
    if isinstance(value, Absent):
        return value
    if name in WIDTHS:
        return _Wanted(reading, Band(value - WIDTHS[name], value + WIDTHS[name]))
    return _Wanted(reading, Band(value / (1.0 + SIZE), value * (1.0 + SIZE)))


def _asked(reading: Reading) -> Asked:
    """The reading as a line of what is asked for."""
    value = reading.value
    return Asked(reading.measure.label, value.why if isinstance(value, Absent) else in_words(reading.measure, value))


def _preset(scene: Scene, bands: Mapping[str, Band]) -> Preset:
    """A use that asks for these bands alone; everything else is shown and not judged."""
    aspect = min(max(scene.aspect, _ASPECTS[0]), _ASPECTS[1])
    people = float(max(scene.people, 1))
    musts = {"upright": Band(0, 0), "face_in_view": Band(1, float("inf")), "subjects": Band(people, people), **bands}
    long, short = _LONGEST, round(_LONGEST * min(aspect, 1.0 / aspect))
    return Preset(
        name="reference",
        title=str(TITLE),
        aspect=aspect,
        pixels=(long, short) if aspect > 1.0 else (short, long),
        reads_as="portrait",
        shape="rectangle",
        source="the reference photograph itself",
        musts=musts,
        shown=frozenset(MEASURES) - frozenset(musts),
    )

"""What is read off pixels: the lit face, its colours and its detail, and the backdrop."""

from __future__ import annotations

from typing import NamedTuple

from framing.parts.age import STALE
from framing.parts.people import face
from framing.ramp import ramp
from framing.types import Absent, Backdrop, Cheeks, HeadTurn, Light, LitFace, Scene, Tint, too_few_between_the_eyes

FINE_EYES = 64  # pixels between the eyes at which detail is defined (docs/measures.md, "Sharpness")
# The whites of the eyes count for nothing at the first value and as much as the cheeks at the second; in between they
# fade, or a cast would jump as a lid comes and goes.
_WHITES = (40.0, 200.0)  # pixels of both eyes together
_REDDER = (0.0, 4.0)  # a* by which the cheeks are redder: what is as red is a lid


class Tints(NamedTuple):
    """What the colour of the light is judged by: skin, and the whites of the eyes as a second witness."""

    cheeks: Tint
    whites: Tint
    trust: float  # in the whites beside the cheeks, 0..1

    def both(self, cheeks: float, whites: float) -> float:
        """The mean of what the two say, each by its weight."""
        return (cheeks + self.trust * whites) / (1.0 + self.trust)


def lit_face(scene: Scene) -> LitFace | Absent:
    """The main face's pixels, unless they were looked at too long ago."""
    return Absent("the light was last read too long ago") if scene.pixels_age > STALE else scene.lit_face


def light(scene: Scene) -> Light | Absent:
    """Where the light on the main face comes from."""
    lit = lit_face(scene)
    return lit if isinstance(lit, Absent) else lit.light


def turned_light(scene: Scene) -> tuple[Light, HeadTurn] | Absent:
    """Where the light comes from, and which way the face that it falls on is turned."""
    found, main = light(scene), face(scene)
    if isinstance(found, Absent):
        return found
    return main if isinstance(main, Absent) else (found, main.turn)


def tints(scene: Scene) -> Tints | Absent:
    """The tint of the cheeks, and of the whites of the eyes as far as they show."""
    lit = lit_face(scene)
    if isinstance(lit, Absent):
        return lit
    if isinstance(lit.tint, Absent):
        return lit.tint
    if lit.tint.colourless:
        return Absent("a black-and-white picture has no cast")
    if isinstance(lit.sclera, Absent):
        return Tints(lit.tint, lit.tint, 0.0)
    trust = ramp(lit.sclera.pixels, *_WHITES) * ramp(lit.tint.a - lit.sclera.tint.a, *_REDDER)
    return Tints(lit.tint, lit.sclera.tint, trust)


def catchlights(scene: Scene) -> tuple[float, ...] | Absent:
    """Where the eyes mirror their lamp, one each, at least one."""
    lit = lit_face(scene)
    if isinstance(lit, Absent):
        return lit
    return lit.catchlights or Absent("no catchlight in the eyes")


def cheeks(scene: Scene) -> Cheeks | Absent:
    """The light on both cheeks."""
    lit = lit_face(scene)
    return lit if isinstance(lit, Absent) else lit.cheeks


def detailed_face(scene: Scene) -> LitFace | Absent:
    """The main face's pixels, where there are enough of them to judge detail."""
    lit = lit_face(scene)
    if isinstance(lit, Absent):
        return lit
    if lit.fine.size:
        return lit
    if lit.eye_pixels >= FINE_EYES:
        return Absent("too little of the face is in the picture")
    return too_few_between_the_eyes(lit.eye_pixels, FINE_EYES)


def backdrop(scene: Scene) -> Backdrop | Absent:
    """What stands behind the sitter, unless it was looked at too long ago."""
    return Absent("the backdrop was last looked at too long ago") if scene.pixels_age > STALE else scene.backdrop


def lit_scene(scene: Scene) -> tuple[LitFace, Backdrop] | Absent:
    """The face's light beside the backdrop's."""
    lit, behind = lit_face(scene), backdrop(scene)
    if isinstance(lit, Absent):
        return lit
    return behind if isinstance(behind, Absent) else (lit, behind)

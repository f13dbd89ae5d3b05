"""Why the picture reads as it does: each difference in words, with its numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator

from framing.measures.crop.heads_shown import SPOKEN, crop_name
from framing.types import Absent, Evidence, Lean, LitFace
from framing.verdict.pattern import Pattern, pattern
from framing.verdict.terms import DIFFERENCES, SLOPE, Values, held_away, points

_MIDDLING = (25.0, 65.0)  # L* of a backdrop between which its tone sets no mood that is mentioned
_CALM, _SPEAKS = 0.3, 0.4  # emotion that is calm, and an expressive face from which on it is mentioned
_HELD = 0.5  # of a gaze held away, from which on it is mentioned
_HARD = 2.0  # stops from the side, 4 to 1, from which on light is hard
_NO_COLOUR, _DARK = 3.0, 0.7  # readings of colours and low key that are mentioned
_SILENT = 0.2  # points below which a difference leans neither way


def reasons(values: Values) -> tuple[Evidence, ...]:
    """The five differences in the article's order, each with its lean, its words and its weight in logits."""
    return tuple(_reason(d, values) for d in DIFFERENCES)


def silent() -> tuple[Evidence, ...]:
    """The five differences where there is nobody to read them off."""
    return tuple(Evidence(d, "none", "nobody in view") for d in DIFFERENCES)


def _reason(difference: str, values: Values) -> Evidence:
    gained = points(difference, values)
    lean: Lean = "none" if abs(gained) < _SILENT else "headshot" if gained > 0 else "portrait"
    return Evidence(difference, lean, _WORDS[difference](values), SLOPE * gained, _numbers(difference, values))


def _numbers(difference: str, values: Values) -> str:
    """The numbers that say no more to a photographer than the words do."""
    if difference == "mood" and values("emotion", -1.0) >= 0:
        numbers = f"smile {values('smile', 0):.2f}, emotion {values('emotion', 0):.2f}"
        felt = values("expressive", -1.0)
        return numbers if felt < 0 else f"{numbers}, expressive {felt:.2f}"
    if difference == "environment" and values("detail", -1.0) >= 0:
        return f"detail on {values('detail', 0):.0%} of the backdrop"
    return ""


def _crop(values: Values) -> str:
    name = SPOKEN[crop_name(values("heads_shown", 1.0))]
    off = values("centring", 0.0)
    return f"{name}: {values.words('tightness')}" + (f", {abs(off):.0%} off centre" if abs(off) > 0.06 else "")


def _mood(values: Values) -> str:
    if values("emotion", -1.0) < 0:
        return values.words("emotion")
    if values("smile", -1.0) < 0:
        return values.words("smile")
    said = f"{values.words('smile')}, {_felt(values)}"
    tone = values("backdrop_tone", 50.0)
    return f"{said}, {values.words('backdrop_tone')} backdrop" if not _MIDDLING[0] <= tone <= _MIDDLING[1] else said


def _felt(values: Values) -> str:
    """What the face says: single features, or where none stands out, all together."""
    calm = values("emotion", 0.0) < _CALM
    return "an expressive face" if calm and values("expressive", 0.0) >= _SPEAKS else values.words("emotion")


def _environment(values: Values) -> str:
    return values.words("detail") if values("detail", -1.0) < 0 else f"{values.words('detail')} behind"


def _creativity(values: Values) -> str:
    said = [*_posing(values), *_light(values)]
    if said:
        return ", ".join(said)
    if values("yaw", 90.0) == 90.0:
        return values.words("yaw")
    light = "" if values("key_to_fill", -1.0) < 0 else f", light {values.words('key_to_fill')}"
    return f"straightforward: {values.words('yaw')}{light}"


def _posing(values: Values) -> Iterator[str]:
    if values("hands", 0.0) >= 0.3:
        yield values.words("hands")
    if abs(values("yaw", 0.0)) >= 12.0:
        yield f"face turned {abs(values('yaw', 0.0)):.0f}°"
    elif held_away(values) >= _HELD:
        yield "gaze held away"


def _light(values: Values) -> Iterator[str]:
    if values("colours", 40.0) < _NO_COLOUR:
        yield values.words("colours")
    if values("low_key", 0.0) >= _DARK:
        yield "low key"
    stops = values("key_to_fill", 0.0)
    if stops >= 0.6:
        yield f"{'hard light from the side' if stops >= _HARD else 'light'} {values.words('key_to_fill')}"
    lit = values.part("clipping_high")
    looks = pattern(lit) if isinstance(lit, LitFace) else Absent("no lit face")
    if isinstance(looks, Pattern) and looks.name != "flat":
        yield looks.said


_WORDS = {
    "subjects": lambda values: values.words("subjects"),
    "crop": _crop,
    "mood": _mood,
    "environment": _environment,
    "creativity": _creativity,
}

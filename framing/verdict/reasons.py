"""Why the picture reads as it does: what is seen of each difference, with its numbers beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from framing.measures.crop.heads_shown import SPOKEN, shot_size
from framing.types import Absent, Evidence, Lean, LitFace, Message, filled
from framing.verdict.pattern import Pattern, pattern
from framing.verdict.terms import DIFFERENCES, SLOPE, Values, cut_on_purpose, held_away
from framing.verdict.weights import GUIDES, Weights

_MIDDLING = (25.0, 65.0)  # L* of a backdrop between which its tone sets no mood that is mentioned
_CALM, _SPEAKS = 0.3, 0.4  # emotion that is calm, and an expressive face from which on it is mentioned
_HELD = 0.5  # of a gaze held away, or of a cut on purpose, from which on it is mentioned
_BARE = 0.35  # share of skin on the shoulders from which on it is mentioned
_SIDED = 0.6  # stops from the side, 3 to 2, from which on light is mentioned
_HARD = 2.0  # stops from the side, 4 to 1, from which on light is hard
_NO_COLOUR, _DARK = 3.0, 0.7  # readings of colours and low key that are mentioned
_OFF = 0.06  # of the width off centre, from which on it is mentioned
_DETAIL, _MUCH = (0.3, 0.7), "much to see behind"  # as the measure's own words have it
_SILENT = 0.2  # points below which a difference leans neither way


def reasons(values: Values, weights: Weights = GUIDES) -> tuple[Evidence, ...]:
    """The five differences in the article's order, each with its lean, what is seen and its weight in logits."""
    return tuple(_reason(d, values, weights) for d in DIFFERENCES)


def silent() -> tuple[Evidence, ...]:
    """The five differences where there is nobody to read them off."""
    return tuple(Evidence(d, "none", ("nobody in view",)) for d in DIFFERENCES)


def _reason(difference: str, values: Values, weights: Weights) -> Evidence:
    gained = weights.total(difference, values)
    lean: Lean = "none" if abs(gained) < _SILENT else "headshot" if gained > 0 else "portrait"
    seen, numbers = tuple(_SEEN[difference](values)), tuple(_numbers(difference, values))
    return Evidence(difference, lean, seen, SLOPE * gained, numbers)


def _numbers(difference: str, values: Values) -> Iterator[Message]:
    """The numbers that say no more to a photographer than the words do."""
    if difference == "mood" and values("emotion", -1.0) >= 0:
        yield filled("smile {value:.2f}", value=values("smile", 0))
        yield filled("emotion {value:.2f}", value=values("emotion", 0))
        if (felt := values("expressive", -1.0)) >= 0:
            yield filled("expressive {value:.2f}", value=felt)
    if difference == "environment" and values("detail", -1.0) >= 0:
        yield filled("detail on {share:.0%} of the backdrop", share=values("detail", 0))


def _subjects(values: Values) -> Iterator[Message]:
    yield values.words("subjects")


def _crop(values: Values) -> Iterator[Message]:
    yield SPOKEN[shot_size(values("heads_shown", 1.0))]
    yield values.words("tightness")
    if (off := abs(values("centring", 0.0))) > _OFF:
        yield filled("{off:.0%} off centre", off=off)


def _mood(values: Values) -> Iterator[Message]:
    if values("emotion", -1.0) < 0:
        yield values.words("emotion")
    elif values("smile", -1.0) < 0:
        yield values.words("smile")
    else:
        yield from (values.words("smile"), _felt(values))
        tone = values("backdrop_tone", 50.0)
        if not _MIDDLING[0] <= tone <= _MIDDLING[1]:
            yield "dark backdrop" if tone < _MIDDLING[0] else "light backdrop"


def _felt(values: Values) -> Message:
    """What the face says: single features, or where none stands out, all together."""
    calm = values("emotion", 0.0) < _CALM
    return "an expressive face" if calm and values("expressive", 0.0) >= _SPEAKS else values.words("emotion")


def _environment(values: Values) -> Iterator[Message]:
    detail = values("detail", -1.0)
    if detail < 0:
        yield values.words("detail")
    else:
        yield "plain behind" if detail < _DETAIL[0] else "some detail behind" if detail < _DETAIL[1] else _MUCH


def _creativity(values: Values) -> Iterator[Message]:
    said = [*_posing(values), *_light(values)]
    if said:
        yield from said
    elif values("yaw", 90.0) == 90.0:
        yield values.words("yaw")
    else:
        yield filled("straightforward: {turn}", turn=values.words("yaw"))
        if (ratio := values("key_to_fill", -1.0)) >= 0:
            yield _ratio(ratio)


def _posing(values: Values) -> Iterator[Message]:
    if values("hands", 0.0) >= 0.3:
        yield values.words("hands")
    if abs(values("yaw", 0.0)) >= 12.0:
        yield filled("face turned {degrees:.0f}°", degrees=abs(values("yaw", 0.0)))
    elif held_away(values) >= _HELD:
        yield "gaze held away"
    if values("bare_shoulders", 0.0) >= _BARE:
        yield "bare shoulders"
    if cut_on_purpose(values) >= _HELD:
        yield values.words("face_cut")


def _light(values: Values) -> Iterator[Message]:
    if values("colours", 40.0) < _NO_COLOUR:
        yield values.words("colours")
    if values("low_key", 0.0) >= _DARK:
        yield "low key"
    stops = values("key_to_fill", 0.0)
    if stops >= _HARD:
        yield _ratio(stops, hard=True)
    elif stops >= _SIDED:
        yield _ratio(stops)
    lit = values.part("clipping_high")
    looks = pattern(lit) if isinstance(lit, LitFace) else Absent("no lit face")
    if isinstance(looks, Pattern) and looks.name != "flat":
        yield looks.said


def _ratio(stops: float, *, hard: bool = False) -> Message:
    light = "light {ratio:.1f} to 1 ({stops:.1f} stops)"
    text = "hard light from the side {ratio:.1f} to 1 ({stops:.1f} stops)" if hard else light
    return filled(text, ratio=2**stops, stops=stops)


_SEEN: Mapping[str, Callable[[Values], Iterator[Message]]] = {
    "subjects": _subjects,
    "crop": _crop,
    "mood": _mood,
    "environment": _environment,
    "creativity": _creativity,
}

"""How far the face is from its own rest."""

from __future__ import annotations

from framing import parts
from framing.types import Measure, Remedy

# Puckered lips, squint and gaze are left out: they fire on faces at rest (docs/measures.md, "Rest and emotion").
_SHAPES = (
    "jawOpen", "browInnerUp", "cheekPuff",
    *(f"{shape}{side}" for side in ("Left", "Right") for shape in (
        "mouthSmile", "mouthFrown", "mouthUpperUp", "mouthStretch", "browDown", "noseSneer",
    )),
)  # fmt: skip


def neutral(known: parts.Known) -> float:
    """The strongest expression beyond the sitter's own rest, 0..1; under 0.3 the face is neutral.

    Rest is the sitter's baseline, or until they have looked into the lens what any face may show at rest.
    """
    rest, shown = known.baseline.expression, known.face.expression
    return max(0.0, *(shown.get(shape, 0.0) - rest.get(shape, 0.0) for shape in _SHAPES))


MEASURE = Measure(
    name="neutral",
    label="Expression",
    unit="0 to 1",
    of=parts.known_face,
    take=neutral,
    rank=86,
    when_high=Remedy("Relax {your} face: brows and lips at rest"),
    words=lambda value: "at rest" if value < 0.3 else "not at rest",
)

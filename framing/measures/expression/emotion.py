"""How strongly the face speaks beyond a smile."""

from __future__ import annotations

from framing import parts
from framing.ramp import ramp
from framing.types import Face, Measure


def emotion(face: Face) -> float:
    """The strongest of the open mouth, raised brows, frown, sneer and funnelled lips, 0..1; 0 is calm.

    A broad smile opens the mouth and lifts the brows of its own accord, so those two count less under one
    (MEASURES.md section 8e).
    """
    shape = face.expression.get
    smile = (shape("mouthSmileLeft", 0.0) + shape("mouthSmileRight", 0.0)) / 2.0
    frown = (shape("mouthFrownLeft", 0.0) + shape("mouthFrownRight", 0.0)) / 2.0
    sneer = (shape("noseSneerLeft", 0.0) + shape("noseSneerRight", 0.0)) / 2.0
    unless_smiling = 1.0 - ramp(smile, 0.3, 0.9)
    return max(
        ramp(shape("jawOpen", 0.0), 0.05, 0.4) * unless_smiling,
        ramp(shape("browInnerUp", 0.0), 0.1, 0.5) * unless_smiling,
        ramp(frown, 0.1, 0.5),
        ramp(sneer, 0.05, 0.3),
        shape("mouthFunnel", 0.0),
    )


MEASURE = Measure(
    name="emotion",
    label="Emotion",
    unit="0 to 1",
    of=parts.face,
    take=emotion,
    rank=79,
    words=lambda value: "calm" if value < 0.3 else "some emotion" if value < 0.7 else "strong emotion",
)

"""How strongly the face speaks beyond a smile."""

from __future__ import annotations

from framing import parts
from framing.ramp import ramp
from framing.types import Face, Measure

# Face heights T between the lips: a laugh opens them to 0.17, the widest toothy smile to 0.11.
_BEYOND_A_LAUGH = (0.17, 0.27)


def emotion(face: Face) -> float:
    """The strongest of parted lips, raised brows, frown, sneer and funnelled lips, 0..1; 0 is calm.

    A broad smile by itself parts the lips and lifts the brows, so those count less under one; but no smile or
    laugh opens the mouth as far as a scream, and what does counts whatever the smile. Lips are read off
    the mesh, which follows them better than the model's own jawOpen. Brows are raised on both sides: of a head turned
    aside the model lifts the one brow more. Puckered and pressed lips and lids are left out: full lips at rest read as
    the one, thin lips as the other, narrow eyes as blinks (docs/measures.md, "Rest and emotion").
    """
    shape = face.expression.get

    def both(name: str) -> float:
        return (shape(f"{name}Left", 0.0) + shape(f"{name}Right", 0.0)) / 2.0

    unless_smiling = 1.0 - ramp(both("mouthSmile"), 0.3, 0.9)
    outer = min(shape("browOuterUpLeft", 0.0), shape("browOuterUpRight", 0.0))
    brows = max(shape("browInnerUp", 0.0), outer)
    gap = face.lip_gap / max(face.height, 1e-6)
    return max(
        ramp(gap, 0.05, 0.15) * unless_smiling,
        ramp(gap, *_BEYOND_A_LAUGH),
        ramp(brows, 0.25, 0.75) * unless_smiling,
        ramp(shape("mouthFunnel", 0.0), 0.0, 0.2) * unless_smiling,
        ramp(both("mouthFrown"), 0.1, 0.5),
        ramp(both("noseSneer"), 0.05, 0.3),
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

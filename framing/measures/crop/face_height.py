"""How large the face is: the reading that distance changes, whatever the hair."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Face, Measure, Remedy, filled


def face_height(face: Face) -> float:
    """Eye middle to chin, T, in viewfinder heights, above 0; hair never counts, so tall hair is never "too close".

    OFIQ's head size (docs/measures.md, "Face height"). How much is right depends on the use: only presets band it.
    """
    return face.height


MEASURE = Measure(
    name="face_height",
    label="Distance",
    unit="viewfinder heights",
    of=parts.face,
    take=face_height,
    rank=30,
    when_low=Remedy("Come{a_little} closer to the camera", Direction.NEARER, fault="Too far from the camera"),
    when_high=Remedy("Move back{a_little} from the camera", Direction.FARTHER, fault="Too near to the camera"),
    words=lambda value: filled("face {share:.0%} of the height", share=value),
)

"""How far the face is tipped up or down, by the chin or by the camera's height."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Measure, Message, Remedy, filled


def pitch(known: parts.Known) -> float:
    """Degrees the face is tipped beyond what is level on this sitter, + down; 0 is level, and noise about 1 degree.

    The zero differs by up to 17 degrees from face to face (docs/measures.md), so it is the sitter's own baseline;
    until they have looked into the lens, whatever may be level counts as level.
    """
    low, high = known.baseline.pitch
    read = known.face.turn.pitch
    return min(read - low, 0.0) + max(read - high, 0.0)


def words(value: float) -> Message:
    """Up or down, seen from the camera."""
    if abs(value) < 3:
        return "level"
    return filled("{degrees:.0f}° down" if value > 0 else "{degrees:.0f}° up", degrees=abs(value))


# A camera too low and a chin too high look alike, so both are named, the lasting one first.
MEASURE = Measure(
    name="pitch",
    label="Camera height",
    unit="degrees",
    of=parts.known_face,
    take=pitch,
    rank=51,
    band=Band(-10.0, 10.0),  # docs/measures.md, "Head pose"
    when_low=Remedy(
        "Raise the camera to the height of {your} eyes, or chin down{a_little}",
        aloud="Raise the camera, or chin down{a_little}",
    ),
    when_high=Remedy(
        "Lower the camera to the height of {your} eyes, or chin up{a_little}",
        aloud="Lower the camera, or chin up{a_little}",
    ),
    words=words,
)

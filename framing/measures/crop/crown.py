"""The room above the crown, the head's top without its hair: what a document may never cut."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Measure, Remedy, filled


def crown(heads: parts.Heads) -> float:
    """From the top edge down to the highest crown, viewfinder heights; below 0 it is cut, whatever the hair.

    No model sees a crown under hair. It is taken to lie one face height T above the eyes along the face's axis: the
    eyes stand half way between chin and crown, in the artists' canon as in the template of ISO/IEC 19794-5.
    """
    return min(head.crown.y for head in heads.all)


MEASURE = Measure(
    name="crown",
    label="Crown",
    unit="viewfinder heights",
    of=parts.heads,
    take=crown,
    rank=43,
    when_low=Remedy("Tilt the camera up{a_little}", Direction.UP),
    words=lambda value: "the crown is cut" if value < 0 else filled("{share:.0%} above the crown", share=value),
)

"""Whether the bottom edge cuts through a joint."""

from __future__ import annotations

from framing import parts
from framing.types import Absent, Band, Direction, Measure, Remedy

_CUTTABLE = (13, 14, 15, 16, 25, 26, 27, 28)  # elbows, wrists, knees, ankles (docs/practice.md, "Where not to cut")
_CLEAR = 0.12  # heads between edge and joint from which the cut looks meant
_SEEN = 0.5  # a joint just below the edge is less sure than one inside


def joint_at_edge(figure: parts.Figure) -> float:
    """Heads by which an elbow, wrist, knee or ankle at the bottom edge must sink to be out of the picture, 0..0.24.

    0 where none is at the edge. Above a joint is where photographers cut, so there is one way to go, whichever side of
    the edge the joint is on.
    """
    if isinstance(figure.body, Absent):
        return 0.0
    body = figure.body
    below = (
        (float(body.joints[j, 1]) - 1.0) / max(figure.head_height, 1e-6)
        for j in _CUTTABLE
        if body.visibility[j] >= _SEEN and 0.0 <= body.joints[j, 0] <= figure.aspect
    )
    return max((_CLEAR - b for b in below if abs(b) < _CLEAR), default=0.0)


MEASURE = Measure(
    name="joint_at_edge",
    label="Joint at edge",
    unit="heads",
    of=parts.whole_figure,
    take=joint_at_edge,
    rank=49,
    band=Band(float("-inf"), 0.0),
    when_high=Remedy(
        "Tilt the camera up{a_little}, so that the edge cuts through no joint", Direction.UP,
        aloud="Tilt the camera up{a_little}",
    ),
    words=lambda value: "none" if value <= 0.0 else "cut by the edge",
)

"""Whether the bottom edge cuts through a joint."""

from __future__ import annotations

from framing import parts
from framing.types import Absent, Band, Measure, Remedy

_CUTTABLE = (13, 14, 15, 16, 25, 26, 27, 28)  # elbows, wrists, knees, ankles (PRACTICE.md section 3.2)
_FAR = 2.0  # heads: nothing near
_SEEN = 0.5  # a joint just below the edge is less sure than one inside


def joint_at_edge(figure: parts.Figure) -> float:
    """Heads between the bottom edge and the nearest elbow, wrist, knee or ankle, 0..2; 2 when none is near."""
    if isinstance(figure.body, Absent):
        return _FAR
    body = figure.body
    near = (
        abs(float(body.joints[j, 1]) - 1.0) / max(figure.head_height, 1e-6)
        for j in _CUTTABLE
        if body.visibility[j] >= _SEEN and 0.0 <= body.joints[j, 0] <= figure.aspect
    )
    return min((_FAR, *near))


MEASURE = Measure(
    name="joint_at_edge",
    label="Joint at edge",
    unit="heads",
    of=parts.whole_figure,
    take=joint_at_edge,
    rank=49,
    band=Band(0.12, float("inf")),
    when_low=Remedy("Move the crop off the joint: tilt the camera{a_little} up or down"),
    words=lambda value: "none" if value >= _FAR else f"{value:.1f} heads away",
)

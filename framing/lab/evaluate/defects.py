"""Which readings tell of which defect that the raters (vision models) name in a photograph."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from framing.types import Absent, Judgement, Judgements, State

_OUT = (State.LOW, State.HIGH)
_LOW, _HIGH = (State.LOW,), (State.HIGH,)

DEFECTS: Mapping[str, Mapping[str, tuple[State, ...]]] = MappingProxyType(
    {
        "looking_away": {"eye_contact": _OUT, "yaw": _OUT},
        "cluttered_background": {"clutter": _HIGH},
        "line_through_head": {"merger_left": _HIGH, "merger_right": _HIGH, "horizon": _HIGH},
        "low_separation": {"separation": _LOW},
        "too_little_headroom": {"headroom": _LOW},
        "head_cut": {"headroom": _LOW},
        "too_much_headroom": {"headroom": _HIGH},
        "off_centre": {"centring": _OUT},
        "tilted": {"roll": _OUT, "shoulder_tilt": _OUT},
        "eyes_closed": {"eyes_open": _LOW},
        "underexposed": {"exposure": _LOW, "clipping_low": _HIGH},
        "overexposed": {"exposure": _HIGH, "clipping_high": _HIGH},
        "backlit": {"backlight": _HIGH},
        "uneven_light": {"key_side": _OUT},
        "colour_cast": {"colour_cast": _OUT, "tint": _OUT},
        "blur": {"sharpness": _LOW, "motion": _HIGH},
    }
)
"""By the raters' names: the measures that tell of it, and the side of their band on which they do.

Open mouths and hands at the face are missing: no use but a document bands them, so nothing is ever raised.
"""

_CROWN = "crown"  # below 0 more than hair is cut: raters call it a cut head, and no longer too little headroom


def raised(defect: str, judgements: Judgements) -> bool:
    """Whether any reading that tells of the defect is out of its band on that side, and none of a graver one is."""
    if defect == "too_little_headroom" and any(j.measure.name == _CROWN and _below_zero(j) for j in judgements):
        return False
    return any(j.state in DEFECTS[defect].get(j.measure.name, ()) for j in judgements)


def _below_zero(judgement: Judgement) -> bool:
    return not isinstance(judgement.value, Absent) and judgement.value < 0.0

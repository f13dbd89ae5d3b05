"""The values that travel along the chain, in running order, all frozen.

Places are in *viewfinder heights*: x runs 0..aspect and y 0..1 inside the viewfinder, y downward, and points outside
are kept because crop advice needs them. The picture is never mirrored here; left and right are the sitter's own, so
the sitter's right is at small x.
"""

from framing.types.baseline import (
    DROOP,
    EVERYBODY,
    NOT_CALIBRATED,
    Baseline,
)
from framing.types.guidance import (
    Cue,
    Guidance,
    HowFar,
    Viewer,
)
from framing.types.judging import (
    Band,
    Direction,
    Evidence,
    Judgement,
    Judgements,
    Lean,
    Measure,
    Preset,
    Reading,
    Readings,
    ReadsAs,
    Remedy,
    Severity,
    State,
    Verdict,
    in_words,
)
from framing.types.lit import EVERYTHING, Cheeks, Hidden, Light, LitFace, Sclera, Shown, Tint, Tones
from framing.types.message import Filled, Message, counted, filled
from framing.types.places import (
    Absent,
    CloseUp,
    Frame,
    Image,
    Point,
    Points,
    Viewfinder,
    too_few_between_the_eyes,
)
from framing.types.seeing import (
    Backdrop,
    Body,
    Face,
    HeadTurn,
    Line,
    LookedAt,
    Scene,
)
from framing.types.standing import SOFT, TOUCH, Fault, Standing, Wrong

__all__ = [
    "DROOP",
    "EVERYBODY",
    "EVERYTHING",
    "NOT_CALIBRATED",
    "SOFT",
    "TOUCH",
    "Absent",
    "Backdrop",
    "Band",
    "Baseline",
    "Body",
    "Cheeks",
    "CloseUp",
    "Cue",
    "Direction",
    "Evidence",
    "Face",
    "Fault",
    "Filled",
    "Frame",
    "Guidance",
    "HeadTurn",
    "Hidden",
    "HowFar",
    "Image",
    "Judgement",
    "Judgements",
    "Lean",
    "Light",
    "Line",
    "LitFace",
    "LookedAt",
    "Measure",
    "Message",
    "Point",
    "Points",
    "Preset",
    "Reading",
    "Readings",
    "ReadsAs",
    "Remedy",
    "Scene",
    "Sclera",
    "Severity",
    "Shown",
    "Standing",
    "State",
    "Tint",
    "Tones",
    "Verdict",
    "Viewer",
    "Viewfinder",
    "Wrong",
    "counted",
    "filled",
    "in_words",
    "too_few_between_the_eyes",
]

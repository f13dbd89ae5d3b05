from framing.guide import guide
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.types import Evidence, Guidance, Preset, Scene, Verdict


def told(scene: Scene | None = None, use: str = "headshot") -> Guidance:
    return guide(scene or sitter(), find(use))


def nobody() -> Guidance:
    return told(empty_room())


def verdict(reads_as: str = "portrait", probability: float | None = 0.2) -> Verdict:
    evidence = (Evidence("crop", "portrait", ("the <body> shows",), -1.5), Evidence("mood", "none", ("calm",), 0.0))
    return Verdict(reads_as, probability, "bust_half", evidence, "One step closer & it reads as a headshot")  # type: ignore[arg-type]


def preset(reads_as: str = "headshot") -> Preset:
    return Preset("x", "Book <jacket>", 0.8, (800, 1000), reads_as, "rectangle", "nobody")  # type: ignore[arg-type]

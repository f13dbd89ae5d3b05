"""What the use wants, set beside what the picture reads as."""

from __future__ import annotations

from framing.types import Preset, Verdict


def wants(verdict: Verdict, preset: Preset | None, *, ready: bool = False) -> str:
    """One sentence that sets what the use wants beside what the picture reads as, and says which of them wins."""
    if preset is None:
        return "No use is chosen: the picture is taken for what it is."
    if preset.reads_as == "either":
        return f"{preset.title} takes either."
    # "Headshot wants a headshot" would be an odd thing to read.
    named_alike = preset.title.lower() == preset.reads_as
    wanted = f"A {preset.reads_as} is wanted" if named_alike else f"{preset.title} wants a {preset.reads_as}"
    if verdict.reads_as == "neither":
        return f"{wanted}."
    if verdict.reads_as == preset.reads_as:
        return f"{wanted}, and so it reads."
    if ready:  # what a picture is for settles what it must be; what it reads as by itself is still said
        return f"It reads as a {verdict.reads_as}, but the use decides: all that {preset.title} asks for holds."
    return f"It reads as a {verdict.reads_as}. {wanted}."

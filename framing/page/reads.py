"""What the picture reads as, how sure that is, and what the use wants instead."""

from __future__ import annotations

from html import escape

from framing.types import Preset, Verdict


def reads(verdict: Verdict, preset: Preset | None) -> str:
    """A card as HTML: the name, the share, and a scale from portrait to headshot with the boundary marked."""
    share = "" if verdict.probability is None else f"{_sure(verdict):.0%}"
    nobody = verdict.reads_as == "neither" and verdict.crop == "none"
    name = "Nobody in view" if nobody else verdict.reads_as.capitalize()
    return (
        f'<section class="fg-card fg-reads"><h4>{"" if nobody else "It reads as"} <b>{name}</b><i>{share}</i></h4>'
        f"{_scale(verdict)}"
        f'<p class="fg-wants">{escape(wants(verdict, preset))}</p></section>'
    )


def wants(verdict: Verdict, preset: Preset | None) -> str:
    """One sentence that sets what the use wants beside what the picture reads as."""
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
    return f"It reads as a {verdict.reads_as}. {wanted}."


def _sure(verdict: Verdict) -> float:
    probability = verdict.probability or 0.0
    return 1.0 - probability if verdict.reads_as == "portrait" else probability


def _scale(verdict: Verdict) -> str:
    at = "" if verdict.probability is None else f'<u style="left:{4 + 92 * verdict.probability:.1f}%"></u>'
    ends = "".join(
        f'<span class="{"fg-on" if verdict.reads_as == end else "fg-end"}">{end}</span>'
        for end in ("portrait", "headshot")
    )
    told = "not placed" if verdict.probability is None else f"{verdict.probability:.0%} of the way to headshot"
    return (
        '<div class="fg-scale" role="img" '
        f'aria-label="From portrait to headshot: {told}; the boundary is in the middle">'
        f'{at}<s></s></div><p class="fg-ends">{ends}</p>'
    )

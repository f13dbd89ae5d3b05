"""Why it reads so: the five differences, each with its lean, and what would change the verdict."""

from __future__ import annotations

from html import escape
from math import exp

from framing.types import Evidence, Verdict

_LEANS = {"headshot": "leans to headshot", "portrait": "leans to portrait", "none": "leans to neither"}


def reasons(verdict: Verdict) -> str:
    """A card as HTML: a line for each difference, and the boundary in the sitter's terms."""
    lines = "".join(_line(evidence) for evidence in verdict.evidence)
    return (
        '<section class="fg-card fg-why"><h4>Because<span>portrait</span><span>headshot</span></h4>'
        f'{lines}<p class="fg-bound">{escape(verdict.boundary)}</p></section>'
    )


def _line(evidence: Evidence) -> str:
    # The same scale as the verdict's: where this difference alone would put the picture.
    place = 100.0 / (1.0 + exp(-max(-20.0, min(20.0, evidence.weight))))
    return (
        f'<div class="fg-{evidence.lean}"><b>{escape(evidence.difference.capitalize())}</b>'
        f'<span class="fg-lean" role="img" aria-label="{_LEANS[evidence.lean]}">'
        f'<u style="left:{place:.0f}%"></u></span>'
        f'<p title="{escape(evidence.because)}">{escape(evidence.because)}</p></div>'
    )

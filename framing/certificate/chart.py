"""The last runs of one drill and the line through them, as SVG: Altair's chart, made without a browser or a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from framing.certificate.moments import said
from framing.say import Language
from framing.say.language import number
from framing.school.trend import LAST, trend

WIDTH, HEIGHT = 418, 208  # pixels of the page
FONTS = "'Source Sans 3', 'Source Sans Pro', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of the ground that the chart stands on."""

    run: str
    line: str
    rule: str
    text: str
    strong: str


DARK = Look(run="#e9d8a6", line="#8d9094", rule="#2c2f34", text="#a3a5a8", strong="#eceae4")
"""The page's."""
PAPER = Look(run="#7a5c12", line="#8a8a86", rule="#dcdad3", text="#5c5b57", strong="#1b1a17")
"""The report's."""


def trend_svg(points: Sequence[tuple[float, float]], language: Language, look: Look = DARK) -> str:
    """The chart of (seconds since 1970, points 0..100), the oldest first; the last ten are drawn, and one alone is too.

    The first call of a process takes some seconds, since it starts the program that draws; later ones a fraction.
    """
    # Both take long to import, and nothing but a chart needs them.
    import vl_convert

    svg = str(vl_convert.vegalite_to_svg(_spec(points[-LAST:], language, look), allowed_base_urls=[]))
    return svg.replace("<svg ", '<svg direction="ltr" ', 1)  # its places are those of a page that runs to the right


def _spec(points: Sequence[tuple[float, float]], language: Language, look: Look) -> dict[str, Any]:
    import altair as alt

    rows = [{"run": n, "points": value, "said": number(language, value, ".0f")} for n, (_, value) in enumerate(points)]
    across = alt.X("run:Q", axis=None, scale=alt.Scale(domain=[-0.35, len(rows) - 0.35]))
    low = min(40.0, *(10.0 * (value // 10.0) for _, value in points)) if points else 40.0
    ticks = [low, 70, 100]
    names = " : ".join(f"datum.value === {tick:g} ? '{number(language, tick, '.0f')}'" for tick in ticks)
    axis = alt.Axis(
        values=ticks, labelExpr=f"{names} : ''", domain=False, ticks=False, gridColor=look.rule, labelColor=look.text,
        labelFontSize=13, labelPadding=8, labelFont=FONTS, title=None,
    )  # fmt: skip
    up = alt.Y("points:Q", axis=axis, scale=alt.Scale(domain=[low - 12.0, 106.0], nice=False))
    base = alt.Chart(alt.Data(values=rows)).encode(x=across, y=up)
    layers = [base.mark_line(color=look.run, strokeWidth=2.2, strokeJoin="round")] if len(rows) > 1 else []
    if (found := trend([value for _, value in points])) is not None:
        ends = [{"run": n, "points": found.level + found.slope * n} for n in (0, found.runs - 1)]
        line = alt.Chart(alt.Data(values=ends)).encode(x=across, y=up)
        layers.insert(0, line.mark_line(color=look.line, strokeWidth=1.5, strokeDash=[5, 5], clip=True))
    newest = base.transform_filter(f"datum.run === {len(rows) - 1}")
    layers += [
        base.mark_point(filled=True, color=look.run, size=30, opacity=1),
        newest.mark_point(filled=True, color=look.run, size=110, opacity=1),
        newest.mark_text(align="left", dx=11, fontSize=17, fontWeight=600, color=look.strong, font=FONTS).encode(
            text="said:N"
        ),
        *_days(points, language, look, across, low - 8.0),
    ]
    chart = alt.layer(*layers).properties(width=WIDTH - 64, height=HEIGHT - 16, background="transparent", padding=4)
    return dict(chart.configure_view(strokeWidth=0).to_dict(validate=False))


def _days(
    points: Sequence[tuple[float, float]], language: Language, look: Look, across: Any, height: float
) -> list[Any]:
    """The day of the first run and of the last, below them."""
    import altair as alt

    ends: dict[int, Literal["left", "center", "right"]] = {0: "center"} if points else {}
    if len(points) > 1:
        ends = {0: "left", len(points) - 1: "right"}
    up = alt.Y("points:Q", scale=alt.Scale(domain=[height - 4.0, 106.0], nice=False))
    return [
        alt.Chart(alt.Data(values=[{"run": n, "points": height, "said": said(points[n][0], language, year=False)}]))
        .mark_text(align=align, baseline="middle", fontSize=13, color=look.text, font=FONTS)
        .encode(x=across, y=up, text="said:N")
        for n, align in ends.items()
    ]


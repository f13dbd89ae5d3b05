"""The report as one HTML file that needs nothing else: style, chart and pictures are in it, and no script."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from itertools import pairwise
from pathlib import Path

from framing.certificate.report import Done, Line, Report

_STYLE = Path(__file__).with_name("report.css")


def page(report: Report) -> str:
    """The file's text."""
    words = {key: escape(said) for key, said in report.words.items()}
    pictures = _pictures(report, words)
    return f"""<!doctype html>
<html lang="{escape(report.language.code)}" dir="{report.language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(report.trainee)} · {escape(report.drill)} · {escape(report.day)}</title>
<style>{_STYLE.read_text("utf-8")}</style>
</head>
<body>
<main>
<header><p>{words["school"]}</p><p>{escape(report.day)}</p></header>
<section class="sum">
<div><p class="over">{words["trainee"]}</p><h1><bdi>{escape(report.trainee)}</bdi></h1><p class="drill">{escape(report.drill)}</p></div>
{_figure(words["score"], report.points, escape(report.of))}
{_figure(words["time"], report.time, "")}
{_figure(words["corrections"], report.corrections, escape(report.usual))}
</section>
<section><h2>{words["axes"]} <span>{words["levels"]}</span></h2>
{"".join(_axis(line, report.bounds) for line in report.axes)}</section>
<div class="both">
{pictures}
<section class="chart"><h2>{words["trend"]}</h2>{report.chart}<p>{escape(report.trend)}</p></section>
</div>
<section class="done"><h2>{words["drills"]}</h2><table>
<tr><th></th><th>{words["runs"]}</th><th>{words["last"]}</th><th></th></tr>
{"".join(map(_done, report.drills))}</table></section>
<footer>{escape(report.signed)}</footer>
</main>
</body>
</html>
"""  # noqa: E501 - as it is written


def _figure(title: str, value: str, beside: str) -> str:
    return f'<div class="figure"><p class="over">{title}</p><p><b>{escape(value)}</b> {beside}</p></div>'


def _axis(line: Line, bounds: tuple[float, float, float]) -> str:
    return (
        f'<div class="axis"><h3>{escape(line.title)}<span>{escape(line.level_words)}</span></h3>'
        f"{_bar(line.points, bounds)}<b>{escape(line.points_words)}</b>"
        f'<p><bdi>{escape(line.because)}</bdi><span><bdi>{escape(line.remedy)}</bdi></span></p></div>'
    )


def _bar(points: float | None, bounds: tuple[float, float, float]) -> str:
    """The four levels as long as they are, up to the one that was reached, and a mark where the points are."""
    if points is None:
        return "<i></i>"
    ends = (0.0, *bounds, 100.0)
    levels = "".join(
        f'<u style="flex:{high - low:g}"{_reached(points, low, high)}></u>'
        for low, high in pairwise(ends)
    )
    return f'<i class="bar">{levels}<s style="inset-inline-start:{min(points, 100.0):.1f}%"></s></i>'


def _reached(points: float, low: float, high: float) -> str:
    if points >= high and high < 100.0:
        return ' class="past"'
    return ' class="at"' if points >= low else ""


def _pictures(report: Report, words: dict[str, str]) -> str:
    both = ((report.before, words["start"]), (report.after, words["handed_in"]))
    shown = "".join(
        f'<figure><img src="data:image/jpeg;base64,{b64encode(data).decode("ascii")}" alt="{said}">'
        f"<figcaption>{said}</figcaption></figure>"
        for data, said in both
        if data is not None
    )
    return f'<section class="pictures"><h2>{words["pictures"]}</h2><div>{shown}</div></section>' if shown else ""


def _done(done: Done) -> str:
    return (
        f'<tr><td><bdi>{escape(done.title)}</bdi></td><td>{escape(done.runs)}</td><td>{escape(done.last)}</td>'
        f"<td>{escape(done.day)}</td></tr>"
    )

"""The report as a PDF on one sheet of A4, or more where many drills are done; the letters it needs are in it.

HarfBuzz joins Arabic letters and orders what runs from right to left (`fpdf`'s text shaping).
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import Literal

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from framing.certificate.chart import FONTS
from framing.certificate.fonts import dejavu, japanese
from framing.certificate.report import Done, Line, Report

Align = Literal["L", "R", "C"]
_INK, _SOFT, _RULE, _GOLD, _PAST, _EMPTY = "#1b1a17", "#5c5b57", "#cfccc2", "#b08a2e", "#9b988e", "#e0ddd3"
_MARGIN, _WIDE = 16.0, 210.0 - 2 * 16.0  # mm
_SHARP = 4.0  # pixels of the chart for one of its own


def pdf(report: Report) -> bytes:
    """The file."""
    return _Sheet(report).made()


class _Sheet:
    """Puts the report on paper from top to bottom; `x` runs the way the language does, in mm from its own margin."""

    def __init__(self, report: Report) -> None:
        self.report, self.words = report, report.words
        self.leftward = report.language.direction == "rtl"
        self.paper = FPDF(format="A4")
        self.paper.set_auto_page_break(True, 18.0)
        self.paper.set_margin(_MARGIN)
        self.paper.c_margin = 0.0  # texts begin where the rules do
        for bold in (False, True):
            self.paper.add_font("text", "B" if bold else "", dejavu(bold=bold))
        if (kanji := japanese()) is not None:
            for style in ("", "B"):
                self.paper.add_font("kanji", style, kanji)
            self.paper.set_fallback_fonts(["kanji"], exact_match=False)
        self.paper.set_text_shaping(True)
        self.paper.set_lang(report.language.code)
        self.paper.set_title(f"{report.trainee} · {report.drill} · {report.day}")
        self.paper.set_creator(report.words["school"])
        self.paper.set_creation_date(datetime.now(UTC))

    def made(self) -> bytes:
        paper = self.paper
        paper.add_page()
        paper.set_fill_color(_GOLD)
        paper.rect(0.0, 0.0, 210.0, 2.2, style="F")
        self._head()
        self._axes()
        self._pictures_and_chart()
        self._drills()
        paper.ln(5.0)
        self._row([(self.report.signed, 0.0, _WIDE, "L")], 8.0, colour=_SOFT, line=4.2)
        return bytes(paper.output())

    def _head(self) -> None:
        report, words, paper = self.report, self.words, self.paper
        self._row([(words["school"], 0.0, 110.0, "L"), (report.day, 110.0, _WIDE - 110.0, "R")], 8.5, colour=_SOFT)
        paper.ln(7.0)
        top = paper.get_y()
        self._row([(words["trainee"].upper(), 0.0, 90.0, "L")], 7.5, bold=True, colour=_SOFT, line=4.5)
        self._row([(report.trainee, 0.0, 90.0, "L")], 24.0 if len(report.trainee) < 16 else 15.0, bold=True, line=10.5)
        self._row([(report.drill, 0.0, 90.0, "L")], 12.0, line=6.0)
        end = paper.get_y()
        figures = (
            (words["score"], report.points, report.of),
            (words["time"], report.time, ""),
            (words["corrections"], report.corrections, report.usual),
        )
        for number, (title, value, beside) in enumerate(figures):
            paper.set_y(top + 3.0)
            at = 94.0 + 29.0 * number
            self._row([(title.upper(), at, 28.0, "L")], 7.0, bold=True, colour=_SOFT, line=4.5)
            self._row([(value, at, 28.0, "L")], 22.0, bold=True, line=9.5)
            self._row([(beside, at, 28.0, "L")], 8.0, colour=_SOFT, line=4.2)
        paper.set_y(max(end, paper.get_y()) + 8.0)

    def _axes(self) -> None:
        self._heading(self.words["axes"], self.words["levels"])
        for line in self.report.axes:
            self._axis(line)
        self.paper.ln(7.0)

    def _axis(self, line: Line) -> None:
        paper, top = self.paper, self.paper.get_y() + 2.4
        paper.set_y(top)
        self._row([(line.title, 0.0, 44.0, "L")], 10.0, bold=True, line=4.8)
        self._row([(line.level_words, 0.0, 44.0, "L")], 8.2, colour=_SOFT, line=4.2)
        left = paper.get_y()
        if line.points is not None:
            self._bar(line.points, 46.0, 38.0, top + 4.2)
        paper.set_y(top + 1.0)
        self._row([(line.points_words, 86.0, 12.0, "R")], 14.0, bold=True, line=7.0)
        paper.set_y(top)
        self._row([(line.because, 104.0, _WIDE - 104.0, "L")], 8.6, line=4.5)
        if line.remedy:
            self._row([(line.remedy, 104.0, _WIDE - 104.0, "L")], 8.2, colour=_SOFT, line=4.2)
        paper.set_y(max(left, paper.get_y(), top + 9.0) + 2.0)
        self._rule()

    def _bar(self, points: float, at: float, wide: float, y: float) -> None:
        """The four levels as long as they are, up to the one that was reached, and a mark where the points are."""
        ends = (0.0, *self.report.bounds, 100.0)
        for low, high in pairwise(ends):
            reached = _PAST if points >= high and high < 100.0 else _GOLD if points >= low else _EMPTY
            self._block(at + wide * low / 100.0, y, wide * (high - low) / 100.0 - 0.6, 2.0, reached)
        self._block(at + wide * min(points, 100.0) / 100.0 - 0.6, y - 1.4, 1.2, 4.8, _INK)

    def _pictures_and_chart(self) -> None:
        report, words, paper = self.report, self.words, self.paper
        pictures = [
            (data, said)
            for data, said in ((report.before, words["start"]), (report.after, words["handed_in"]))
            if data is not None
        ]
        wide = 84.0 if pictures else _WIDE
        across = _WIDE - wide
        top = paper.get_y()
        if pictures:
            self._heading(words["pictures"], "", wide=88.0)
            self._side_by_side(pictures, paper.get_y() + 2.5)
        below = paper.get_y()
        paper.set_y(top)
        self._heading(words["trend"], "", at=across, wide=wide)
        drawn = min(wide, 84.0)
        tall = drawn / 2.0
        x = self._left(across, drawn)
        paper.image(BytesIO(_pixels(report)), x=x, y=paper.get_y() + 1.0, w=drawn, h=tall, keep_aspect_ratio=True)
        paper.set_y(paper.get_y() + tall + 1.0)
        self._row([(report.trend, across, wide, "L")], 8.4, colour=_SOFT, line=4.4)
        paper.set_y(max(below, paper.get_y()) + 7.0)

    def _side_by_side(self, pictures: list[tuple[bytes, str]], top: float) -> None:
        wide, tall = 42.5, 52.0
        for number, (data, said) in enumerate(pictures):
            at = number * (wide + 3.0)
            self.paper.image(BytesIO(data), x=self._left(at, wide), y=top, w=wide, h=tall, keep_aspect_ratio=True)
            self.paper.set_y(top + tall + 1.0)
            self._row([(said, at, wide, "L")], 8.2, colour=_SOFT, line=4.2)

    def _drills(self) -> None:
        self._heading(self.words["drills"], "")
        self._row(
            [(self.words["runs"], 92.0, 18.0, "R"), (self.words["last"], 112.0, 26.0, "R")], 8.0, colour=_SOFT, line=5.5
        )
        for done in self.report.drills:
            self._done(done)

    def _done(self, done: Done) -> None:
        cells: list[tuple[str, float, float, Align]] = [
            (done.title, 0.0, 90.0, "L"), (done.runs, 92.0, 18.0, "R"), (done.last, 112.0, 26.0, "R"),
            (done.day, 138.0, _WIDE - 138.0, "R"),
        ]  # fmt: skip
        self._row(cells, 8.8, line=5.2)
        self._rule()

    def _heading(self, text: str, beside: str, *, at: float = 0.0, wide: float = _WIDE) -> None:
        cells: list[tuple[str, float, float, Align]] = [(text.upper(), at, wide, "L")]
        self._row(cells, 7.5, bold=True, colour=_SOFT, line=5.0)
        if beside:
            self.paper.set_y(self.paper.get_y() - 5.0)
            self._row([(beside, at + 60.0, wide - 60.0, "R")], 8.0, colour=_SOFT, line=5.0)
        self._rule(at, wide)

    def _row(
        self,
        cells: list[tuple[str, float, float, Align]],
        size: float,
        *,
        bold: bool = False,
        colour: str = _INK,
        line: float = 5.0,
    ) -> None:
        """Texts beside each other, each (text, x, width, how it stands), and on to below the tallest of them."""
        paper, top = self.paper, self.paper.get_y()
        paper.set_font("text", "B" if bold else "", size)
        paper.set_text_color(colour)
        below = top
        for text, at, wide, align in cells:
            paper.set_xy(self._left(at, wide), top)
            paper.multi_cell(
                wide, line, text, align=self._align(align), new_x=XPos.LEFT, new_y=YPos.NEXT
            )
            below = max(below, paper.get_y())
        paper.set_y(below)

    def _rule(self, at: float = 0.0, wide: float = _WIDE) -> None:
        y, left = self.paper.get_y() + 0.2, self._left(at, wide)
        self.paper.set_draw_color(_RULE)
        self.paper.set_line_width(0.2)
        self.paper.line(left, y, left + wide, y)
        self.paper.set_y(y)

    def _block(self, at: float, y: float, wide: float, tall: float, colour: str) -> None:
        self.paper.set_fill_color(colour)
        self.paper.rect(self._left(at, wide), y, wide, tall, style="F")

    def _left(self, at: float, wide: float) -> float:
        """The left end, in mm of the paper, of what begins so far from the side where the language begins."""
        return 210.0 - _MARGIN - at - wide if self.leftward else _MARGIN + at

    def _align(self, align: Align) -> Align:
        mirrored: dict[Align, Align] = {"L": "R", "R": "L", "C": "C"}
        return mirrored[align] if self.leftward else align


def _pixels(report: Report) -> bytes:
    """The chart as a PNG, its letters by the one font of the sheet that has those of the language."""
    import vl_convert

    for path in (dejavu(bold=False), japanese()):
        if path is not None:
            vl_convert.register_font_directory(str(path.parent))
    font = "IPAexGothic" if report.language.code == "ja" else "DejaVu Sans"
    return bytes(vl_convert.svg_to_png(report.chart.replace(FONTS, f"'{font}'"), scale=_SHARP))

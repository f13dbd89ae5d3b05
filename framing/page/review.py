"""The picture just taken, shown with its verdict before anything is kept, and the pictures that were kept."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framing.guide import guide
from framing.jpeg import jpeg
from framing.overlay.drawings import drawings
from framing.page.kept import KEPT, File
from framing.page.own import download, lazily, shown, token
from framing.page.panel import panel
from framing.page.payload import PanelLive, panel_live
from framing.page.plain import plain
from framing.say import ENGLISH, Language, say, translate
from framing.say.faults import fault, lead
from framing.session.session import Session
from framing.shot import Shot, cut, file_name, zipped
from framing.types import EVERYBODY, NOT_CALIBRATED, Absent, Baseline, Guidance, Viewer, counted, filled


@dataclass
class Roll:
    """What one open page has taken: the fresh picture until it is kept or not, and the kept ones, in memory only."""

    fresh: Shot | None = None
    seen: Guidance | None = None  # what the guide says of the fresh one once it has looked closely
    said: PanelLive | None = None  # the same, ready for the panel
    viewer: Viewer = Viewer.FRONT
    language: Language = ENGLISH
    baseline: Baseline = EVERYBODY  # what was known of its sitter
    focal: float | Absent = NOT_CALIBRATED  # and of its camera: the focal length in picture heights
    kept: list[Shot] = field(default_factory=list)
    saved: set[int] = field(default_factory=set)  # which of them were downloaded, by their place in the list
    shown: bool = False  # the kept ones are on the screen
    erasing: bool = False  # it is being asked whether to erase pictures that were not downloaded
    notice: tuple[str, str] | None = None  # why no picture could be taken
    refused: int = 0  # how often the automatic release took one that was not good enough
    again: str = ""  # what was wrong with the last of those

    def take(self, session: Session, viewer: Viewer) -> None:
        """Hold the newest frame up for review."""
        shot = session.shot()
        if isinstance(shot, Absent):
            why = filled("{why}.", why=shot.why)
            words = (why, "Wait until it plays, then take the picture again.")
            self.notice = (translate(self.language, words[0]), translate(self.language, words[1]))
        else:
            self._hold_up(shot, session, viewer)

    def take_if_good(self, session: Session, viewer: Viewer) -> None:
        """Hold the frame that was judged last up for review, unless that frame itself has a fault: then try again.

        Live guidance is steadied, so a blink in the frame itself does not count in it: what was read in this frame
        alone is asked first, and then the eyes for stills, which look more closely and at this frame only.
        """
        found = session.judged_shot()
        if isinstance(found, Absent):
            self._refuse(translate(self.language, found.why))
            return
        shot, judgements = found
        wrong = fault(judgements, self.language)
        if wrong is None:
            self._hold_up(shot, session, viewer)
            self.look()
            wrong = fault(self.seen.judgements, self.language) if self.seen is not None else None
        if wrong is not None:
            self._refuse(wrong)

    def look(self) -> None:
        """Look closely at the fresh one, unless that was done."""
        if self.fresh is not None and self.seen is None:
            self.seen, self.said = _looked_at(self.fresh, self.language, self.baseline, self.focal)

    def _hold_up(self, shot: Shot, session: Session, viewer: Viewer) -> None:
        self.fresh, self.seen, self.said, self.viewer, self.notice = shot, None, None, viewer, None
        self.baseline = session.look.rest.baseline
        self.focal = session.settings.focal
        self.again = ""

    def _refuse(self, why: str) -> None:
        self.fresh, self.again = None, why
        self.refused += 1

    def keep(self) -> None:
        """Keep the fresh one."""
        if self.fresh is not None:
            self.kept.append(self.fresh)
        self.fresh = None

    def drop(self) -> None:
        """Forget the fresh one."""
        self.fresh = None

    def close(self) -> None:
        """Put the kept ones away."""
        self.shown = self.erasing = False

    def spare(self) -> None:
        """Erase nothing after all."""
        self.erasing = False

    def take_over(self, other: Roll) -> None:
        """Have the pictures that were kept before this page was loaded again, before its own."""
        self.saved = other.saved | {place + len(other.kept) for place in self.saved}
        self.kept = other.kept + self.kept

    @property
    def unsaved(self) -> bool:
        """Whether closing the page would lose a kept picture."""
        return len(self.saved) < len(self.kept)


def open_review(roll: Roll) -> None:
    """Show the fresh picture: keep it, or take another."""
    st.dialog(translate(roll.language, "Keep this one?"), width="large", on_dismiss=roll.drop)(_review)(roll)


def open_tray(roll: Roll) -> None:
    """Show the kept pictures: download one, or all."""
    st.dialog(translate(roll.language, "Kept pictures"), width="large", on_dismiss=roll.close)(_tray)(roll)


def _review(roll: Roll) -> None:
    shot = roll.fresh
    if shot is None:  # decided on: the whole page runs, without the dialog
        st.rerun()
    first = st.empty()
    _lead(first, roll)
    left, right = st.columns([1.1, 1.0], gap="medium")
    with left:
        fresh = lazily(lambda: jpeg(cut(shot), shot.delivery.dpi), file_name(shot))
        alt, caption = translate(roll.language, "The picture just taken"), _caption(shot, roll.language)
        shown(fresh, f"fresh-{_stamp(shot)}", alt, roll.language, caption=caption)
        keep, again = st.columns(2)
        yes, no = translate(roll.language, "Keep"), translate(roll.language, "Again")
        keep.button(yes, type="primary", width="stretch", shortcut="k", on_click=roll.keep, key="keep")
        again.button(no, width="stretch", shortcut="a", on_click=roll.drop, key="again")
    with right:
        if roll.seen is None:
            roll.look()
            _lead(first, roll)
        if roll.said is not None:
            panel(roll.said, key="review", layout="still", language=roll.language)


def _lead(place: DeltaGenerator, roll: Roll) -> None:
    """What speaks against the picture stands above it, before anybody has to decide; its place is kept for it."""
    said, taste = translate(roll.language, "Looking at it closely…"), ""
    if roll.seen is not None:
        said, taste = lead(roll.seen, roll.viewer, roll.language)
    place.html(plain(said, "lead") + plain(taste, "note"))


def _looked_at(
    shot: Shot, language: Language, baseline: Baseline, focal: float | Absent
) -> tuple[Guidance, PanelLive]:
    from framing.perceive.still_eyes import StillEyes  # mediapipe takes a second to import: not while the page opens

    with closing(StillEyes()) as eyes:
        scene = eyes.see(shot.frame)
    known = focal if isinstance(focal, Absent) else shot.viewfinder.from_picture_heights(focal, shot.pixels)
    scene = replace(scene, baseline=baseline, focal=known)
    guidance = guide(scene, shot.preset)
    # Beside the cut, which is never mirrored.
    told, drawn = say(guidance, Viewer.STILL, language), drawings(scene, guidance, Viewer.STILL)
    return guidance, panel_live(told, drawn)


def _caption(shot: Shot, language: Language) -> str:
    words, why_not = shot.delivery.words, shot.why_not
    if shot.preset is not None:
        words = filled("{use}: {words}", use=shot.preset.title, words=words)
    if why_not is not None:
        words = filled("{words}. {why_not}.", words=words, why_not=why_not)
    return translate(language, words)


def _tray(roll: Roll) -> None:
    if not roll.kept:
        st.rerun()
    everything = File("framing-guide.zip", "application/zip", lambda: zipped(roll.kept))
    save, erase = st.columns([3, 1])
    with save:
        label = translate(roll.language, "Download all (ZIP)")
        if download(everything, f"all-{len(roll.kept)}", label, roll.language):
            roll.saved.update(range(len(roll.kept)))
    _eraser(roll, erase.button(translate(roll.language, "Erase all"), key="erase", width="stretch"))
    memory = (
        "They are in memory only. Closing this page forgets them; after a lost connection they wait 10 minutes for it "
        "to come back."
    )
    st.caption(translate(roll.language, memory))
    columns = st.columns(3)
    for number, shot in enumerate(roll.kept):
        with columns[number % 3]:
            label = translate(roll.language, "Download")
            if shown(_kept(shot), f"kept-{_stamp(shot)}", file_name(shot), roll.language, label=label):
                roll.saved.add(number)


def _kept(shot: Shot) -> File:
    return lazily(lambda: jpeg(cut(shot), shot.delivery.dpi, shot.taken), file_name(shot))


def _stamp(shot: Shot) -> str:
    return f"{shot.taken:%Y%m%d%H%M%S%f}"


def _eraser(roll: Roll, pressed: bool) -> None:
    """Forget all kept pictures; asks first where one would be lost."""
    left = len(roll.kept) - len(roll.saved)
    if pressed and not left:
        _erase()
    roll.erasing = roll.erasing or pressed
    if roll.erasing:
        lost = counted(
            "Not downloaded yet, and lost if you erase it: {left:d} picture of {all:d}.",
            "Not downloaded yet, and lost if you erase them: {left:d} pictures of {all:d}.",
            left=left, all=len(roll.kept),
        )  # fmt: skip
        st.warning(translate(roll.language, lost))
        yes, no = st.columns(2)
        if yes.button(translate(roll.language, "Erase them"), key="erase-yes", type="primary", width="stretch"):
            _erase()
        no.button(translate(roll.language, "Keep them"), key="erase-no", width="stretch", on_click=roll.spare)


def _erase() -> None:
    KEPT.erase(token())
    st.rerun()

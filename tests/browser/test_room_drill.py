"""A drill in a room, on both real pages: the trainer far away, the assistant beside the sitter."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Visit, serious
from tests.browser.test_room import WAIT, admit, fits, opened
from tests.browser.test_room_sitter import KEPT, comes_in_by

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.long]


def test_a_trainer_far_away_has_an_assistant_direct_the_sitter_through_a_drill(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with opened(with_person, guide) as (coach, link, _), comes_in_by(with_person, link, KEPT) as sitter:
        trainer, assistant = coach.page, sitter.page
        admit(trainer, "Mira")
        assistant.get_by_role("button", name="Yes, start").click(timeout=WAIT)
        trainer.locator(".ranked li").first.wait_for(timeout=WAIT)
        assistant.locator(".say b:not(:empty)").wait_for(timeout=WAIT)  # before the drill the guide speaks

        # The trainer chooses a drill.
        trainer.get_by_role("button", name="Drill", exact=True).click()
        trainer.locator("dialog.drills[open] li").first.wait_for(timeout=WAIT)
        assert serious(trainer) == []
        coach.shot(pictures, "room-drill-choice")
        trainer.locator("dialog.drills").get_by_text("Direct a stranger").click()
        sitter.wait_for("Bring a sitter to a headshot", ".practice")
        nothing_is_said(sitter)
        trainer.get_by_role("button", name="Begin").click(timeout=WAIT)
        assistant.get_by_role("button", name="Hand in").wait_for(timeout=WAIT)
        trainer.locator(".practice .now").get_by_text("Corrections: ").wait_for(timeout=WAIT)
        trainer.locator(".ranked li").first.wait_for(timeout=WAIT)
        assert trainer.locator(".ranked button:visible").count() == 0, "a cue cannot be pinned"
        nothing_is_said(sitter)
        assert serious(assistant) == []
        for size, name in ((DESKTOP, "wide"), (PHONE, "phone")):
            for visit, who in ((coach, "coach"), (sitter, "sitter")):
                visit.page.set_viewport_size(size)
                assert fits(visit.page)
                visit.shot(pictures, f"room-drill-{who}-{name}")
                visit.page.set_viewport_size(DESKTOP)

        # Both load their pages again: the time goes on.
        trainer.reload()
        trainer.locator(".practice .clock b:not(:empty)").wait_for(timeout=WAIT)
        assistant.reload()
        assistant.get_by_role("button", name="Yes, start").click(timeout=WAIT)
        assistant.get_by_role("button", name="Hand in").wait_for(timeout=WAIT)
        left = assistant.locator(".practice .clock b").inner_text()
        assert left < "3:00"

        # The assistant hands in; the scorecard is the trainer's until it is shown.
        trainer.locator(".ranked li").first.wait_for(timeout=WAIT)
        assistant.get_by_role("button", name="Hand in").click()
        trainer.locator("dialog.scored[open] .axes li").first.wait_for(timeout=WAIT)
        assert trainer.locator("dialog.scored .axes li").count() == 5
        trainer.locator("dialog.scored .pairs img").first.wait_for()
        assert serious(trainer) == []
        coach.shot(pictures, "room-drill-score")
        assert assistant.locator("dialog.scored[open]").count() == 0
        trainer.get_by_role("button", name="Show it to Mira").click()
        assistant.locator("dialog.scored[open] .axes li").first.wait_for(timeout=WAIT)
        for size, name in ((DESKTOP, "wide"), (PHONE, "phone")):
            assistant.set_viewport_size(size)
            assert fits(assistant)
            sitter.shot(pictures, f"room-drill-score-sitter-{name}")
        assistant.set_viewport_size(DESKTOP)
        assistant.locator("dialog.scored .close").click()
        assistant.locator(".practice").get_by_role("button", name="Close").click()
        assistant.locator(".say b:not(:empty)").wait_for(timeout=WAIT)  # the guide speaks again


def nothing_is_said(sitter: Visit) -> None:
    """Until neither cue nor verdict nor line is on the sitter's page, and what the server told it holds none."""
    page = sitter.page
    page.locator(".say:visible").wait_for(state="detached", timeout=WAIT)
    page.wait_for_function(
        "async () => { const { feed } = await import(new URL('guide/scripts/feed.js', document.baseURI));"
        " const { deck, panel, stage } = feed.live;"
        " const drawn = stage?.lines.length || stage?.labels.length;"
        " return !deck.cue && !deck.reads && !deck.ready && !panel && !drawn; }",
        timeout=WAIT,
    )

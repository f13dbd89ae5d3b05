"""What a room lends a page's guide, and hides from that page."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.page.payload import payload
from framing.presets.catalogue import find
from framing.session.lent import Lent
from framing.session.look import Look
from framing.types import Guidance
from tests.session.stage import Stage, guided, wait_for

PORTRAIT = find("half_length")


def said(look: Look) -> bool:
    """Whether anything of the guidance is in it."""
    bare = look.marks is None or not (look.marks.strokes or look.marks.labels or look.marks.captions)
    return isinstance(look.guidance, Guidance) or look.told is not None or look.scene is not None or not bare


def test_a_page_from_which_its_guidance_is_hidden_is_told_the_viewfinder_and_nothing_else(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    cue = payload(stage.session).deck.cue
    assert cue is not None
    stage.session.lend(Lent(PORTRAIT, hidden=True))
    told = payload(stage.session)
    deck = told.deck
    assert (deck.cue, deck.reads, deck.hint, deck.ready, told.panel) == (None, None, None, False, None)
    assert told.stage is not None
    assert (told.stage.lines, told.stage.labels, told.stage.over_face, told.stage.cuts) == ((), (), (), ())
    assert cue.text not in told.model_dump_json()
    stage.session.lend(None)
    assert payload(stage.session).deck.cue == cue


def test_what_is_hidden_from_the_page_is_looked_for_with_the_use_that_is_lent_and_whole_for_the_room(
    stage: Stage,
) -> None:
    stage.session.lend(Lent(PORTRAIT, hidden=True))

    def lent() -> bool:
        seen = stage.session.whole.guidance
        return isinstance(seen, Guidance) and seen.preset == PORTRAIT

    stage.send_until(lent)
    assert said(stage.session.whole)
    assert not said(stage.session.look)
    assert stage.session.settings.preset != PORTRAIT  # what the person has chosen is there again afterwards


def test_a_look_that_was_under_way_when_a_drill_began_is_not_told_to_the_page(stage: Stage) -> None:
    go_on = stage.begin_a_look()
    stage.session.lend(Lent(PORTRAIT, hidden=True))
    go_on.set()
    wait_for(lambda: isinstance(stage.session.whole.guidance, Guidance))
    assert not said(stage.session.look)


def _look(stage: Stage) -> None:
    before = stage.session.looks
    stage.send_until(lambda: stage.session.looks > before)


ACTS: dict[str, Callable[[Stage], None]] = {
    "look": _look,
    "hide": lambda stage: stage.session.lend(Lent(PORTRAIT, hidden=True)),
    "lend": lambda stage: stage.session.lend(Lent(PORTRAIT)),
    "end": lambda stage: stage.session.lend(None),
    "rest": lambda stage: stage.session.rest(),
}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=12))
def test_no_order_of_looks_and_drills_tells_the_page_anything_while_its_guidance_is_hidden(acts: list[str]) -> None:
    stage = Stage()
    heard: list[bool] = []
    try:
        with stage.session.subscribed(lambda _: heard.append(_leaks(stage))):
            for act in acts:
                ACTS[act](stage)
                assert not _leaks(stage)
            assert not any(heard)
    finally:
        stage.session.close()


def _leaks(stage: Stage) -> bool:
    lent = stage.session.lent
    return lent is not None and lent.hidden and said(stage.session.look)

"""A drill in a room: its cues are the coach's alone, its run is what the coach and the run's server make it."""

from hypothesis import given, settings

from framing.room import asked, drilling
from framing.room.letters import No
from framing.room.seen import cued, may_see_score, view, viewers
from framing.room.sentences import UNSEEN
from framing.room.values import Room
from tests.room.people import PICTURES, PLAYS, Act, Comes, Play, Runs, Says, join

often = settings(max_examples=200, deadline=None)
TAKEN = asked.PictureTaken(id=PICTURES[0], burst="b", number=1, width=4, height=3, bytes=9, preview="")


def begun() -> Play:
    """A coach p0, a sitter p1 who has said yes, a watcher p2."""
    play = Play()
    for act in (
        Comes("p0", "coach", known=False, said=join()), Comes("p1", "sitter", known=False, said=join()),
        Comes("p2", "watcher", known=False, said=join()),
        Says("p0", asked.Admit(who="p1")), Says("p0", asked.Admit(who="p2")),
        Says("p1", asked.Consent(see=True, pictures=True, camera=True)),
    ):  # fmt: skip
        play.do(act)
    return play


def drilled() -> Play:
    """The same, with a drill that is going."""
    play = begun()
    for act in (Says("p0", asked.Practise(drill="headroom")), Runs("one", 1), Says("p0", asked.Drill(what="begin"))):
        play.do(act)
    return play


@often
@given(PLAYS)
def test_no_order_of_events_gives_a_cue_to_sitter_or_watcher_while_a_drill_is_on(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        room, _ = play.do(act)
        assert {one.id for one in cued(room)} <= {one.id for one in viewers(room)}
        assert room.match is None or room.practice is None
        if not room.hides:
            continue
        assert all(one.role == "coach" for one in cued(room))
        for person in room.people:
            if person.admitted and person.role != "coach":
                pinned = view(room, person).pinned
                assert pinned is None or pinned.cue is None


@often
@given(PLAYS)
def test_a_scorecard_is_known_to_others_than_the_coach_only_once_it_is_revealed(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        room, _ = play.do(act)
        for person in room.people:
            if person.admitted and room.practice is not None and person.role != "coach":
                seen = view(room, person).drill
                assert seen is not None
                assert not seen.attempt or room.practice.revealed
                assert may_see_score(room.practice, person) == room.practice.revealed


@often
@given(PLAYS)
def test_a_run_has_one_number_and_only_goes_on(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        before = play.room.practice
        after = play.do(act).room.practice
        if before is not None and after is not None:
            assert after.number >= before.number
            if after.number == before.number:
                assert after.drill == before.drill
                assert before.phase != "over" or after.phase == "over"
        if after is not None and before is None:
            assert after.number == play.room.runs


def test_a_drill_needs_a_sitter_who_has_said_yes_to_being_seen() -> None:
    play = begun()
    play.do(Says("p1", asked.Consent(see=False, pictures=False, camera=False)))
    room, letters = play.do(Says("p0", asked.Practise(drill="headroom")))
    assert room.practice is None
    assert [letter.what for letter in letters] == [No(UNSEEN)]


def test_what_was_pinned_and_what_was_to_match_goes_with_the_choice_of_a_drill() -> None:
    play = begun()
    play.do(Says("p0", asked.Pin(cue="headroom.low", words=None)))
    play.do(Says("p0", asked.Match(picture="c" * 32)))
    room, _ = play.do(Says("p0", asked.Practise(drill="headroom")))
    assert (room.pinned, room.match) == (None, None)


def test_sitter_and_coach_hand_in_the_same_step_only_once() -> None:
    play = drilled()
    number = play.room.practice.number if play.room.practice else 0
    for who in ("p1", "p0"):
        play.do(Says(who, asked.HandIn(number=number, step=0)))
        play.do(Runs("went", 1))
    assert play.room.practice is not None
    assert (play.room.practice.step, play.room.practice.asked) == (1, None)


def test_a_watcher_does_not_hand_in() -> None:
    play = drilled()
    play.do(Says("p2", asked.HandIn(number=1, step=0)))
    assert play.room.practice is not None
    assert play.room.practice.asked is None


def test_a_run_that_its_server_lost_or_another_has_taken_over_is_at_its_start_and_says_so() -> None:
    for server in (Runs("two", 0), Runs("one", 0)):  # another server; the same one, which no longer has it
        play = drilled()
        play.do(Says("p1", asked.HandIn(number=1, step=0)))
        play.do(Runs("went", 1))
        there = play.do(server).room.practice
        assert there is not None
        assert (there.phase, there.step, there.moved, there.attempt) == ("ready", 0, True, "")
        assert there.number == 2


def test_the_end_of_a_drill_comes_with_its_last_picture_and_a_new_run_has_no_scorecard() -> None:
    play = drilled()
    play.do(Runs("over", 1))
    assert not play.room.hides
    play.do(Runs("scored", 1))
    room, _ = play.do(Says("p0", asked.Drill(what="again")))
    assert room.hides
    assert room.practice is not None
    assert (room.practice.attempt, room.practice.host, room.practice.phase) == ("", "", "going")


def test_the_next_sitter_begins_without_the_drill_of_the_one_before() -> None:
    play = drilled()
    assert play.do(Says("p1", asked.Leave())).room.practice is None


def test_a_picture_that_the_sitter_keeps_back_is_no_longer_one_to_match() -> None:
    for event in (asked.Hold(id=PICTURES[0], held=True), asked.Consent(see=True, pictures=False, camera=True)):
        play = begun()
        play.do(Says("p1", TAKEN))
        assert play.do(Says("p0", asked.Match(picture=PICTURES[0]))).room.match == PICTURES[0]
        room, _ = play.do(Says("p1", event))
        assert room.match is None
        assert play.do(Says("p0", asked.Match(picture=PICTURES[0]))).room.match is None


def test_while_a_drill_is_on_nothing_is_to_match_and_own_words_can_still_be_pinned() -> None:
    play = drilled()
    room, letters = play.do(Says("p0", asked.Match(picture="c" * 32)))
    assert room.match is None
    assert [letter.what for letter in letters] == [No(drilling.FIRST)]
    assert play.do(Says("p0", asked.Pin(cue="headroom.low", words=None))).room.pinned is None
    pinned: Room = play.do(Says("p0", asked.Pin(cue=None, words="Breathe out"))).room
    assert pinned.pinned is not None

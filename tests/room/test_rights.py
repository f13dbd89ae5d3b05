"""No order of events lets anybody see or do what their role may not."""

from hypothesis import given, settings

from framing.room import asked
from framing.room.door import GUESTS, WATCHERS
from framing.room.letters import Bid, Draw, End, In, Show, Signal
from framing.room.seen import view, viewers
from framing.room.values import Person, Room
from tests.room.people import PLAYS, Act, Comes, Play, Says

often = settings(max_examples=200, deadline=None)


def on(rooms: tuple[Room, ...], line: str) -> Person:
    """Who had that connection, before or after."""
    return next(person for room in rooms if (person := room.on(line)) is not None)


@often
@given(PLAYS)
def test_nothing_reaches_somebody_who_may_not_have_it(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        before = play.room
        room, letters = play.do(act)
        for line, what in letters:
            if isinstance(what, Signal | Show | Bid | Draw):
                to, sender = on((before, room), line), on((before,), play.lines[act.person])
                assert to.admitted
                assert sender.admitted
                assert to.line != sender.line
            match what:
                case Signal():
                    assert {to.role, sender.role} != {"watcher"}
                    assert before.yes.see or "sitter" not in {to.role, sender.role}
                case Show(picture=picture):
                    assert (to.role, sender.role) == ("coach", "sitter")
                    assert before.yes.pictures
                    assert not room.picture(picture.id).held
                case Bid(what=bid):
                    assert (to.role, sender.role) == ("sitter", "coach")
                    assert before.yes.see
                    assert before.yes.camera or isinstance(bid, asked.Take | asked.Stop)
                    assert not isinstance(bid, asked.Take) or before.doing is None or before.doing.playing
                case Draw():
                    assert sender.role == "coach"
                    assert before.yes.see


@often
@given(PLAYS)
def test_nobody_but_the_coach_lets_in_or_directs_and_nobody_but_the_sitter_allows(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        before = play.room
        room, _ = play.do(act)
        if not isinstance(act, Says):
            continue
        role = getattr(before.on(play.lines.get(act.person, "")), "role", None)
        if role != "coach":
            assert directed(room) == directed(before) or isinstance(act.event, asked.Leave)
            assert room.match in (before.match, None)  # a picture that is kept back
            for chosen in (let_in, starred, wanted):
                assert chosen(room) <= chosen(before)
        if role != "sitter":
            assert (room.yes, room.abilities, room.doing) in (
                (before.yes, before.abilities, before.doing), (type(before.yes)(), None, None),
            )  # fmt: skip
            assert room.over or kept_back(room) == kept_back(before)


def directed(room: Room) -> tuple[object, ...]:
    """What a coach decides."""
    return (
        room.name, room.use, room.use_locked, room.locked, room.paused, room.pinned, room.removed, room.over,
        practised(room),
    )  # fmt: skip


def practised(room: Room) -> tuple[object, ...] | None:
    """What a coach decides on a drill; that a picture is handed in the sitter says too."""
    there = room.practice
    return None if there is None else (there.drill, there.number, there.phase, there.revealed)


def let_in(room: Room) -> set[str]:
    return {one.id for one in room.people if one.admitted}


def kept_back(room: Room) -> list[tuple[str, bool, bool]]:
    return [(one.id, one.held, one.given) for one in room.pictures]


def starred(room: Room) -> set[str]:
    return {one.id for one in room.pictures if one.starred}


def wanted(room: Room) -> set[str]:
    return {one.id for one in room.pictures if one.asked}


@often
@given(PLAYS)
def test_the_sitter_is_seen_only_after_their_own_yes_on_the_connection_that_stands(acts: list[Act]) -> None:
    play, said = Play(), dict[str, bool]()
    for act in acts:
        room, letters = play.do(act)
        if isinstance(act, Comes):
            let_in = any(isinstance(letter.what, In) for letter in letters)
            said[play.lines[act.person]] = let_in and act.said.see is True
        elif isinstance(act, Says) and isinstance(act.event, asked.Consent) and act.person in play.lines:
            said[play.lines[act.person]] = act.event.see
        sitter = room.the("sitter")
        if room.yes.see:
            assert sitter.line is not None
            assert said[sitter.line]
        if viewers(room):
            assert room.yes.see
            assert all(one.admitted and one.role != "sitter" for one in viewers(room))


@often
@given(PLAYS)
def test_everybody_sees_of_the_room_what_their_role_may_see(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        room, _ = play.do(act)
        for person in room.people:
            if not person.admitted:
                continue
            seen = view(room, person)
            if person.role != "coach":
                assert all(one.admitted for one in seen.people)
                mine = [one.id for one in room.pictures if one.of == person.id]
                assert [one.id for one in seen.pictures] == (mine if person.role == "sitter" else [])
            if person.role != "sitter":
                assert seen.abilities is None or (person.role == "coach" and room.yes.camera)
                assert seen.doing is None or room.yes.see


@often
@given(PLAYS)
def test_a_room_never_holds_more_than_one_coach_one_sitter_and_four_watchers(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        room, _ = play.do(act)
        inside = [one.role for one in room.people if one.admitted]
        assert inside.count("coach") <= 1
        assert inside.count("sitter") <= 1
        assert inside.count("watcher") <= WATCHERS
        assert len(inside) <= GUESTS + 1
        lines = [one.line for one in room.people if one.line is not None]
        assert len(lines) == len(set(lines))
        assert len({one.id for one in room.people}) == len(room.people)


@often
@given(PLAYS)
def test_who_was_sent_out_and_what_is_over_stay_so(acts: list[Act]) -> None:
    play = Play()
    for act in acts:
        before = play.room
        room, letters = play.do(act)
        assert set(before.removed) <= set(room.removed)
        assert not {one.id for one in room.people} & set(room.removed)
        if before.over:
            assert room.over
            assert not room.people
            assert all(isinstance(letter.what, End) for letter in letters)


@often
@given(PLAYS)
def test_an_original_is_due_only_while_its_sitter_gives_it_and_the_coach_has_asked(acts: list[Act]) -> None:
    play, asked_for = Play(), set[str]()
    for act in acts:
        before = play.room
        room, _ = play.do(act)
        if isinstance(act, Says) and isinstance(act.event, asked.Originals):
            asked_for |= {one.id for one in room.pictures if one.asked}
        for one in room.pictures:
            if one.due:
                assert one.id in asked_for
            if one.held or not one.given:
                assert not one.due
                assert one.state == "none"
            if one.state == "here" and before.picture(one.id) != one:
                assert one.due

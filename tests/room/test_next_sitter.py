"""One sitter after the other in the same room."""

from framing.room import asked
from framing.room.seen import view
from tests.room.people import PICTURES, Comes, Play, Says, join

PICTURE = asked.PictureTaken(id=PICTURES[0], burst="b", number=1, width=4, height=3, bytes=9, preview="")


def test_the_next_sitter_neither_sees_nor_decides_on_what_the_one_before_has_taken() -> None:
    play = Play()
    for act in (
        Comes("p0", "coach", known=False, said=join()), Comes("p1", "sitter", known=False, said=join()),
        Says("p0", asked.Admit(who="p1")), Says("p1", asked.Consent(see=True, pictures=True, camera=True)),
        Says("p1", PICTURE), Says("p1", asked.Leave()),
        Comes("p8", "sitter", known=False, said=join()), Says("p0", asked.Admit(who="p8")),
    ):  # fmt: skip
        play.do(act)
    (coach,) = (one for one in play.room.people if one.role == "coach")
    (sitter,) = (one for one in play.room.people if one.role == "sitter")
    assert len(view(play.room, coach).pictures) == 1
    assert view(play.room, sitter).pictures == ()
    assert not play.room.yes.see
    before = play.room.pictures
    for event in (asked.Hold(id=PICTURES[0], held=True), PICTURE, asked.Consent(see=True, pictures=False, camera=True)):
        play.do(Says("p8", event))
    assert play.room.pictures == before

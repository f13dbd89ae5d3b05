"""A drill on two servers that share rooms through a real Redis: the run stays with the sitter's session."""

from framing.page.payload import payload
from framing.session.registry import Page, Registry
from tests.session.stage import Stage, guided
from tests.web.test_room_drill import YES, asks, cued, filming
from tests.web.test_room_replicas import Replicas, apart, redis, replica, two

__all__ = ["redis", "two"]  # fixtures


def test_the_coach_of_another_server_has_cues_time_and_scorecard(two: Replicas, stage: Stage) -> None:
    with apart(two, stage) as (room, coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        stage.send_until(lambda: guided(stage))
        with filming(stage):
            coach.say("practise", drill="headroom")
            sitter.sees(lambda seen: seen["drill"] is not None)
            coach.say("drill", what="begin")
            assert coach.wait("drilling")["goal"] == sitter.wait("drilling")["goal"]
            assert cued(coach.wait("guidance", lambda one: one["corrections"] is not None))
            assert payload(stage.session).deck.cue is None
            number = sitter.sees(lambda seen: seen["drill"]["phase"] == "going")["drill"]["number"]
            coach.say("hand_in", number=number, step=0)
            coach.sees(lambda seen: bool(seen["drill"]["attempt"]))
            assert asks(room, coach, "coach", "/guide/room/score").json["drill"] == "headroom"


def test_a_sitter_who_comes_back_by_another_server_finds_the_drill_at_its_start_and_the_coach_is_told(
    two: Replicas, stage: Stage
) -> None:
    other, registry = Stage(), Registry()
    registry.enter(other.session, Page("other page", "other script"))
    try:
        with apart(two, stage) as (room, coach, sitter), replica(two.redis, registry) as third:
            sitter.say("consent", **YES)
            coach.sees(lambda seen: bool(seen["see"]))
            stage.send_until(lambda: guided(stage))
            with filming(stage):
                coach.say("practise", drill="headroom")
                coach.sees(lambda seen: seen["drill"] is not None)
                coach.say("drill", what="begin")
                sitter.wait("drilling", lambda one: one["left"] < one["seconds"])
            me, session = sitter.badge, other.session.token
            with room.at_server(third).come("sitter", me=me, session=session, see=True) as back, filming(other):
                back.wait("welcome")
                there = coach.sees(lambda seen: seen["drill"]["moved"])["drill"]
                assert (there["phase"], there["step"]) == ("ready", 0)
                coach.say("drill", what="begin")
                told = back.wait("drilling", lambda one: one["number"] == there["number"])
                assert told["left"] == told["seconds"]
                other.send_until(lambda: other.session.lent is not None)
                assert stage.session.lent is None  # nothing is asked of the page that was left
    finally:
        other.session.close()

"""What a room says to its sitter, on the deck; as in `framing.page.texts`, {name} is a value's place."""

from __future__ import annotations

from collections.abc import Mapping

from framing.page.room_score_texts import SCORE
from framing.page.school_texts import SCHOOL
from framing.types import Message

SITTER: Mapping[str, Message] = {
    # Coming in.
    "room_invited": "You are invited to a room",
    "room_invited_lead": "A coach guides you from far away, through this page. They see this name and let you in.",
    "room_your_name": "Your name",
    "room_come_in": "Come in",
    "room_not_now": "Not now",
    "room_joining": "Connecting to the room …",
    "room_door": "You are at the door",
    "room_the_coach": "the coach",
    "room_ask": "May {coach} see and hear you?",
    "room_ask_points": "{coach} points, draws and takes pictures with your camera.",
    "room_ask_pictures": "The pictures go to {coach}. You can keep any of them back.",
    "room_ask_others": "{coach} can let others in, who see and hear you too. You read their names above the picture.",
    "room_ask_recorded": "Nothing is recorded. One tap, and you have left.",
    "room_allow": "{coach} may set the zoom and light of my camera",
    "room_yes": "Yes, start",
    "room_yes_keep": "Yes, but keep my pictures",
    "room_no": "No, leave",
    # Who is here, and what they may see.
    "room_who": "Who is here",
    "room_guides": "{coach} guides you",
    "room_guides_one": "{coach} guides you, {watchers} watches",
    "room_guides_more": "{coach} guides you, {watchers} watch",
    "room_alone": "The coach is not here just now",
    "room_unseen": "Nobody sees or hears you yet.",
    "room_sees": "{coach} sees and hears you, and can take pictures.",
    "room_sees_both": "Both see and hear you. {coach} can take pictures.",
    "room_sees_all": "All of them see and hear you. {coach} can take pictures.",
    "room_no_camera": "You are not seen: your camera gives no picture. Start it below.",
    "room_microphone_muted": "You are seen and not heard: you are muted.",
    "room_microphone_refused": "You are seen and not heard: the browser gives no microphone. Allow it, then reload.",
    "room_microphone_taken": "You are seen and not heard: the microphone is busy, perhaps with a call.",
    "room_away": "{coach} has lost the connection and is expected back. The guide goes on.",
    "room_no_direct": (
        "No direct connection to {coach} is possible: you do not see or hear each other. Words and pictures go on."
    ),
    "room_lost": "The connection to the room was lost",
    "room_lost_step": "It comes back by itself. The guide goes on.",
    "room_net_live": "Live",
    "room_net_connecting": "Connecting",
    "room_net_away": "Away",
    "room_net_lost": "Lost",
    "room_net_none": "No picture",
    "room_picture_of": "The picture of {coach}",
    # In place of the guide's own cue.
    "room_pinned": "{by} pinned this",
    "room_paused": "{by} has paused the guide",
    "room_guide_waits": "the guide waits",
    "room_waits": "Listen to the coach",
    # What goes to the coach.
    "room_acts": "The room",
    "room_pictures_on": "Pictures go to {coach}: on",
    "room_pictures_off": "Pictures go to {coach}: off",
    "room_sent": "{sent} sent",
    "room_sending": "{sent} sent, 1 at {percent}%",
    "room_kept": "{kept} kept back",
    "room_given": "Pictures of this room",
    "room_given_none": "No picture has been taken in this room yet.",
    "room_keep_back": "Goes to {coach}: keep it back",
    "room_held": "Kept back: let {coach} have it",
    "room_mute": "Mute",
    "room_unmute": "Unmute",
    "room_listen": "Hear {coach}",
    "room_leave": "Leave",
    # A drill, and a picture to match.
    **SCORE,
    "room_drill": "Drill",
    "room_drill_step": "Picture {step} of {of}",
    "room_drill_left": "left",
    "room_drill_ready": "{coach} begins.",
    "room_drill_paused": "Paused by {coach}.",
    "room_drill_over": "Handed in. {coach} has the score.",
    "room_drill_asked": SCHOOL["what_is_asked"],
    "room_drill_hand_in": "Hand in",
    "room_drill_score": "See the scorecard",
    "room_drill_alone": "The guide says nothing during a drill: you direct.",
    "room_match": "Match the outline",
    "room_match_score": "Matches by {score} of 100",
    "room_match_outline": "Outline",
    "room_close": "Close",
    # The end, where the server could not say why.
    "room_ok": "Close",
    "room_goes_on": "The guide goes on without it.",
    "room_over_refused": "The coach has not let you in.",
    "room_over_stale": "This link opens no room. Ask the coach for a new one.",
    "room_over_replaced": "You have opened this room in another window, and go on there.",
    "room_over_ended": "The room is over.",
}

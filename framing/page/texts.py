"""All that the page's scripts and HTML say, by component and key: they have no words of their own.

In a text, {name} is the place of a value and *stars* hold what is emphasised. `assets/guide/words.js` fills them in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from framing.page.room_sitter_texts import SITTER
from framing.page.room_texts import ROOM
from framing.page.school_record_texts import OTHERWISE
from framing.page.school_texts import SCHOOL
from framing.say import Language, translate
from framing.types import Message

Component = Literal["deck", "panel", "review", "own", "check", "room", "school"]

TEXTS: Mapping[Component, Mapping[str, Message]] = {
    "deck": {
        **SITTER,
        # The bar.
        "title": "Framing guide",
        "kept": "Kept: *{count}*",
        "undecided": "To decide: *{count}*",
        "modes": "Where the picture comes from",
        "mode_camera": "Camera",
        "mode_photos": "Photographs",
        "mode_sample": "Sample",
        "state_size": "{state} · {width}×{height}",
        "language": "Language",
        "use_for": "For",
        "use_wants_headshot": "wants a headshot",
        "use_wants_portrait": "wants a portrait",
        "use_wants_either": "takes either",
        # Over the picture.
        "picture": "The camera's picture",
        "start": "Start the camera",
        "start_sample": "Start the sample",
        "nothing_recorded": "Nothing is recorded: the guide looks at small copies of the picture and keeps none.",
        "try_sample": "Try it without a camera",
        "camera_failed": "The camera could not be started: {error}.",
        "camera_failed_step": "Reload the page and press Start again.",
        "look_at_lens": "Look at the lens",
        "hold_still": "Hold still",
        "no_picture": "The camera gives no picture just now.",
        "no_picture_step": "Wait until it plays, then take the picture again.",
        "once_more": "{fault}: once more",
        "looking_closely": "Looking at it closely",
        # The controls.
        "controls": "The picture",
        "shoot": "Take the picture",
        "key_space": "space",
        "timer": "Timer *{seconds} s*",
        "timer_off": "Timer *off*",
        "auto": "Auto when ready",
        "landmarks_light": "Landmarks: *light*",
        "landmarks_full": "Landmarks: *full*",
        "landmarks_off": "Landmarks: *off*",
        "viewer_front": "Seen by *you*",
        "viewer_rear": "Seen by *photographer*",
        "viewer_other": "Seen by *a coach*",
        "stop": "Stop",
        # The camera's own settings.
        "camera": "Camera",
        "camera_default": "The browser's choice",
        "camera_number": "Camera {number}",
        "camera_front": "Front camera",
        "camera_rear": "Rear camera",
        "ability_zoom": "Zoom",
        "ability_exposureCompensation": "Exposure",
        "ability_colorTemperature": "White balance",
        "ability_torch": "Lamp",
        "link": "Way to the guide",
        "link_auto": "automatic",
        "link_webrtc": "WebRTC",
        "link_websocket": "WebSocket",
        "link_unconnected": "WebRTC did not connect: small pictures go over the page's own connection now.",
        "link_late": "WebRTC was too slow: small pictures go over the page's own connection now.",
        "meddling_blur": "Your system blurs the background: switch it off, or the guide judges its work.",
        "meddling_framing": (
            "Your system moves and cuts the picture to follow you: switch it off, or the guide judges its work."
        ),
        # What is said aloud, by a voice or a screen reader.
        "camera_plays": "The camera is on.",
        "sample_plays": "The sample picture is on.",
        "ready_lens": "Ready. Look at the lens.",
        "taken": "The picture is taken.",
        "called_off": "Stopped: no picture is taken.",
        # The voice.
        "voice": "Voice",
        "voice_on": "The voice is on.",
        "voice_off": "The voice is off.",
        "voice_mute": "No voice was heard. Choose another one in the settings of the voice.",
        "voice_settings": "Settings of the voice",
        "voice_who": "Who speaks",
        "voice_nobody": "No voice of this device speaks this language.",
        "voice_choose": "Choose one",
        "voice_afar": "{name}, over the network",
        "voice_network": "A voice over the network sends what it says to the company that made it.",
        "voice_rate": "How fast",
        "rate_slow": "Slow",
        "rate_normal": "Normal",
        "rate_fast": "Fast",
        "rate_faster": "Very fast",
        "tones": "Soft tones with the voice",
        "tones_words": (
            "A step up means come closer, a step down means move back, and one high tone twice means ready. "
            "Press one to hear it."
        ),
        "tone_nearer": "Come closer",
        "tone_farther": "Move back",
        "tone_ready": "Ready",
        # The cue, large.
        "far": "The cue, large",
        "far_on": "Full screen",
        "back": "Back",
        # What comes after the questions.
        "then": "Then",
        "then_start": "Press *Start the camera* and allow it.",
        "then_read": "Read what your framing is, why, and the one thing to change.",
        "then_take": "Take the picture once it is ready.",
        "then_photographs": "Photographs are judged too: drop some anywhere on this page.",
        "guide_far": "Guide somebody far away",
        "school": "The school",
        # The uses.
        "uses": "What the picture is for",
        "also": "Show the cut of {use} as well",
        "headshot": "headshot",
        "portrait": "portrait",
        "either": "either",
        # The interview.
        "interview": "What is it for?",
        "interview_step": "What is it for? {at} of {all}",
        "skip": "Skip",
        "ask_again": "Ask me again",
        "take_use": "Use {use}",
        # The tour.
        "tour": "Four steps through the guide",
        "tour_again": "Show me round",
        "tour_step": "{at} of {all}",
        "tour_next": "Next",
        "tour_begin": "Begin",
        "tour_use": "Say what it is for",
        "tour_use_words": (
            "A badge and a book jacket want different pictures. Choose here, or answer four short questions."
        ),
        "tour_picture": "Look at the picture, not at the numbers",
        "tour_picture_words": (
            "The bright part will be kept. One sentence at a time says what to change, with an arrow for the way."
        ),
        "tour_reads": "See what it reads as, and why",
        "tour_reads_words": "Headshot or portrait, with five reasons. Tap any line for a short lesson with drawings.",
        "tour_take": "Take it",
        "tour_take_words": (
            "With the space bar, the self-timer, or by itself once everything holds. Nothing is kept before you say so."
        ),
    },
    "panel": {
        **OTHERWISE,
        "reads_as": "It reads as",
        "placed": "From portrait to headshot: {percent}% of the way; the boundary is in the middle",
        "not_placed": "From portrait to headshot: not placed",
        "portrait": "portrait",
        "headshot": "headshot",
        "because": "Because",
        "delivers": "Delivers now",
        "pixels": "pixels",
        "leans_headshot": "leans to headshot",
        "leans_portrait": "leans to portrait",
        "leans_none": "leans to neither",
        "readings": "All readings",
        "group_all": "all {count}",
        "group_worst": "{group}: {word}; all readings",
        "row_word": ": {word}, ",
        "close": "Close",
        # What the guide may learn.
        "calibration": "What the guide may learn",
        "look": "Look into the lens",
        "look_progress": "How far the look is",
        "cm": "cm",
        "set": "Set",
        # A lesson.
        "lesson": "A short lesson",
        "lesson_now": "Now {number}.",
    },
    "review": {
        "title": "Framing guide",
        "facts": "Pictures: {count} · {width} × {height} · taken at {time}",
        "sent": "How much has been sent",
        "sent_of": "Sent: {sent} of {all}",
        "safe_here": "the rest is safe in this browser",
        "for_use": "For *{use}*",
        "close": "Close",
        "put_aside": "Put aside: decide later",
        "nothing_kept": "Nothing is kept until you keep it",
        "spoken": "{headline}. {detail}",
        # Before it is known what speaks against them.
        "looking": "Looking at them closely",
        "offline": "Waiting for the guide",
        "offline_step": "It cannot be reached just now. The pictures are safe in this browser and go on by themselves.",
        "unread": "The guide cannot read these pictures",
        "unread_step": "You can look at them, keep one, and download it as the camera gave it.",
        # One large, and another beside it.
        "pixel_for_pixel": "On the eyes, pixel for pixel",
        "zoom": "How large",
        "fit": "Fit",
        "loupe": "Picture {number}, large, on the eyes. The arrow keys move it, plus and minus change its size.",
        "compare": "Compare with another",
        "compared": "Compare with {number}",
        "moved_together": "same place, moved together",
        "swap": "Swap",
        "another": "Another",
        "whole": "The whole",
        "whole_of": "The whole of picture {number}, as its use cuts it",
        "as_others": "as others see you",
        # What comes of it.
        "from_picture": "From picture {number}",
        "cuts_wait": "What can be made of it is shown once it has been sent.",
        "save_cut": "Download {use}",
        "all_zip": "All as a ZIP",
        "to_folder": "To a folder",
        "print_sheet": "Print sheet",
        "sheet_4x6": "4 × 6 in",
        "sheet_a4": "A4",
        "other_cuts": "Other cuts",
        "no_file": "The guide could not make this file just now. Try again, or take the picture as the camera gave it.",
        "save_uncut": "Download the uncut picture",
        "each_file": "Each file says its use and date. The uncut picture is among them.",
        # The decision.
        "keep_picture": "Keep picture {number}",
        "keep_marked": "Keep the marked ones: {count}",
        "keeps_best": "The best is kept once it is known",
        "keep_more": "Keep more",
        "key_enter": "enter",
        "take_again": "Take again",
        "back_to_kept": "Back to the kept pictures",
        # The strip.
        "strip": "All pictures, the best first",
        "rank_good": "good",
        "rank_fault": "has a fault",
        "rank_unsure": "cannot be judged",
        "state_waiting": "waits here, {size} MB",
        "state_sending": "sending, {percent}%",
        "state_sent": "sent, being looked at",
        "state_judged": "sent",
        "state_refused": "could not be read",
        "shot_frame": "shot {number}",
        "shot_photo": "the camera's own photo",
        # The tray.
        "kept_pictures": "Kept pictures",
        "where_browser": (
            "They are in this browser, on this device, until you erase them or the data of this page. The guide itself "
            "forgets them when the page is closed."
        ),
        "where_page": (
            "This browser does not let the page store pictures. They are in the memory of this page alone: download "
            "them before you close it."
        ),
        "waiting_bursts": "Not decided yet",
        "burst_of": "Pictures: {count}, taken {time}",
        "decide": "Look at them",
        "download": "Download",
        "downloaded": "Downloaded",
        "not_yet": "Not downloaded yet",
        "download_all": "Download all (ZIP)",
        "open_picture": "Open the picture taken {time}",
        "about_picture": "{time} · {width} × {height}",
        "erase": "Erase",
        "erase_all": "Erase all",
        "not_downloaded": "Not downloaded yet, and lost if you erase now: {left} of {all}.",
        "erase_them": "Erase them",
        "keep_them": "Keep them",
        "only_uncut": (
            "The guide cannot be reached just now. What was downloaded is each picture as the camera gave it, uncut."
        ),
    },
    "check": {
        "heading": "Does the guide work on this device?",
        "lead": (
            "Press Start, allow the camera, and keep this page in front. It takes about a minute. Turn up the volume: "
            "one sentence is spoken."
        ),
        "nothing_sent": (
            "Pictures go to this guide alone, as when it is used, and are erased after the try. What was found stays "
            "on this page until you copy or save it: nothing is sent anywhere. It names browser, screen and cameras, "
            "and holds no picture."
        ),
        "begin": "Start",
        "under_way": "Being tried",
        "again": "Try again",
        "to_guide": "To the guide",
        "picture": "The camera's picture",
        "table": "What was tried, and what came of it",
        "column_tried": "Tried",
        "column_result": "Result",
        "finished": "All tried. Works: {works}. In part: {part}. Does not: {no}. Cannot be tried here: {cannot}.",
        "copy": "Copy",
        "save": "Save",
        "copied": "Copied as text.",
        "copy_refused": "This browser does not let the page copy: save it instead.",
        "voice_on": "The voice is on.",
        "voice_off": "The voice is off.",
        "voice_mute": "No voice was heard. Choose another one in the settings of the voice.",
        "ability_zoom": "Zoom",
        "ability_exposureCompensation": "Exposure",
        "ability_colorTemperature": "White balance",
        "ability_torch": "Lamp",
        "result_waiting": "not yet tried",
        "result_running": "being tried",
        "result_works": "works",
        "result_part": "works in part",
        "result_no": "does not work",
        "result_cannot": "cannot be tried here",
        # What is tried.
        "step_secure": "Safe connection",
        "tried_secure": "The page is opened in a way that browsers call safe: by https, or on the guide's own machine.",
        "step_speech": "Spoken sentence",
        "tried_speech": "One sentence is spoken by a voice of this device, in the language of this page.",
        "step_tones": "Tones",
        "tried_tones": "Two soft high notes are played.",
        "step_front": "Camera at full size",
        "tried_front": (
            "The front camera, or the only one, is asked for {width} × {height} pixels, {rate} pictures a second."
        ),
        "step_cameras": "Names of the cameras",
        "tried_cameras": "The browser is asked which cameras there are.",
        "step_rear": "Rear camera at full size",
        "tried_rear": "The rear camera is asked for {width} × {height} pixels, {rate} pictures a second.",
        "step_system": "Picture left as it is",
        "tried_system": "The browser is asked whether the system blurs the background or moves the picture.",
        "step_controls": "Zoom, exposure, white balance, lamp",
        "tried_controls": "The browser is asked which of them a page may change.",
        "step_webrtc": "Live guidance by WebRTC",
        "tried_webrtc": "Small pictures go to the guide by WebRTC, and it looks at them.",
        "step_websocket": "Live guidance by WebSocket",
        "tried_websocket": "Small pictures go to the guide over the page's own connection, and it looks at them.",
        "step_burst": "Burst",
        "tried_burst": "Pictures are taken in a row, in the camera's own size.",
        "step_photo": "The camera's own photograph",
        "tried_photo": "The camera is asked to take one photograph by itself.",
        "step_stored": "Pictures kept in the browser",
        "tried_stored": "A picture is written into the browser's own database, read back, and erased.",
        "step_upload": "Sending in pieces",
        "tried_upload": "A picture is sent to the guide in checked pieces, looked at, and erased there.",
        "step_wake": "Screen kept on",
        "tried_wake": "The screen is asked to stay on.",
        "step_folder": "Saving to a folder",
        "tried_folder": "The browser is asked whether a page may save to a folder that you choose.",
        # What came of it.
        "said_failed": "It failed: {error}.",
        "said_late": "Nothing came in time.",
        "said_missing": "This browser does not have it.",
        "said_needs_camera": "This needs a camera.",
        "said_needs_picture": "There is no picture for it.",
        "said_no_seat": "Every place of the guide is taken just now. Try again later.",
        "said_secure": "It is safe.",
        "said_insecure": "It is not, so the browser gives no camera. Open the guide by https, or as localhost.",
        "said_spoke": "The browser says that it was spoken.",
        "said_spoke_unlisted": "The browser says that it was spoken, but it names no voice.",
        "said_speechless": "The browser has a voice and did not begin to speak.",
        "said_voiceless": "The device has no voice of its own for this language.",
        "said_sounded": "They were played. If you heard none, look at the volume and at the silent switch.",
        "said_soundless": "The browser keeps the sound back.",
        "said_no_camera": "The browser gave no camera: {error}. The sample picture takes its place for the rest.",
        "said_size": "It gave {width} × {height}, {rate} a second.",
        "said_cameras": "It names them: {names}.",
        "said_cameras_nameless": "Without a name: {count} of {all}.",
        "said_no_rear": "There is no rear camera, or the browser does not say which one it is.",
        "said_system_plain": "It does neither.",
        "said_system_untold": "The browser does not say.",
        "said_system_blur": "Your system blurs the background: switch it off, or the guide judges its work.",
        "said_system_framing": (
            "Your system moves and cuts the picture to follow you: switch it off, or the guide judges its work."
        ),
        "said_controls": "A page may change: {names}.",
        "said_uncontrolled": "It lets none of them be changed.",
        "said_unconnected": "It did not connect within {seconds} s. The guide then takes the page's own connection.",
        "said_connected": "It connected after {ms} ms, but the guide did not look in time.",
        "said_webrtc": "It connected after {ms} ms. Looks a second: {rate}.",
        "said_websocket": "From a picture to the look at it: {ms} ms. Looks a second: {rate}.",
        "said_burst": "Pictures: {count}, each {width} × {height}, together {size} MB, after {ms} ms.",
        "said_photo": "{width} × {height}, {size} MB, after {ms} ms.",
        "said_photoless": "The camera gave none.",
        "said_stored": "What came back is the same, byte for byte.",
        "said_stored_other": "What came back is not the same.",
        "said_unstored": "The browser keeps none: what is not downloaded goes with the page.",
        "said_upload": (
            "{size} MB in pieces: {count}. It was there after {ms} ms with the same SHA-256, and looked at after "
            "another {more} ms."
        ),
        "said_unjudged": "{size} MB in pieces: {count}. It was there after {ms} ms, but was not looked at in time.",
        "said_refused": "The guide did not take it.",
        "said_awake": "It stays on.",
        "said_sleepy": "The browser refuses: perhaps it saves its battery.",
        "said_folder": "The browser lets it.",
        "said_folderless": "The browser does not let it: pictures are downloaded instead.",
    },
    "own": {
        "own_gone": "This picture is no longer there: the guide was started again, or it was erased.",
    },
    "room": ROOM,
    "school": SCHOOL,
}


def texts(component: Component, language: Language) -> dict[str, object]:
    """What that component is told of the language: its texts by key, the language, and the direction of its script."""
    words = {key: translate(language, text) for key, text in TEXTS[component].items()}
    return {"words": words, "lang": language.code, "dir": language.direction}

// Made by `make types` from framing/web/room_models.py; change it there.

import type { Direction, Live } from "./live.d.ts";

/** What the sitter's camera can be set to. */
export interface Abilities {
  readonly kind: "abilities";
  readonly list: readonly Ability[];
  readonly facing: "user" | "environment" | null;
  readonly facings: number;
}

/** Something of the camera that can be set: from where to where, and what it is now. */
export interface Ability {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
}

/** Let somebody in who waits at the door. */
export interface Admit {
  readonly kind: "admit";
  readonly who: string;
}

/** One line of what is asked for. */
export interface AskedFor {
  readonly what: string;
  readonly how: string;
}

/** End the room for everybody. */
export interface Close {
  readonly kind: "close";
}

/** What the sitter allows: to be seen, pictures to be sent, their camera to be set. */
export interface Consent {
  readonly kind: "consent";
  readonly see: boolean;
  readonly pictures: boolean;
  readonly camera: boolean;
}

/** What the coach asks the sitter's device to do. */
export interface Do {
  readonly kind: "do";
  readonly what: Take | Stop | Operate | Facing;
}

/** What the sitter's device does just now; the seconds of the countdown that are left. `asleep`: it shows something else, or a call has its camera; `playing`: its camera gives a picture. */
export interface Doing {
  readonly kind: "doing";
  readonly countdown: number | null;
  readonly taking: boolean;
  readonly asleep: boolean;
  readonly playing: boolean;
}

/** Wait to be admitted. */
export interface Door {
  readonly kind: "door";
  readonly why: string;
}

/** What is to become of the drill that is practised. */
export interface Drill {
  readonly kind: "drill";
  readonly what: "begin" | "pause" | "resume" | "again";
}

/** How the drill of the room stands, in words, to all who are in it: nothing of what the guide sees. */
export interface Drilling {
  readonly kind: "drilling";
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly asked: readonly AskedFor[];
  readonly step: number;
  readonly of: number;
  readonly left: number;
  readonly seconds: number;
}

/** Use the camera at the sitter's front or rear, where they allow it. */
export interface Facing {
  readonly kind: "facing";
  readonly to: "user" | "environment";
}

/** What coach and watchers are told of the newest look, in their own language. */
export interface Guidance {
  readonly kind: "guidance";
  readonly live: Live;
  readonly ranked: readonly RankedCue[];
  readonly measured: readonly Measured[];
  readonly corrections: number | null;
}

/** The sitter's page has another session than when it joined, by its token; None when it has none. */
export interface Guided {
  readonly kind: "session";
  readonly session: string | null;
}

/** The picture of this step of that run is as it should be; pressed twice, or by both, it hands in once. */
export interface HandIn {
  readonly kind: "hand_in";
  readonly number: number;
  readonly step: number;
}

/** A sign of life, each five seconds; the server answers with the same. */
export interface Here {
  readonly kind: "here";
}

/** The sitter keeps this picture back, or no longer does. */
export interface Hold {
  readonly kind: "hold";
  readonly id: string;
  readonly held: boolean;
}

/** An RTCIceServer; name and password are "" where none is needed. */
export interface Ice {
  readonly urls: readonly string[];
  readonly username: string;
  readonly credential: string;
}

/** The first message: who comes, with what right; `me` is what the server gave them when they were here before. `see`, `pictures` and `camera` are the sitter's yes, which their browser repeats after a break. */
export interface Join {
  readonly kind: "join";
  readonly token: string;
  readonly me: string | null;
  readonly name: string;
  readonly language: string;
  readonly device: "phone" | "computer";
  readonly session: string | null;
  readonly see: boolean | null;
  readonly pictures: boolean | null;
  readonly camera: boolean | null;
}

/** Goodbye. */
export interface Leave {
  readonly kind: "leave";
}

/** While the room is locked nobody new comes to the door. */
export interface Lock {
  readonly kind: "lock";
  readonly on: boolean;
}

/** Bring the sitter's picture to match this one: one that was taken, or the coach's own; None: none any more. */
export interface Match {
  readonly kind: "match";
  readonly picture: string | null;
}

/** How well the sitter's picture matches the one that is pinned, and its outline. */
export interface Matching {
  readonly kind: "matching";
  readonly picture: string;
  readonly score: number | null;
  readonly asked: readonly AskedFor[];
  readonly lacking: readonly string[];
  readonly ghost: Outline;
}

/** One judged reading in its measure's own unit, and its band; None where it is not seen, or that side is open. */
export interface Measured {
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The own microphone is on or off. */
export interface Microphone {
  readonly kind: "microphone";
  readonly on: boolean;
}

/** Set the sitter's camera, where they allow it. */
export interface Operate {
  readonly kind: "operate";
  readonly name: string;
  readonly value: number;
}

/** Ask for the originals of these pictures. */
export interface Originals {
  readonly kind: "originals";
  readonly ids: readonly string[];
}

/** Lines [x, y] in viewfinder heights of the unmirrored picture. */
export interface Outline {
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

/** The connection ends, and why, as a code and as a sentence; `again` says whether to connect again by oneself. */
export interface Over {
  readonly kind: "over";
  readonly why: "stale" | "full" | "second_sitter" | "second_coach" | "locked" | "refused" | "removed" | "left" | "closed" | "ended" | "replaced" | "silent" | "slow" | "unreadable" | "trouble";
  readonly sentence: string;
  readonly again: boolean;
}

/** While paused the sitter is told nothing by the guide itself. */
export interface Pause {
  readonly kind: "pause";
  readonly on: boolean;
}

/** Pointer and strokes of the coach, while there is no data channel. */
export interface Pen {
  readonly kind: "pen";
  readonly what: Point | Stroke | Wipe;
}

/** A picture that has just been taken, with its preview; to the coach alone. */
export interface PictureNews {
  readonly kind: "picture";
  readonly id: string;
  readonly burst: string;
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly preview: string;
}

/** A picture that was taken, with its preview, a small JPEG in base64; `bytes` is the size of the original. */
export interface PictureTaken {
  readonly kind: "picture";
  readonly id: string;
  readonly burst: string;
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly preview: string;
}

/** Instead of the guide's own cue the sitter reads this: one of the ranked cues by its id, or own words. */
export interface Pin {
  readonly kind: "pin";
  readonly cue: string | null;
  readonly words: string | null;
}

/** What is pinned: the id of a cue or None, in words, and its arrow on the sitter's screen. */
export interface Pinned {
  readonly by: string;
  readonly cue: string | null;
  readonly words: string;
  readonly arrow: Direction;
}

/** Where the coach points; None when they point no longer. */
export interface Point {
  readonly kind: "point";
  readonly place: readonly [number, number] | null;
}

/** Practise this drill in the room; None: no drill any more. */
export interface Practise {
  readonly kind: "practise";
  readonly drill: string | null;
}

/** One thing that could be asked for: its id, in words, how far ("a little", "" or "quite a bit"), and its sign. */
export interface RankedCue {
  readonly cue: string;
  readonly words: string;
  readonly amount: string;
  readonly symbol: "must" | "style";
}

/** Send somebody away who waits at the door. */
export interface Refuse {
  readonly kind: "refuse";
  readonly who: string;
}

/** Why something was not done; the connection stays. */
export interface Refused {
  readonly kind: "refused";
  readonly why: string;
}

/** Send somebody out of the room. */
export interface Remove {
  readonly kind: "remove";
  readonly who: string;
}

/** Call the room something else. */
export interface Rename {
  readonly kind: "rename";
  readonly name: string;
}

/** Let sitter and watchers see the scorecard, or no longer. */
export interface Reveal {
  readonly kind: "reveal";
  readonly on: boolean;
}

/** What the sitter's camera can be set to. */
export interface RoomAbilities {
  readonly list: readonly Ability[];
  readonly facing: "user" | "environment" | null;
  readonly facings: number;
}

/** The room after a change. */
export interface RoomChanged {
  readonly kind: "room";
  readonly room: RoomView;
}

/** What the sitter's device does just now. */
export interface RoomDoing {
  readonly countdown: number | null;
  readonly taking: boolean;
  readonly asleep: boolean;
  readonly playing: boolean;
}

/** The drill that is practised: `number` is that of its run, `step` how many pictures are handed in. `attempt` is the id of its scorecard, "" for who may not see it, or while there is none. */
export interface RoomDrill {
  readonly drill: string;
  readonly number: number;
  readonly phase: "ready" | "going" | "paused" | "over";
  readonly step: number;
  readonly moved: boolean;
  readonly attempt: string;
  readonly revealed: boolean;
}

/** Somebody in the room or at its door; `here` while their connection stands, `since` seconds since 1970. */
export interface RoomPerson {
  readonly id: string;
  readonly name: string;
  readonly role: "coach" | "sitter" | "watcher";
  readonly admitted: boolean;
  readonly microphone: boolean;
  readonly here: boolean;
  readonly device: "phone" | "computer";
  readonly since: number;
}

/** A picture that was taken, as coach and sitter know it; `state` is that of its original. */
export interface RoomPicture {
  readonly id: string;
  readonly burst: string;
  readonly number: number;
  readonly held: boolean;
  readonly starred: boolean;
  readonly state: "none" | "waits" | "sending" | "here" | "gone";
  readonly share: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly asked: boolean;
}

/** The room as one person may see it; `closes` in seconds since 1970. */
export interface RoomView {
  readonly name: string;
  readonly use: string;
  readonly use_locked: boolean;
  readonly locked: boolean;
  readonly paused: boolean;
  readonly pinned: Pinned | null;
  readonly drill: RoomDrill | null;
  readonly match: string | null;
  readonly people: readonly RoomPerson[];
  readonly see: boolean;
  readonly pictures_go: boolean;
  readonly camera_allowed: boolean;
  readonly closes: number;
  readonly pictures: readonly RoomPicture[];
  readonly abilities: RoomAbilities | null;
  readonly doing: RoomDoing | null;
}

/** How far the original of this picture is on its way to the server. */
export interface Sent {
  readonly kind: "sent";
  readonly id: string;
  readonly state: "waits" | "sending" | "here";
  readonly share: number;
}

/** Something from another person's browser. */
export interface SignalFrom {
  readonly kind: "signal";
  readonly from: string;
  readonly data: string;
}

/** Something for another person's browser to find its way here. */
export interface SignalTo {
  readonly kind: "signal";
  readonly to: string;
  readonly data: string;
}

/** Mark a picture as a good one, or no longer. */
export interface Star {
  readonly kind: "star";
  readonly id: string;
  readonly on: boolean;
}

/** Stop the countdown or the burst. */
export interface Stop {
  readonly kind: "stop";
}

/** The next points of a stroke; `more` while it is being drawn. */
export interface Stroke {
  readonly kind: "stroke";
  readonly id: string;
  readonly points: readonly (readonly [number, number])[];
  readonly more: boolean;
}

/** Take a burst after so many seconds. */
export interface Take {
  readonly kind: "take";
  readonly after: 0 | 3 | 5 | 10;
}

/** The guide's own cue again. */
export interface Unpin {
  readonly kind: "unpin";
}

/** What the pictures are for; while it is locked the sitter cannot choose another. */
export interface Use {
  readonly kind: "use";
  readonly preset: string;
  readonly locked: boolean;
}

/** Come in; `me` is the secret to come back with. */
export interface Welcome {
  readonly kind: "welcome";
  readonly you: string;
  readonly me: string;
  readonly role: "coach" | "sitter" | "watcher";
  readonly ice: readonly Ice[];
  readonly room: RoomView;
}

/** All strokes away. */
export interface Wipe {
  readonly kind: "wipe";
}

/** POST /guide/rooms: the room's name, the coach's own, and the use; `base` is the main page's address there. */
export interface OpenRoom {
  readonly name: string;
  readonly coach: string;
  readonly use: string;
  readonly base: string;
}

/** The room, the tokens of its three roles, when it ends (seconds since 1970), and its two links as SVG to scan. */
export interface RoomOpened {
  readonly id: string;
  readonly coach: string;
  readonly sitter: string;
  readonly watcher: string;
  readonly closes: number;
  readonly qr_sitter: string;
  readonly qr_watcher: string;
}

/** POST /guide/rooms/qr, with the coach's token in X-Framing-Room; the answer is RoomOpened. */
export interface RoomLinks {
  readonly base: string;
}

/** POST /guide/room/score/kept: the secret of the trainee whose record is to have it. */
export interface KeepScore {
  readonly trainee: string;
}

/** The number that it has there. */
export interface ScoreKept {
  readonly kept: number;
}

/** POST /guide/room/reference: the id of the coach's own photograph, for the message `match`. */
export interface RoomOwn {
  readonly id: string;
}

/** All that a browser may send. */
export type ToServer = Join | Leave | SignalTo | Microphone | Here | Guided | Consent | Abilities | Doing | PictureTaken | Hold | Sent | HandIn | Admit | Refuse | Remove | Lock | Close | Rename | Use | Pause | Pin | Unpin | Take | Stop | Star | Originals | Operate | Facing | Point | Stroke | Wipe | Practise | Drill | Reveal | Match;

/** All that the server may send. */
export type ToClient = Welcome | Door | RoomChanged | Here | SignalFrom | Guidance | PictureNews | Do | Pen | Drilling | Matching | Refused | Over;

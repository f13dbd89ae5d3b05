// Made by `make types` from framing/web/school_models.py; change it there.

import type { StageLive, ToldCue } from "./live.d.ts";

/** The same drill from its start. */
export interface Again {
  readonly kind: "again";
}

/** One line of what is asked for. */
export interface AskedFor {
  readonly what: string;
  readonly how: string;
}

/** One axis of a scorecard, worded; without points where the drill asks nothing of it. */
export interface AxisCard {
  readonly axis: "crop" | "light" | "background" | "pose" | "technical";
  readonly title: string;
  readonly level: "not yet" | "fair" | "good" | "sure" | null;
  readonly level_words: string;
  readonly points: number | null;
  readonly reason: string;
  readonly remedy: string;
  readonly fix: "nothing" | "correctable" | "spoilt" | "unread";
  readonly measure: string;
  readonly marks: readonly MarkCard[];
}

/** Who may be before the camera, worded. */
export interface BeforeInfo {
  readonly key: "self" | "sitter" | "mannequin" | "lamp";
  readonly title: string;
}

/** The time of the drill begins. */
export interface Begin {
  readonly kind: "begin";
}

/** This drill, with that in front of the camera; `shown` is another level than the drill's own. */
export interface Choose {
  readonly kind: "choose";
  readonly drill: string;
  readonly before: "self" | "sitter" | "mannequin" | "lamp";
  readonly shown: "cues" | "wrong" | "nothing" | null;
}

/** A drill, worded; `best` and `last` of the runs that are known. */
export interface DrillInfo {
  readonly id: string;
  readonly number: number;
  readonly of: number;
  readonly title: string;
  readonly goal: string;
  readonly teaches: readonly string[];
  readonly length: string;
  readonly seconds: number;
  readonly shown: "cues" | "wrong" | "nothing";
  readonly before: readonly BeforeInfo[];
  readonly steps: readonly StepInfo[];
  readonly counts: readonly Weighed[];
  readonly short: boolean;
  readonly runs: number;
  readonly best: Kept | null;
  readonly last: Kept | null;
  readonly recommended: boolean;
}

/** This is the picture of the step. */
export interface HandIn {
  readonly kind: "hand_in";
}

/** The first word: the session that POST /guide/school/sessions has opened, and the language that is spoken. */
export interface Join {
  readonly kind: "join";
  readonly session: string;
  readonly language: string;
}

/** What a run of a drill came to: points, seconds, corrections, and its weakest axis in words. */
export interface Kept {
  readonly points: number;
  readonly seconds: number;
  readonly corrections: number;
  readonly weakest: string;
}

/** No drill any more. */
export interface Leave {
  readonly kind: "leave";
}

/** One reading of a scorecard, worded. */
export interface MarkCard {
  readonly measure: string;
  readonly label: string;
  readonly points: number;
  readonly because: string;
  readonly remedy: string;
  readonly fix: "nothing" | "correctable" | "spoilt" | "unread";
}

/** One of the three short drills, worded. */
export interface NextDrill {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly beside: string;
}

/** The time stands still. */
export interface Pause {
  readonly kind: "pause";
}

/** Match the photograph that was sent under that name, as a drill. */
export interface Refer {
  readonly kind: "reference";
  readonly id: string;
  readonly before: "self" | "sitter" | "mannequin" | "lamp";
  readonly shown: "cues" | "wrong" | "nothing" | null;
}

/** It goes on. */
export interface Resume {
  readonly kind: "resume";
}

/** Where the drill stands; seconds without pauses. */
export interface RunLive {
  readonly phase: "ready" | "going" | "paused" | "over";
  readonly step: number;
  readonly of: number;
  readonly goal: string;
  readonly left: number;
  readonly seconds: number;
  readonly can_hand_in: boolean;
  readonly corrections: number;
}

/** The pictures of one step, as data: URLs, and what is wrong in them; "" where there is none. */
export interface Shot {
  readonly goal: string;
  readonly start: string;
  readonly start_words: string;
  readonly handed_in: string;
  readonly handed_in_words: string;
}

/** Another language from now on. */
export interface Speak {
  readonly kind: "speak";
  readonly language: string;
}

/** One picture of a drill, and for whom it is; the drawings are SVG, "" where it is not about light. */
export interface StepInfo {
  readonly before: readonly ("self" | "sitter" | "mannequin" | "lamp")[];
  readonly goal: string;
  readonly asked: readonly AskedFor[];
  readonly face: string;
  readonly above: string;
}

/** Who practises, by the secret of their record; None: nobody who is recorded. */
export interface Trainee {
  readonly kind: "trainee";
  readonly token: string | null;
}

/** How much an axis counts, in words, and for whom it does. */
export interface Weighed {
  readonly before: readonly ("self" | "sitter" | "mannequin" | "lamp")[];
  readonly axis: "crop" | "light" | "background" | "pose" | "technical";
  readonly title: string;
  readonly weight: string;
}

/** All that the page may say. */
export type ToSchool = Join | Speak | Choose | Refer | Begin | HandIn | Pause | Resume | Again | Leave | Trainee;

/** All of one look that the level lets be shown: what is hidden at a level is not in it. */
export interface SchoolLive {
  readonly time: number;
  readonly looks: number;
  readonly frames: number;
  readonly room: boolean;
  readonly drill: string;
  readonly before: "self" | "sitter" | "mannequin" | "lamp";
  readonly shown: "cues" | "wrong" | "nothing";
  readonly mirrored: boolean;
  readonly stage: StageLive | null;
  readonly run: RunLive | null;
  readonly cue: ToldCue | null;
  readonly wrong: boolean | null;
  readonly match: number | null;
  readonly attempt: string | null;
}

/** POST /guide/school/sessions: the token of a session of one's own. */
export interface SchoolSession {
  readonly session: string;
}

/** GET /guide/school/drills, with the session's token in X-Framing-Session. */
export interface DrillList {
  readonly drills: readonly DrillInfo[];
  readonly problems: readonly string[];
  readonly standard: string;
}

/** GET /guide/school/attempts/<id>, with the session's token in X-Framing-Session. */
export interface Scorecard {
  readonly id: string;
  readonly drill: string;
  readonly title: string;
  readonly number: number;
  readonly of: number;
  readonly goal: string;
  readonly at: number;
  readonly standard: string;
  readonly points: number;
  readonly points_words: string;
  readonly seconds: number;
  readonly limit: number;
  readonly corrections: number;
  readonly corrections_words: string;
  readonly spoilt_words: string;
  readonly axes: readonly AxisCard[];
  readonly bounds: readonly [number, number, number];
  readonly shots: readonly Shot[];
  readonly runs: number;
  readonly trend_words: string;
  readonly weakest_words: string;
  readonly next: readonly NextDrill[];
  readonly kept: boolean;
}

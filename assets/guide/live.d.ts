// Made by `make types` from framing/page/payload.py; change it there.

/** What the page offers below the readings of the sitter. */
export interface Calibration {
  readonly lens: string;
  readonly looking: boolean;
  readonly progress: number;
  readonly distance: string;
  readonly asks: string;
  readonly nearest: number;
  readonly farthest: number;
}

/** Readings that belong together, with their drawing as SVG. */
export interface Card {
  readonly key: "crop" | "light" | "background" | "you";
  readonly title: string;
  readonly kind: "must" | "style" | "ok" | "shown" | "absent";
  readonly rows: readonly Row[];
  readonly drawing: string;
}

/** What another use would get of the picture just now. */
export interface Cut {
  readonly use: string;
  readonly title: string;
  readonly shape: "rectangle" | "circle";
  readonly window: readonly [number, number, number, number] | null;
  readonly size: string;
  readonly words: string;
}

/** What the deck shows of a look. */
export interface DeckLive {
  readonly cue: ToldCue | null;
  readonly reads: Headline | null;
  readonly ready: boolean;
  readonly size: readonly [number, number] | null;
  readonly frames: number;
  readonly looks: number;
  readonly hint: Hint | null;
  readonly focal: number | null;
}

/** Where a cue points, in the sitter's own left and right. */
export type Direction = "left" | "right" | "up" | "down" | "nearer" | "farther" | "turn_left" | "turn_right" | "tilt_left" | "tilt_right" | "none";

/** What the picture reads as, or why that cannot be said; derived here once for badge, panel and report. */
export interface Headline {
  readonly state: "nobody" | "crowd" | "neither" | "headshot" | "portrait";
  readonly name: string;
  readonly beside: string;
  readonly sure: string;
  readonly at: number | null;
  readonly wants: string;
  readonly weights: string;
  readonly agrees: boolean;
}

/** A quiet line about the camera; `phone` where it helps only who can turn it. */
export interface Hint {
  readonly text: string;
  readonly phone: boolean;
}

/** A line of the overlay: what it stands for, and its places, x and y in turn. */
export interface Line {
  readonly role: Role;
  readonly points: readonly number[];
}

/** A few small words at a height of the viewfinder, on the dimmed margin at its left edge on the screen. */
export interface LineLabel {
  readonly text: string;
  readonly y: number;
}

/** What the panel shows of a look, or of a photograph; places are 0 to 100. */
export interface PanelLive {
  readonly reads: Headline;
  readonly reasons: readonly Reason[];
  readonly boundary: string;
  readonly groups: readonly Card[] | null;
  readonly cue: ToldCue | null;
  readonly ready: boolean;
  readonly calibration: Calibration | null;
}

/** What one of the five differences says. */
export interface Reason {
  readonly difference: string;
  readonly title: string;
  readonly lean: string;
  readonly at: number;
  readonly because: string;
  readonly numbers: string;
}

/** What a line stands for. */
export type Role = "eye_line" | "head" | "level" | "steady" | "askew" | "mesh";

/** One reading in the checklist. */
export interface Row {
  readonly name: string;
  readonly label: string;
  readonly kind: "must" | "style" | "ok" | "shown" | "absent";
  readonly word: string;
  readonly value: string;
  readonly band: string;
  readonly number: string;
  readonly because: string;
}

/** What is drawn over the camera's own picture, which is unmirrored; places in viewfinder heights (`Marks`). */
export interface StageLive {
  readonly frame: number;
  readonly aspect: number;
  readonly window: readonly [number, number, number, number];
  readonly shade: "none" | "rectangle" | "circle";
  readonly lines: readonly Line[];
  readonly over_face: readonly Line[];
  readonly labels: readonly LineLabel[];
  readonly cuts: readonly Cut[];
  readonly clear: readonly (readonly [number, number, number, number])[];
}

/** The one thing on top: what to do, that nothing is left to do, or to hold still. */
export interface ToldCue {
  readonly text: string;
  readonly spoken: string;
  readonly kind: "must" | "style" | "ok" | "hold";
  readonly id: string;
  readonly measure: string;
  readonly direction: Direction;
  readonly arrow: Direction;
  readonly hint: string;
}

/** All of one look; stage, deck and panel are of the same one. */
export interface Live {
  readonly time: number;
  readonly room: boolean;
  readonly stage: StageLive | null;
  readonly deck: DeckLive;
  readonly panel: PanelLive | null;
}

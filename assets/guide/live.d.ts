// Made by `make types` from framing/web/payload.py; change it there.

/** The one thing to do; once all holds it is Ready, and `hint` the one matter of taste that is left. */
export interface Cue {
  readonly text: string;
  readonly kind: "must" | "style" | "ok" | "hold" | "shown" | "absent";
  readonly direction: string;
  readonly measure: string;
  readonly hint: string;
}

/** What the deck shows of a look. */
export interface DeckLive {
  readonly cue: Cue | null;
  readonly reads: Reads | null;
  readonly ready: boolean;
  readonly size: readonly [number, number] | null;
  readonly frames: number;
  readonly looks: number;
  readonly hint: Hint | null;
  readonly focal: number | null;
}

/** Readings that belong together, with their drawing as SVG. */
export interface Group {
  readonly key: string;
  readonly title: string;
  readonly kind: "must" | "style" | "ok" | "hold" | "shown" | "absent";
  readonly rows: readonly Row[];
  readonly drawing: string;
}

/** A quiet line about the camera; `phone` where it helps only who can turn it. */
export interface Hint {
  readonly text: string;
  readonly phone: boolean;
}

/** What the panel shows of a look. */
export interface PanelLive {
  readonly reads: Reads;
  readonly reasons: readonly Reason[];
  readonly boundary: string;
  readonly groups: readonly Group[];
  readonly cue: Cue;
  readonly ready: boolean;
  readonly yours: Yours | null;
}

/** The verdict; `at` is its place from portrait, 0, to headshot, 100. */
export interface Reads {
  readonly name: string;
  readonly sure: string;
  readonly at: number | null;
  readonly as: "headshot" | "portrait" | "neither";
  readonly wants: string;
  readonly agrees: boolean;
}

/** One of the five differences, and where it leans, 0 to 100. */
export interface Reason {
  readonly difference: string;
  readonly title: string;
  readonly lean: "headshot" | "portrait" | "none";
  readonly at: number;
  readonly because: string;
  readonly numbers: string;
}

/** One reading of the checklist. */
export interface Row {
  readonly name: string;
  readonly label: string;
  readonly kind: "must" | "style" | "ok" | "hold" | "shown" | "absent";
  readonly word: string;
  readonly value: string;
  readonly band: string;
  readonly number: string;
  readonly because: string;
}

/** What the guide may learn of this sitter and this camera. */
export interface Yours {
  readonly lens: string;
  readonly looking: boolean;
  readonly progress: number;
  readonly distance: string;
  readonly asks: string;
  readonly nearest: number;
  readonly farthest: number;
}

/** All of one look; deck and panel are of the same one. */
export interface Live {
  readonly time: number;
  readonly room: boolean;
  readonly deck: DeckLive;
  readonly panel: PanelLive | null;
}

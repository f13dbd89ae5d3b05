// Made by `make types` from framing/web/picture_models.py; change it there.

/** The rectangle round both eyes, in fractions of the picture. */
export interface Eyes {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The cut that a use gets. */
export interface ForUse {
  readonly use: string;
}

/** One file that is asked for. */
export interface Item {
  readonly id: string;
  readonly what: ForUse | WholePicture | PrintSheet;
}

/** A sheet with as many pictures of a document as it has room for. */
export interface PrintSheet {
  readonly sheet: "4x6" | "a4";
  readonly use: string;
}

/** A rectangle in whole pixels of a picture. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The uncut picture, which carries the crop that its use gets. */
export interface WholePicture {
  readonly whole: true;
}

/** What the browser says of a picture before it sends it. */
export interface Announcement {
  readonly size: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly use: string;
  readonly window: Rectangle | null;
  readonly taken: string;
  readonly source: "frame" | "photo";
  readonly viewer: "front" | "rear" | "still" | "other";
}

/** The bytes of a picture that are here, and why no more were taken. */
export interface Have {
  readonly have: number;
  readonly error: string | null;
}

/** Why something was refused, in a sentence; `ids` are the pictures that have to be sent again. */
export interface Refusal {
  readonly error: string;
  readonly ids: readonly string[];
}

/** What is said of one picture; `rank` says whether it can be kept without a second thought. */
export interface Judged {
  readonly id: string;
  readonly rank: "good" | "fault" | "unsure";
  readonly title: string;
  readonly because: string;
  readonly symbol: "ok" | "must" | "unsure";
  readonly ready: boolean;
  readonly reads: string;
  readonly sure: string;
  readonly eyes: Eyes | null;
  readonly faults: readonly string[];
  readonly cues: readonly string[];
}

/** The pictures of one burst, in the order in which they were taken. */
export interface WhichBurst {
  readonly ids: readonly string[];
}

/** What is said of the pictures of one burst, beside each other; the best first in `order` and `pictures`. */
export interface Burst {
  readonly headline: string;
  readonly detail: string;
  readonly order: readonly string[];
  readonly pictures: readonly Judged[];
}

/** The uses, by the names of their presets. */
export interface WhichUses {
  readonly uses: readonly string[];
}

/** What one use would get out of one picture; `why` says what speaks against it, or why it cannot be had. */
export interface Delivery {
  readonly use: string;
  readonly title: string;
  readonly shape: "rectangle" | "circle";
  readonly window: Rectangle;
  readonly width: number;
  readonly height: number;
  readonly words: string;
  readonly good: boolean;
  readonly why: string | null;
}

/** The files that are asked for: one by itself, or any number in a ZIP. */
export interface Wanted {
  readonly items: readonly Item[];
  readonly zip: boolean;
}

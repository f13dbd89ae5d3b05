// Made by `make types` from framing/web/picture_models.py; change it there.

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Eyes {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

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

export interface Burst {
  readonly headline: string;
  readonly detail: string;
  readonly order: readonly string[];
  readonly pictures: readonly Judged[];
}

export interface Delivery {
  readonly use: string;
  readonly title: string;
  readonly shape: "rectangle" | "circle";
  readonly window: Rect;
  readonly width: number;
  readonly height: number;
  readonly words: string;
  readonly good: boolean;
  readonly why: string | null;
}

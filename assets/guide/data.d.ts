// What Python sends. Settings come when the person has done something; what is live comes with every look.

import type { Words } from "./words.js";

export interface Texts {
  words: Words;
  lang: string;
  dir: "ltr" | "rtl";
}

export type Sentences = readonly [what: string, step: string];
export type Kind = "must" | "style" | "ok" | "hold" | "shown" | "absent";
export type Answers = Readonly<Record<string, string>>;
export type Mode = "camera" | "photos" | "sample";
export type ReadsAs = "headshot" | "portrait" | "neither";

export interface Use {
  name: string;
  title: string;
  wants: "headshot" | "portrait" | "either";
}

export interface Question {
  key: string;
  asks: string;
  options: readonly { key: string; label: string }[];
}

export interface Intent {
  answers: Answers;
  preset: string;
  title: string;
  because: string;
}

export interface Cue {
  text: string;
  kind: Kind;
  direction: string;
  measure: string;
  hint: string;
}

export interface Reads {
  name: string;
  sure: string;
  at: number | null;
  as: ReadsAs;
  wants: string;
  agrees: boolean;
}

export interface DeckSettings extends Texts {
  uses: readonly Use[];
  problems: readonly string[];
  questions: readonly Question[];
  states: Readonly<Record<string, string>>;
  troubles: Readonly<Record<string, Sentences>>;
  use: string;
  aspect: number;
  mode: Mode;
  intent: Intent;
  token: string;
  kept: number;
  unsaved: boolean;
  reviewing: boolean;
  refused: number;
  again: string;
  focal: number | null;
  notice: Sentences | null;
}

export interface DeckLive {
  cue: Cue | null;
  reads: Reads | null;
  ready: boolean;
  size: readonly [width: number, height: number] | null;
  frames: number;
  looks: number;
  hint: { text: string; phone: boolean } | null;
}

export interface Reason {
  difference: string;
  title: string;
  lean: ReadsAs | "none";
  at: number;
  because: string;
  numbers: string;
}

export interface Row {
  name: string;
  label: string;
  kind: Kind;
  word: string;
  value: string;
  band: string;
  number: string;
  because: string;
}

export interface Group {
  key: string;
  title: string;
  kind: Kind;
  rows: readonly Row[];
  drawing: string;
}

export interface Yours {
  lens: string;
  looking: boolean;
  progress: number;
  distance: string;
  asks: string;
  nearest: number;
  farthest: number;
}

export interface PanelSettings extends Texts {
  layout: "live" | "still";
}

export interface PanelLive {
  reads: Reads;
  reasons: readonly Reason[];
  boundary: string;
  groups: readonly Group[];
  cue: Cue;
  ready: boolean;
  yours: Yours | null;
}

export interface OwnData extends Texts {
  picture: boolean;
  file: string;
  name: string;
  token: string;
  alt: string;
  caption: string;
  label: string;
}

// What Streamlit calls a component with, again with every word from Python and always with the same root.
export interface Told<Data, Root> {
  parentElement: ShadowRoot & Root;
  data: Data;
  setStateValue: (name: string, value: unknown) => void;
  setTriggerValue: (name: string, value: unknown) => void;
}

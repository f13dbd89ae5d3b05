// What Python sends. Settings come when the person has done something; what is live comes with every look.

import type { Role } from "./live.d.ts";
import type { Words } from "./words.js";

export interface Texts {
  words: Words;
  lang: string;
  dir: "ltr" | "rtl";
}

export type Sentences = readonly [what: string, step: string];
export type Answers = Readonly<Record<string, string>>;
export type Mode = "camera" | "photos" | "sample";

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

// How lines and shade look: framing/overlay/theme.py.
export interface Theme {
  shade: number;
  frame: readonly number[];
  halo: number;
  haloWidth: number;
  dash: readonly number[];
  roles: Readonly<Record<Role, { colour: readonly number[]; weight: number; dashed: boolean; bare: boolean }>>;
}

export interface DeckSettings extends Texts {
  mirrored: boolean;
  theme: Theme;
  languages: readonly { code: string; name: string }[];
  uses: readonly Use[];
  problems: readonly string[];
  standard: string; // the studio's, by name and signature; "" where there is none
  questions: readonly Question[];
  states: Readonly<Record<string, string>>;
  troubles: Readonly<Record<string, Sentences>>;
  use: string;
  aspect: number;
  mode: Mode;
  intent: Intent;
  token: string; // of the page, for its photographs
  session: string; // of its session, for what is told live
  room: boolean; // whether it has a place, or could have one
  notice: Sentences | null;
}

export interface ReviewSettings extends Texts {
  session: string; // the token with which the server is asked about pictures
  uses: readonly { name: string; title: string }[];
}

export interface CheckSettings extends Texts {
  session: string; // the token of its session
  token: string; // of the page
  room: boolean; // whether it could have a place
}

export interface PanelSettings extends Texts {
  layout: "live" | "still";
  session: string; // the token of the page's session, "" beside a finished picture
  moment: string; // the name under which a finished picture is remembered, "" beside the camera
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

/** What the page of a room is told once, as it is opened. */
export interface RoomSettings extends Texts {
  uses: readonly { name: string; title: string; wants: "headshot" | "portrait" | "either" }[];
  first: string; // the use that a form begins with
  theme: Theme;
  ended: Readonly<Record<string, string>>; // why one is no longer in a room, where the server could not say it
}

/** What the page of the school is told as it is opened, and again in another language. */
export interface SchoolSettings extends Texts {
  languages: readonly { code: string; name: string }[];
  theme: Theme;
  states: Readonly<Record<string, string>>;
  troubles: Readonly<Record<string, Sentences>>;
}

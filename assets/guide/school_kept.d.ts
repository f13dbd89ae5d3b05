// Made by `make types` from framing/web/school_record_models.py; change it there.

/** One thing that may be said instead. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** One run in the record; `at` in seconds since 1970. */
export interface KeptRun {
  readonly id: string;
  readonly drill: string;
  readonly title: string;
  readonly at: number;
  readonly points: number;
}

/** One trainee in the trainer's overview: the newest run, and where their last runs of its drill go. */
export interface Trained {
  readonly number: number;
  readonly name: string;
  readonly runs: number;
  readonly last: KeptRun | null;
  readonly axes: readonly (readonly [string, number | null])[];
  readonly trend: string;
  readonly day: string;
}

/** POST /guide/school/trainees: scores may be kept, and pictures too or not. */
export interface Enrol {
  readonly name: string;
  readonly pictures: boolean;
}

/** The secret by which alone this trainee is found; the browser remembers it. */
export interface Enrolled {
  readonly token: string;
  readonly name: string;
}

/** GET /guide/school/mine, with the trainee's token in X-Framing-Trainee; the oldest run first. */
export interface Mine {
  readonly name: string;
  readonly pictures: boolean;
  readonly runs: readonly KeptRun[];
}

/** GET /guide/school/class, with the trainer's token in X-Framing-Trainer where one is set. */
export interface Class {
  readonly trainees: readonly Trained[];
}

/** POST /guide/school/moments: this verdict, cue or reading is seen otherwise; of what is live, or of an attempt. */
export interface AskMoment {
  readonly kind: "verdict" | "cue" | "reading";
  readonly what: string;
  readonly attempt: string | null;
  readonly moment: string | null;
}

/** What the guide says of it, and what may be said instead. */
export interface Question {
  readonly id: string;
  readonly says: string;
  readonly choices: readonly Choice[];
  readonly picture: boolean;
}

/** POST /guide/school/otherwise: the answer, and whether the picture may be kept with its readings. */
export interface SeeOtherwise {
  readonly id: string;
  readonly answer: string;
  readonly picture: boolean;
}

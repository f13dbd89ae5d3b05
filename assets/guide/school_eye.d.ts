// Made by `make types` from framing/web/school_eye_models.py; change it there.

/** How far the trainee agrees with somebody about one question; in words, for people. */
export interface Agreed {
  readonly what: "reads_as" | "why" | "first";
  readonly pictures: number;
  readonly share: string;
  readonly kappa: string;
}

/** One line of what is asked for. */
export interface AskedFor {
  readonly what: string;
  readonly how: string;
}

/** The agreement so far, with the guide and with the trainer. */
export interface EyeFigures {
  readonly guide: readonly Agreed[];
  readonly trainer: readonly Agreed[];
  readonly course: readonly (number | null)[];
  readonly kappa: number | null;
  readonly pictures: number;
}

/** One answer in words, each "" where it is left open. */
export interface Given {
  readonly reads_as: string;
  readonly why: string;
  readonly first: string;
}

/** One of the answers to choose from. */
export interface Offer {
  readonly id: string;
  readonly words: string;
}

/** Lines [x, y] in viewfinder heights of the unmirrored picture. */
export interface Outline {
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

/** POST /guide/school/reference: what the photograph asks for, and what of it cannot be matched. */
export interface ToMatch {
  readonly id: string;
  readonly title: string;
  readonly aspect: number;
  readonly asked: readonly AskedFor[];
  readonly lacking: readonly string[];
  readonly left_alone: readonly string[];
  readonly ghost: Outline;
}

/** GET /guide/school/eye/packaged: how many pictures there are, each at packaged/<number>.jpg. */
export interface PackagedPictures {
  readonly pictures: number;
}

/** POST /guide/school/eye/pictures: what is asked of the picture that was sent. */
export interface EyeQuestion {
  readonly id: string;
  readonly offered: readonly Offer[];
}

/** What somebody says of a picture; "" for what they leave open. */
export interface EyeAnswer {
  readonly picture: string;
  readonly by: "trainee" | "trainer";
  readonly reads_as: "" | "headshot" | "portrait" | "neither";
  readonly why: "" | "subjects" | "crop" | "mood" | "environment" | "creativity";
  readonly first: string;
}

/** A trainer's answers from a file, as its text, with the picture behind each file name that was sent so far. */
export interface TrainerSheet {
  readonly text: string;
  readonly name: string;
}

/** POST /guide/school/eye/answers: the answers side by side, and the agreement so far. */
export interface EyeTold {
  readonly yours: Given;
  readonly guide: Given;
  readonly because: string;
  readonly trainer: Given | null;
  readonly same: readonly [boolean, boolean, boolean];
  readonly figures: EyeFigures;
}

/** POST /guide/school/eye/sheet: for how many pictures the file has an answer. */
export interface Taken {
  readonly answers: number;
}

/** What the page says on /guide/school/study: how the studio is set up. */
export interface SetUp {
  readonly side: number;
  readonly height: number;
  readonly ratio: number;
  readonly behind: number;
  readonly turn: number;
}

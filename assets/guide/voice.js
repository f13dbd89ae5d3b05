// Says what the page has to say, by the voice of this browser or by the live region that a screen reader reads out.
// voice_state.js decides; here it is heard of what happens, and done.
import { sound } from "./sound.js";
import { FIRST, next } from "./voice_state.js";
import { speaker } from "./voices.js";

/** @import { Choices } from "./choices.js" */
/** @import { ToldCue } from "./live.d.ts" */
/** @import { Act, Cue, Event, Known } from "./voice_state.js" */
/** @import { Words } from "./words.js" */

const LOAD = 2000; // ms in which voices must be listed: a browser that lists none by then has one all the same
const STOPPED = ["canceled", "interrupted"]; // errors that are none

export class Voice {
  /** @param {SpeechSynthesis | null} speech */
  constructor(speech) {
    this.speech = speech;
    /** @type {Known} */
    this.known = FIRST;
    /** @type {Element | null} */
    this.region = null;
    this.changed = () => {}; // told when the browser has other voices
    this.lang = "en";
    /** @type {Words} */
    this.words = {};
    this.wishes = { rate: 1, speaker: "", tones: true };
    /** @type {SpeechSynthesisUtterance | null} */
    this.sentence = null; // held here, for Chrome forgets one that nobody holds and never tells its end
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.asked = performance.now();
    this.voices = speech?.getVoices() ?? []; // browsers load them once they are asked
    speech?.addEventListener?.("voiceschanged", () => {
      this.voices = speech.getVoices();
      this.changed();
      if (navigator.userActivation?.hasBeenActive) this.touch();
    });
  }

  /**
   * From now on the region is written to; the function that comes back ends it.
   * @param {Element} region its text is read out by a screen reader
   * @param {boolean} on as it was on the last visit
   */
  attach(region, on) {
    this.region = region;
    this.tell({ is: "turned", on, words: "" });
    const ears = new AbortController();
    for (const touched of ["click", "keydown"]) {
      document.addEventListener(touched, () => this.touch(), { signal: ears.signal });
    }
    return () => {
      ears.abort();
      if (this.region === region) this.silence();
    };
  }

  // It is on, and was tried in vain.
  get mute() { return this.known.on && !this.known.works && this.known.tries > 0; }

  silence() {
    clearTimeout(this.timer);
    this.stop();
    this.region = null;
    this.known = FIRST;
  }

  /**
   * Whose language is spoken, and how.
   * @param {Pick<Choices, "rate" | "speaker" | "tones">} wishes
   * @param {Words} words
   * @param {string} lang
   */
  settle({ rate, speaker, tones }, words, lang) {
    Object.assign(this, { wishes: { rate, speaker, tones }, words, lang });
  }

  /** @param {boolean} on */
  turn(on) { this.tell({ is: "turned", on, words: (on ? this.words.voice_on : this.words.voice_off) ?? "" }); }

  // The person has touched the page: now the browser may speak.
  touch() { this.tell({ is: "touched", words: this.words.voice_on ?? "" }); }

  // Said once, in its turn and before any cue; only the newest news waits.
  /** @param {string | undefined} words */
  news(words) { if (words) this.tell({ is: "news", words }); }

  // Told with every look.
  /** @param {ToldCue | null} cue */
  cue(cue) { this.tell({ is: "cue", cue: cue && { words: cue.spoken, tone: tone(cue) } }); }

  /** @param {Event} event */
  tell(event) {
    clearTimeout(this.timer);
    const now = performance.now();
    this.known = next(this.known, event, now);
    const { acts, wake } = this.known;
    if (wake !== null) this.timer = setTimeout(() => this.tell({ is: "later" }), Math.max(0, wake - now));
    for (const act of acts) this.do(act);
  }

  /** @param {Act} act */
  do(act) {
    switch (act.do) {
      case "speak": return this.speak(act.words);
      case "write": return this.write(act.words);
      case "tone": return void (this.wishes.tones && sound.tone(act.tone));
      case "cancel": return this.stop();
      case "mute": return this.news(this.words.voice_mute);
    }
  }

  /** @param {string} words */
  write(words) {
    this.region?.replaceChildren(words); // a new text, even if it says the same again
    this.tell({ is: "begun" });
  }

  // Never paused, which on Android ends it: it is only ever cancelled.
  stop() {
    if (this.sentence) this.speech?.cancel();
    this.sentence = null;
  }

  /** @param {string} words */
  speak(words) {
    const { speech, voices, lang, wishes } = this;
    const voice = speaker(voices, lang, wishes.speaker);
    const unlisted = !voices.length && performance.now() - this.asked > LOAD;
    if (!speech || !(voice || unlisted)) return queueMicrotask(() => this.tell({ is: "failed" }));
    sound.audible();
    const sentence = new SpeechSynthesisUtterance(words);
    Object.assign(sentence, { voice, lang: voice?.lang.replace("_", "-") ?? lang, rate: wishes.rate });
    /** @type {(event: Event) => void} */
    const tell = (event) => { if (sentence === this.sentence) this.tell(event); };
    sentence.onstart = () => tell({ is: "begun" });
    sentence.onend = () => tell({ is: "over" });
    sentence.onerror = ({ error }) => tell({ is: STOPPED.includes(error) ? "over" : "failed" });
    this.sentence = sentence;
    speech.speak(sentence);
  }
}

/** @type {(cue: ToldCue) => Cue["tone"]} */
function tone({ kind, direction }) {
  if (kind === "ok") return "ready";
  return direction === "nearer" || direction === "farther" ? direction : null;
}

export const voice = new Voice(globalThis.speechSynthesis ?? null);

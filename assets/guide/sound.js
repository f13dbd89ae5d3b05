// The page's own sounds: the ticks of the shutter, and the soft tones under the voice.

/** @import { Tone } from "./voice_state.js" */

/**
 * One note.
 * @typedef {object} Note
 * @property {number} hertz
 * @property {number} at seconds after the first
 * @property {number} seconds
 * @property {number} volume 0..1
 */

const SOFT = 0.06; // beneath a voice, and a third of a tick
/** @type {Readonly<Record<Tone, readonly number[]>>} */
const HERTZ = { nearer: [392, 523], farther: [523, 392], ready: [784, 784] };

/**
 * The notes of a tone: a step up for nearer, a step down for farther, one high note twice for ready.
 * @param {Tone} tone
 * @returns {Note[]}
 */
export function notes(tone) {
  return HERTZ[tone].map((hertz, place) => ({ hertz, at: 0.16 * place, seconds: 0.3, volume: SOFT }));
}

class Sound {
  constructor() {
    /** @type {AudioContext | null} */
    this.context = null;
  }

  close() {
    void this.context?.close();
    this.context = null;
  }

  // On an iPhone, the switch at its side silences a page unless the page says that it plays something.
  audible() {
    const { audioSession } = /** @type {Navigator & {audioSession?: {type: string}}} */ (navigator);
    if (audioSession) audioSession.type = "playback";
  }

  /**
   * A short note with a hard beginning. Whether it sounds: a machine without sound still counts down in numbers.
   * @param {number} hertz
   * @param {number} seconds
   */
  tick(hertz, seconds) { return this.play([{ hertz, at: 0, seconds, volume: 0.2 }], 0); }

  /** @param {Tone} tone */
  tone(tone) {
    this.audible();
    return this.play(notes(tone), 0.04);
  }

  /**
   * @param {readonly Note[]} notes
   * @param {number} rise seconds until a note is at its full volume
   */
  play(notes, rise) {
    try {
      this.context ??= new AudioContext();
      void this.context.resume(); // browsers keep it silent until the page was touched once
      for (const note of notes) sounded(this.context, note, rise);
      return true;
    } catch {
      return false;
    }
  }
}

/** @type {(context: AudioContext, note: Note, rise: number) => void} */
function sounded(context, { hertz, at, seconds, volume }, rise) {
  const start = context.currentTime + at;
  const note = new OscillatorNode(context, { frequency: hertz });
  const level = new GainNode(context);
  note.connect(level).connect(context.destination);
  const { gain } = level;
  gain.setValueAtTime(rise ? 0.001 : volume, start);
  if (rise) gain.exponentialRampToValueAtTime(volume, start + rise);
  gain.exponentialRampToValueAtTime(0.001, start + seconds);
  note.start(start);
  note.stop(start + seconds);
}

export const sound = new Sound();

// What a screen reader is told: the cue when it changes, and not more often than one can listen.
const EVERY = 1500; // ms between two things said

export class Speech {
  /** @param {HTMLElement} box its text is read out */
  constructor(box) {
    this.box = box;
    this.said = -Infinity;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.later);
    if (this.box.textContent === words) return;
    const wait = this.said + EVERY - performance.now();
    if (wait > 0) {
      this.later = setTimeout(() => this.say(words), wait);
      return;
    }
    this.said = performance.now();
    this.box.textContent = words;
  }

  close() { clearTimeout(this.later); }
}

// A sitter three metres away touches nothing: the screen must stay on while the picture plays.

export class Screen {
  constructor() {
    /** @type {WakeLockSentinel | null} */
    this.lock = null;
    this.wanted = false;
  }

  /** @param {boolean} wanted said again and again; the browser lets go by itself when the page is out of sight */
  hold(wanted) {
    const held = Boolean(this.lock && !this.lock.released);
    if (wanted === this.wanted && wanted === held) return;
    if (wanted && !this.wanted) void this.ask();
    if (!wanted) void this.lock?.release();
    this.wanted = wanted;
  }

  async ask() {
    try {
      this.lock = await navigator.wakeLock.request("screen");
      if (!this.wanted) void this.lock.release();
    } catch {
      // A browser without it, or one that saves its battery.
    }
  }
}

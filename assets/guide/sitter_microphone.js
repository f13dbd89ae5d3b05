// The microphone, which is asked for in a room alone, after the person has said yes.

export class Microphone {
  /** @param {() => void} changed told when there is one, when it is taken away, and when it is muted */
  constructor(changed) {
    this.changed = changed;
    /** @type {MediaStreamTrack | null} */
    this.track = null;
    this.muted = false; // by the person
    this.refused = false; // by the person or the system
    this.asking = false;
  }

  /** Whether the person is heard: a call takes the microphone away without ending it. */
  get on() { return Boolean(this.track && !this.muted && !this.track.muted); }

  async ask() {
    if (this.track || this.asking) return;
    this.asking = true;
    try {
      const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
      const stream = await navigator.mediaDevices.getUserMedia({ audio, video: false });
      const [track] = stream.getAudioTracks();
      if (track) this.take(track);
      this.refused = !track;
    } catch {
      this.refused = true;
    }
    this.asking = false;
    if (!this.refused && !this.track) return; // called off meanwhile
    this.changed();
  }

  /** @param {MediaStreamTrack} track */
  take(track) {
    if (!this.asking) return track.stop(); // the person has left meanwhile
    this.track = track;
    track.enabled = !this.muted;
    for (const change of ["mute", "unmute"]) track.addEventListener(change, () => this.changed());
    track.addEventListener("ended", () => {
      if (this.track !== track) return;
      this.track = null;
      this.changed();
    });
  }

  /** @param {boolean} muted */
  mute(muted) {
    this.muted = muted;
    if (this.track) this.track.enabled = !muted;
    this.changed();
  }

  close() {
    this.asking = false;
    this.track?.stop();
    Object.assign(this, { track: null, muted: false, refused: false });
  }
}

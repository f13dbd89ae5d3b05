// Taking the picture: at once, after the self-timer, or by itself once everything has held. Python takes the frame; here
// are the seconds before it, which must not wait for anybody.
import { text } from "./dom.js";

const STEADY_SECONDS = 3; // what the automatic release counts down, so that it surprises nobody

export class Shutter {
  constructor(root, release) {
    this.release = release; // told whether it was by itself
    this.count = root.querySelector(".count");
    this.number = root.querySelector(".count b");
    this.words = root.querySelector(".count p");
    this.again = ""; // what was wrong with the last one
    this.refused = 0; // pictures taken by itself that were not good enough
    this.flash = root.querySelector(".flash");
    this.left = 0; // seconds still to count, 0 when idle
    this.byItself = false;
    this.armed = true; // the automatic release waits for a new Ready after each picture
    this.sound = null;
  }

  leave() {
    this.cancel();
    this.sound?.close();
  }

  // Asked for by the person: a second press calls it off.
  press(seconds) {
    if (this.left) return this.cancel();
    this.begin(seconds, false);
  }

  // What was taken by itself is looked at before it is shown: one with a fault is dropped, and it tries again.
  hear({ refused, again, reviewing }) {
    this.again = again;
    if (refused !== this.refused) this.armed = true;
    if (this.checking && (refused !== this.refused || reviewing)) this.cancel();
    this.refused = refused;
  }

  // Told with every word from Python whether all that the use asks for holds.
  watch(ready, automatic) {
    if (!ready) {
      this.armed = true;
      if (this.byItself && this.left) this.cancel();
    } else if (automatic && this.armed && !this.left) {
      this.armed = false;
      this.begin(STEADY_SECONDS, true);
    }
  }

  begin(seconds, byItself) {
    this.byItself = byItself;
    this.left = seconds;
    if (!seconds) return this.fire();
    this.show();
    this.timer = setInterval(() => {
      this.left -= 1;
      if (this.left) this.show();
      else this.fire();
    }, 1000);
  }

  show() {
    this.count.hidden = false;
    this.number.textContent = this.left;
    text(this.words, this.byItself && this.again ? `${this.again}: once more` : "Look at the lens");
    this.beep(this.left === 1 ? 1320 : 880, 0.09);
  }

  fire() {
    clearInterval(this.timer);
    this.left = 0;
    this.armed = false;
    this.checking = this.byItself;
    this.count.hidden = !this.checking;
    text(this.number, "…");
    text(this.words, "Looking at it closely");
    this.flash.classList.remove("on");
    void this.flash.offsetWidth; // restarts the animation
    this.flash.classList.add("on");
    this.beep(220, 0.05);
    this.release(this.byItself);
  }

  cancel() {
    clearInterval(this.timer);
    this.left = 0;
    this.checking = false;
    this.count.hidden = true;
  }

  // A tick per second and a lower click for the shutter, so that the eyes can stay on the lens.
  beep(hertz, seconds) {
    try {
      this.sound ??= new AudioContext();
      this.sound.resume(); // browsers keep it silent until the page was touched once
      const tone = this.sound.createOscillator();
      const volume = this.sound.createGain();
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.2, this.sound.currentTime);
      volume.gain.exponentialRampToValueAtTime(0.001, this.sound.currentTime + seconds);
      tone.connect(volume).connect(this.sound.destination);
      tone.start();
      tone.stop(this.sound.currentTime + seconds);
      this.count.dataset.ticks = Number(this.count.dataset.ticks ?? 0) + 1;
    } catch {
      // A machine without sound still counts down in numbers.
    }
  }
}

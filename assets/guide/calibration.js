// What the guide may learn of the sitter and the camera stands below the readings that are the better for it.
import { one, text } from "./dom.js";

/** @import { Calibration as Data } from "./live.d.ts" */

export class Calibration {
  /**
   * @param {HTMLElement} box
   * @param {{look: () => void, distance: (centimetres: number) => void}} asks
   */
  constructor(box, asks) {
    this.box = box;
    this.button = one(box, ".look", HTMLButtonElement);
    this.progress = one(box, "progress", HTMLProgressElement);
    this.input = one(box, "input", HTMLInputElement);
    this.button.onclick = () => asks.look();
    one(box, "form").onsubmit = (event) => {
      event.preventDefault();
      asks.distance(this.input.valueAsNumber);
    };
  }

  /** @param {Data | null} calibration */
  render(calibration) {
    this.box.hidden = !calibration;
    if (!calibration) return;
    this.button.disabled = calibration.looking;
    this.progress.hidden = !calibration.looking;
    this.progress.value = calibration.progress;
    this.input.min = String(calibration.nearest);
    this.input.max = String(calibration.farthest);
    text(one(this.box, ".lens"), calibration.lens);
    text(one(this.box, "label span"), calibration.asks);
    text(one(this.box, ".distance"), calibration.distance);
  }
}

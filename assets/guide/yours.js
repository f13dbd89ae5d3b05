// What the guide may learn of the sitter and the camera stands below the readings that are the better for it.
import { one, text } from "./dom.js";

/** @import { Own as Data } from "./live.d.ts" */

export class Yours {
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

  /** @param {Data | null} yours */
  render(yours) {
    this.box.hidden = !yours;
    if (!yours) return;
    this.button.disabled = yours.looking;
    this.progress.hidden = !yours.looking;
    this.progress.value = yours.progress;
    this.input.min = String(yours.nearest);
    this.input.max = String(yours.farthest);
    text(one(this.box, ".lens"), yours.lens);
    text(one(this.box, "label span"), yours.asks);
    text(one(this.box, ".distance"), yours.distance);
  }
}

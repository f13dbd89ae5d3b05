// One picture large, pixel for pixel, and another below it at the same place: both stand on their own eyes and move
// together, by dragging or with the arrow keys.
import { addressOf } from "./addresses.js";
import { one } from "./dom.js";
import { corner, eyes, scale, seen } from "./loupe_place.js";

/** @import { Area, Picture } from "./picture.js" */
/** @import { Point } from "./loupe_place.js" */

const STEP = 0.15; // of the loupe's box, for a press of an arrow key
/** @type {Readonly<Record<string, readonly [x: number, y: number]>>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOMS = [0, 1, 2];

export class Loupe {
  /**
   * @param {HTMLElement} root
   * @param {(part: Area) => void} moved told which part of the first picture is seen
   */
  constructor(root, moved) {
    this.root = root;
    this.moved = moved;
    this.zoom = 1;
    /** @type {Point} */
    this.away = { x: 0, y: 0 }; // from the eyes, as parts of a picture's width and height
    /** @type {readonly (Picture | null)[]} */
    this.pictures = [null, null];
    this.boxes = [one(root, ".loupe.first"), one(root, ".loupe.second")];
    this.chips = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-zoom]")]);
    for (const chip of this.chips) chip.onclick = () => this.turn(Number(chip.dataset.zoom));
    for (const box of this.boxes) this.wire(box);
    this.watcher = new ResizeObserver(() => this.place());
    for (const box of this.boxes) this.watcher.observe(box);
  }

  close() { this.watcher.disconnect(); }

  /** @param {HTMLElement} box */
  wire(box) {
    box.onpointerdown = (event) => {
      if (event.button) return;
      event.preventDefault(); // no text is selected
      box.focus({ preventScroll: true });
      box.setPointerCapture(event.pointerId);
    };
    box.onpointermove = (event) => {
      if (box.hasPointerCapture(event.pointerId)) this.move(box, -event.movementX, -event.movementY);
    };
    box.ondblclick = () => this.turn(this.zoom ? 0 : 1);
    box.onkeydown = (event) => {
      const arrow = ARROWS[event.key];
      const nearer = { "+": 1, "=": 1, "-": -1 }[event.key];
      if (!arrow && !nearer) return;
      event.preventDefault();
      event.stopPropagation();
      if (arrow) this.move(box, arrow[0] * STEP * box.clientWidth, arrow[1] * STEP * box.clientHeight);
      else this.turn(ZOOMS[ZOOMS.indexOf(this.zoom) + Number(nearer)] ?? this.zoom);
    };
  }

  /** @param {number} zoom */
  turn(zoom) {
    this.zoom = zoom;
    this.place();
  }

  /**
   * @param {HTMLElement} box
   * @param {number} x pixels of the page
   * @param {number} y
   */
  move(box, x, y) {
    const picture = this.pictures[this.boxes.indexOf(box)];
    if (!picture) return;
    const room = { width: box.clientWidth, height: box.clientHeight };
    const times = scale(picture, room, this.zoom, devicePixelRatio);
    const at = eyes(picture);
    // From where it is seen to stand: at an edge it may have been asked to go farther.
    const part = seen(picture, room, times, corner(picture, room, times, this.middle(picture)));
    this.away = {
      x: (part.left + part.width / 2 + x / times - at.x) / picture.width,
      y: (part.top + part.height / 2 + y / times - at.y) / picture.height,
    };
    this.place();
  }

  /** @param {Picture} picture */
  middle(picture) {
    const at = eyes(picture);
    return { x: at.x + this.away.x * picture.width, y: at.y + this.away.y * picture.height };
  }

  /**
   * @param {Picture} first
   * @param {Picture | null} second
   * @param {readonly [string, string]} names
   */
  show(first, second, names) {
    if (this.pictures[0]?.burst !== first.burst) this.away = { x: 0, y: 0 };
    this.pictures = [first, second];
    for (const [at, box] of this.boxes.entries()) {
      const picture = this.pictures[at];
      box.setAttribute("aria-label", names[at] ?? "");
      if (picture) one(box, "img", HTMLImageElement).src = addressOf(picture.blob);
    }
    this.place();
  }

  place() {
    for (const chip of this.chips) chip.setAttribute("aria-pressed", String(Number(chip.dataset.zoom) === this.zoom));
    for (const [at, box] of this.boxes.entries()) {
      const picture = this.pictures[at];
      const room = { width: box.clientWidth, height: box.clientHeight };
      if (!picture || !room.width) continue;
      const times = scale(picture, room, this.zoom, devicePixelRatio);
      const stands = corner(picture, room, times, this.middle(picture));
      const image = one(box, "img", HTMLImageElement);
      image.style.width = `${picture.width}px`;
      image.style.height = `${picture.height}px`;
      image.style.transform = `translate(${stands.left}px, ${stands.top}px) scale(${times})`;
      if (!at) this.moved(seen(picture, room, times, stands));
    }
  }
}

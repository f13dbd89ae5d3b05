// The sitter's camera as a room uses it: a clone of the one track for the direct lines, and what the coach may set.
import { abilities, set } from "./capture.js";

/** @import { Capture } from "./capture.js" */
/** @import { Abilities, Ability } from "./room.d.ts" */

export class RoomCamera {
  /** @param {Capture} capture */
  constructor(capture) {
    this.capture = capture;
    /** @type {MediaStreamTrack | null} */
    this.copy = null;
    this.of = ""; // the track that it is a clone of
  }

  /**
   * Look again at the one capture.
   * @returns {boolean} whether there is another clone now, or none any more
   */
  look() {
    const { track } = this.capture;
    if (this.of === (track?.id ?? "")) return false;
    this.close();
    this.of = track?.id ?? "";
    this.copy = track?.clone() ?? null;
    // Its size before its rate, or browsers begin at a quarter of the size and take a minute to grow (docs/sitting.md).
    if (this.copy) this.copy.contentHint = "detail";
    return true;
  }

  // Its own end: the camera's light is out only when no clone is left.
  close() {
    this.copy?.stop();
    this.copy = null;
    this.of = "";
  }

  /**
   * What the coach may set, as the browser tells it.
   * @returns {Promise<Omit<Abilities, "kind">>}
   */
  async abilities() {
    const { track } = this.capture;
    if (!track) return { list: [], facing: null, facings: 0 };
    const capabilities = /** @type {Record<string, unknown>} */ (track.getCapabilities?.() ?? {});
    const settings = track.getSettings();
    const list = abilities(capabilities, /** @type {Record<string, unknown>} */ (settings)).map(ability);
    const all = await navigator.mediaDevices?.enumerateDevices?.().catch(() => []) ?? [];
    const facing = settings.facingMode === "user" || settings.facingMode === "environment" ? settings.facingMode : null;
    // A computer's cameras look nowhere in particular: there is no other side to turn to.
    return { list, facing, facings: facing && all.filter(({ kind }) => kind === "videoinput").length > 1 ? 2 : 1 };
  }

  /**
   * As the coach asks, as far as this camera can.
   * @param {string} name
   * @param {number} value
   */
  async operate(name, value) {
    const { track } = this.capture;
    const found = (await this.abilities()).list.find((one) => one.name === name);
    if (!track || !found) return;
    const to = Math.min(Math.max(value, found.min), found.max);
    await set(track, name, name === "torch" ? to > 0 : to);
  }
}

/** @type {(found: ReturnType<typeof abilities>[number]) => Ability} */
function ability({ name, range, value }) {
  const { min, max, step } = range ?? { min: 0, max: 1, step: 1 };
  return { name, min, max, step: step || (max - min) / 100, value: Math.min(Math.max(value, min), max) };
}

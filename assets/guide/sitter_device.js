// The sitter's device in a room: what the coach does with it, as far as the sitter allows, and what the coach is told.
import { RoomCamera } from "./sitter_camera.js";
import { roll } from "./roll.js";

/** @import { Deck } from "./sitter.js" */
/** @import { Do, ToServer } from "./room.d.ts" */
/** @import { Yes } from "./sitter_state.js" */

export class SitterDevice {
  /**
   * @param {Deck} deck
   * @param {(message: ToServer) => boolean} send
   */
  constructor(deck, send) {
    this.deck = deck;
    this.send = send;
    this.camera = new RoomCamera(deck.camera.capture);
    this.ordered = false; // what is counted down or taken just now was asked for by the coach
    this.told = ""; // what the coach was told last
  }

  // A camera that plays, whether the guide sees it yet or not.
  get playing() { return this.deck.camera.capture.place !== null; }

  /**
   * @param {Do["what"]} what
   * @param {Yes} yes
   */
  async perform(what, yes) {
    const { shutter } = this.deck;
    if (!yes.see) return;
    if (what.kind === "stop" && this.ordered) return shutter.cancel();
    if (what.kind === "take" && this.playing && !shutter.busy) {
      if (roll.shown) roll.show(""); // what was looked at waits in the tray
      this.ordered = true;
      return shutter.press(what.after);
    }
    if (!yes.camera) return;
    if (what.kind === "operate") {
      await this.camera.operate(what.name, what.value);
      return this.tellAbilities(yes);
    }
    if (what.kind === "facing") this.deck.choose({ device: "", viewer: what.to === "user" ? "front" : "rear" });
  }

  /**
   * What it does just now, where that is something else than before.
   * @param {boolean} may whether the coach may know
   */
  tell(may) {
    const { shutter, camera } = this.deck;
    if (!shutter.busy) this.ordered = false;
    if (!may) return;
    const { left, busy } = shutter.known;
    const asleep = document.hidden || camera.capture.muted;
    const doing = { countdown: left || null, taking: busy || roll.taking, asleep, playing: this.playing };
    if (JSON.stringify(doing) === this.told) return;
    if (this.send({ kind: "doing", ...doing })) this.told = JSON.stringify(doing);
  }

  /** @param {Yes} yes */
  async tellAbilities(yes) {
    const found = await this.camera.abilities();
    if (yes.see) this.send({ kind: "abilities", ...found });
  }

  // The sitter is no longer in the room: nothing goes on that the coach has asked for.
  close() {
    this.camera.close();
    if (this.ordered) this.deck.shutter.cancel();
    this.ordered = false;
    this.told = "";
  }
}

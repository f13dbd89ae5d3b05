// Who waits to be admitted: named with each, and let in or not.
import { make, one, text } from "./dom.js";
import { keyed } from "./room_dom.js";
import { atDoor } from "./room_state.js";
import { lasting } from "./room_told.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */

export class Doorway {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.box = one(bench.root, ".door");
    /** @type {Set<string>} */
    this.told = new Set();
  }

  /** @param {number} now seconds since 1970 */
  render(now) {
    const { known, settings: { words, lang }, send, news } = this.bench;
    const waiting = atDoor(known.room);
    this.box.hidden = !waiting.length;
    for (const { id, name } of waiting) {
      if (this.told.has(id)) continue;
      this.told.add(id);
      news(fill(words.is_at_door ?? "", { name }));
    }
    keyed(one(this.box, "ul"), waiting, ({ id }) => id, () => begin(), (item, { id, name, role, device, since }) => {
      text(one(item, ".av"), [...name][0]?.toUpperCase() ?? "");
      text(one(item, "b"), fill(words.is_at_door ?? "", { name }));
      const time = lasting(now - since, lang, words.counts ?? "");
      text(one(item, "p"), fill(words[`door_${role}_${device}`] ?? "", { time }));
      const refuse = one(item, ".refuse"), admit = one(item, ".admit");
      text(refuse, words.not_now ?? "");
      text(admit, fill(words.admit ?? "", { name }));
      refuse.onclick = () => send({ kind: "refuse", who: id });
      admit.onclick = () => send({ kind: "admit", who: id });
    });
  }
}

function begin() {
  return make("li", { innerHTML: '<span class="av" aria-hidden="true"></span><div><b dir="auto"></b><p></p></div>'
    + '<button type="button" class="refuse"></button><button type="button" class="admit gold"></button>' });
}

// The bar above everything: how the line goes, who is here, what the picture is for, and the way out.
import { make, one, text } from "./dom.js";
import { keyed, offer, press, resign, sign } from "./room_dom.js";
import { hides } from "./room_lesson.js";
import { atDoor, inside, theSitter } from "./room_state.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { Connection } from "./room_peer_state.js" */
/** @import { RoomPerson } from "./room.d.ts" */

/**
 * @typedef {object} Way the direct line to the sitter
 * @property {"connecting" | "connected" | "broken" | "none" | null} state
 * @property {Connection | null} stats
 */

/**
 * How the sitter is reached, as the key of its words, and what kind of news that is.
 * @param {Bench["known"]} known
 * @param {Way} way
 * @returns {{ key: string, kind: "good" | "warn" | "dim" }}
 */
export function reached({ room, sitter: name }, { state, stats }) {
  const sitter = theSitter(room);
  if (!sitter && !name) return { key: "lobby", kind: "dim" };
  if (!sitter?.here) return { key: "away", kind: "warn" };
  if (!room?.see) return { key: "asked", kind: "dim" };
  if (room.doing?.asleep) return { key: "asleep", kind: "warn" };
  if (state === "none") return { key: "none", kind: "warn" };
  if (state !== "connected") return { key: "connecting", kind: "dim" };
  if (room.doing?.playing === false) return { key: "none", kind: "warn" };
  return { key: stats?.width ? "live_size" : "live", kind: "good" };
}

/**
 * The words for how a line goes: "direct, 38 ms".
 * @param {Connection | null} stats
 * @param {Readonly<Record<string, string>>} words
 */
export function wayWords(stats, words) {
  if (!stats) return "";
  if (stats.ms !== null) return fill(words[`way_${stats.way}`] ?? "", { ms: stats.ms });
  return words[`way_${stats.way}_unmeasured`] ?? "";
}

export class Head {
  /**
   * @param {Bench} bench
   * @param {{ toggleLobby: () => void, end: () => void, leave: () => void }} acts
   */
  constructor(bench, acts) {
    this.bench = bench;
    const { root, send } = bench;
    const coach = bench.known.role === "coach";
    const head = this.head = one(root, "header");
    if (!coach) {
      one(head, ".leave").onclick = acts.leave;
      return;
    }
    one(head, ".invite").onclick = acts.toggleLobby;
    one(head, ".end").onclick = acts.end;
    one(head, ".lock-room").onclick = () => send({ kind: "lock", on: !bench.known.room?.locked });
    const use = one(head, ".preset", HTMLSelectElement);
    use.onchange = () => send({ kind: "use", preset: use.value, locked: Boolean(bench.known.room?.use_locked) });
    one(head, ".lock-use").onclick = () => {
      const { room } = bench.known;
      if (room) send({ kind: "use", preset: room.use, locked: !room.use_locked });
    };
  }

  /**
   * @param {Way} way
   * @param {boolean} lobby whether the lobby is shown
   */
  render(way, lobby) {
    const { known, settings: { words, uses } } = this.bench;
    const { room } = known;
    if (!room) return;
    const { key, kind } = reached(known, way);
    const state = one(this.head, ".state");
    state.className = `state ${kind}`;
    text(one(state, "b"), fill(words[`reach_${key}`] ?? "", {
      name: known.sitter, width: way.stats?.width ?? "", height: way.stats?.height ?? "",
    }));
    text(one(state, "i"), kind === "good" ? wayWords(way.stats, words) : "");
    this.people();
    if (known.role !== "coach") return;
    offer(one(this.head, ".preset", HTMLSelectElement),
      uses.map(({ name, title }) => ({ value: name, label: title })), room.use);
    const [lockUse, lockRoom, invite] = [".lock-use", ".lock-room", ".invite"].map((name) => one(this.head, name));
    if (!lockUse || !lockRoom || !invite) return;
    one(this.head, ".preset", HTMLSelectElement).disabled = hides(room); // a drill has a use of its own
    press(lockUse, room.use_locked);
    resign(lockUse, room.use_locked ? "lock" : "unlock");
    text(one(lockUse, "span"), (room.use_locked ? words.use_locked : words.use_free) ?? "");
    lockUse.title = words.use_lock_name ?? "";
    lockRoom.hidden = !lobby;
    press(lockRoom, room.locked);
    text(one(lockRoom, "span"), (room.locked ? words.unlock_room : words.lock_room) ?? "");
    one(this.head, ".use").hidden = lobby;
    invite.hidden = lobby && !known.sitter && !room.pictures.length;
    text(one(invite, "span"), (lobby ? words.to_session : words.to_lobby) ?? "");
    resign(invite, lobby ? "left" : "people");
  }

  people() {
    const { known } = this.bench;
    const people = inside(known.room);
    const list = one(this.head, ".who");
    list.hidden = people.length + atDoor(known.room).length < 2;
    list.classList.toggle("many", people.length > 3);
    keyed(list, people, ({ id }) => id, () => this.begin(), (item, person) => this.draw(item, person));
  }

  begin() {
    const item = make("li");
    item.innerHTML = '<span class="av" aria-hidden="true"></span><p><b dir="auto"></b><i></i></p>';
    one(item, "i").append(sign("mic"), make("span"));
    const out = make("button", { type: "button", className: "out", textContent: "✕" });
    if (this.bench.known.role === "coach") item.append(out);
    return item;
  }

  /**
   * @param {HTMLElement} item
   * @param {RoomPerson} person
   */
  draw(item, { id, name, role, here, microphone }) {
    const { known, send, settings: { words } } = this.bench;
    const own = id === known.you;
    text(one(item, ".av"), [...name][0]?.toUpperCase() ?? "");
    text(one(item, "b"), own ? fill(words.named_you ?? "", { name }) : name);
    const key = !here ? "away" : role === "watcher" ? "listening" : microphone ? "speaking" : "silent";
    text(one(item, "i span"), fill(words[`is_${key}`] ?? "", { role: words[`role_${role}`] ?? "" }));
    resign(item, microphone && role !== "watcher" ? "mic" : "mute");
    item.classList.toggle("away", !here);
    const out = item.querySelector("button");
    if (!out) return;
    out.hidden = own;
    out.setAttribute("aria-label", fill(words.send_out ?? "", { name }));
    out.title = out.getAttribute("aria-label") ?? "";
    out.onclick = () => send({ kind: "remove", who: id });
  }
}


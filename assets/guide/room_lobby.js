// The lobby: the links, who may do what, what the sitter will be asked, and how the coach comes across.
import { make, one, redraw, text } from "./dom.js";
import { keyed, offer, press, sign } from "./room_dom.js";
import { wayWords } from "./room_head.js";
import { useOptions } from "./room_open.js";
import { plain } from "./room_plain.js";
import { inside, theSitter } from "./room_state.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { Way } from "./room_head.js" */
/** @import { RoomOpened } from "./room.d.ts" */

// What, and whether the coach, the sitter and a watcher may; in the order of the table.
const MAY = [
  ["see", "yes", "self", "yes"], ["list", "yes", "yes", "yes"], ["speak", "yes", "yes", "no"],
  ["pen", "yes", "no", "no"], ["camera", "if_allowed", "yes", "no"], ["take", "yes", "yes", "no"],
  ["originals", "if_sent", "keep", "no"],
];

export class Lobby {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    const box = this.box = one(bench.root, ".lobby");
    /** @type {RoomOpened | null} */
    this.links = null;
    this.base = "";
    /** @type {"sitter" | "watcher"} */
    this.whose = "sitter";
    one(box, ".for-sitter").onclick = () => this.turn("sitter");
    one(box, ".for-watcher").onclick = () => this.turn("watcher");
    one(box, ".copy").onclick = () => void this.copy();
    const link = one(box, ".link input", HTMLInputElement);
    link.onfocus = () => link.select();
    const use = one(box, ".preset", HTMLSelectElement);
    use.onchange = () => {
      bench.send({ kind: "use", preset: use.value, locked: Boolean(bench.known.room?.use_locked) });
    };
    this.called = one(box, ".called input", HTMLInputElement);
    this.called.onchange = () => this.rename();
    this.called.onkeydown = ({ key }) => { if (key === "Enter") this.called.blur(); };
    this.table();
  }

  // A room has a name: nothing is none, and the one that it has comes back.
  rename() {
    const name = plain(this.called.value);
    if (name && name !== this.bench.known.room?.name) this.bench.send({ kind: "rename", name });
    this.called.value = name || this.bench.known.room?.name || "";
  }

  table() {
    const { words } = this.bench.settings;
    one(this.box, "tbody", HTMLTableSectionElement).append(...MAY.map(([what, ...who]) => {
      const row = make("tr");
      row.append(make("th", { scope: "row", textContent: words[`may_${what}`] ?? "" }), ...who.map((may) => {
        const no = may === "no", cell = make("td", { className: no ? "no" : "" });
        cell.append(no ? make("span", { textContent: "–" }) : sign("tick", "good"), words[`may_${may}`] ?? "");
        return cell;
      }));
      return row;
    }));
  }

  /** @param {"sitter" | "watcher"} whose */
  turn(whose) {
    this.whose = whose;
    this.bench.ask();
  }

  get link() {
    const { links, base, whose } = this;
    if (!links) return "";
    return whose === "sitter" ? `${base}#room=${links.id}.${links.sitter}` : `${base}room#${links.id}.${links.watcher}`;
  }

  async copy() {
    const { words } = this.bench.settings;
    try {
      await navigator.clipboard.writeText(this.link);
      this.bench.say(words.link_copied ?? "");
    } catch {
      one(this.box, ".link input").focus();
      this.bench.say(words.link_not_copied ?? "");
    }
  }

  /** @param {Way} way */
  render(way) {
    const { known, settings } = this.bench;
    const { words, lang } = settings;
    const { room } = known;
    if (!room) return;
    const { box, whose, links } = this;
    if (!this.called.matches(":focus")) this.called.value = room.name;
    offer(one(box, ".preset", HTMLSelectElement), useOptions(settings), room.use);
    press(one(box, ".for-sitter"), whose === "sitter");
    press(one(box, ".for-watcher"), whose === "watcher");
    const link = one(box, ".link input", HTMLInputElement);
    if (link.value !== this.link) link.value = this.link;
    const code = one(box, ".qr");
    redraw(code, links ? links[`qr_${whose}`] : "");
    code.firstElementChild?.setAttribute("role", "img");
    code.firstElementChild?.setAttribute("aria-label", words[`qr_${whose}`] ?? "");
    text(one(box, ".scan"), (links ? words[`scan_${whose}`] : words.links_late) ?? "");
    const time = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit" }).format(room.closes * 1000);
    text(one(box, ".until"), fill(words.until ?? "", { time }));
    const coach = room.people.find(({ id }) => id === known.you)?.name ?? "";
    const sitter = theSitter(room);
    text(one(box, ".sitter-name"), sitter?.name ?? words.sitter_column ?? "");
    text(one(box, ".sitter-role"), (sitter ? words.role_sitter : words.only_one) ?? "");
    for (const key of ["see", "point", "pictures"]) {
      text(one(box, `.asks-${key}`), fill(words[`asked_${key}`] ?? "", { name: coach }));
    }
    this.net(way);
  }

  /** @param {Way} way */
  net(way) {
    const { known, line, settings: { words } } = this.bench;
    const there = line.phase === "in";
    const others = inside(known.room).filter(({ role }) => role === "sitter");
    const { stats, state } = way;
    const rows = [
      { key: "server", what: words.to_server ?? "", how: (there ? words.there : words.lost) ?? "", good: there },
      ...others.map(({ id, name }) => ({
        key: id, what: fill(words.to_person ?? "", { name }), good: state === "connected",
        how: (state === "none" ? words.way_failed : wayWords(stats, words)) || "…",
      })),
      ...(stats?.fps && stats.height ? [{
        key: "picture", what: words.picture_line ?? "", good: stats.fps >= 20,
        how: fill(words.picture_rate ?? "", { height: stats.height, rate: Math.round(stats.fps) }),
      }] : []),
      ...(others.length ? [] : [
        { key: "nobody", what: words.sitter_column ?? "", how: words.nobody_yet ?? "", good: null },
      ]),
    ];
    keyed(one(this.box, ".net ul"), rows, ({ key }) => key, () => {
      const row = make("li");
      row.append(sign("ring", "dim"), make("span"), make("i"));
      return row;
    }, (row, { what, how, good }) => {
      text(one(row, "span"), what);
      text(one(row, "i"), how);
      const [name, kind] = good ? ["tick", "good"] : good === null ? ["ring", "dim"] : ["warn", "warn"];
      row.querySelector("use")?.setAttribute("href", `#i-${name}`);
      row.querySelector("svg")?.setAttribute("class", `i ${kind}`);
    });
  }
}

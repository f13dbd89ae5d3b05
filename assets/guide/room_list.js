// Beside the picture: the checklist, the light from above, and the last minute of two readings.
import { closes, make, one, redraw, text } from "./dom.js";
import { keyed, offer, sign } from "./room_dom.js";
import { NOTHING, line, marked, noted } from "./room_past.js";
import { judged, light } from "./room_told.js";
import { fill } from "./words.js";

/** @import { Row } from "./live.d.ts" */
/** @import { Bench } from "./room_dom.js" */

// Readings whose last minute is shown before others are chosen: the first two of them that are judged.
const FIRST = ["face_height", "key_to_fill", "key_side", "exposure", "headroom"];
const BOX = { width: 250, height: 34 };

export class List {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    const { root } = bench;
    this.box = one(root, ".list");
    this.whole = one(root, "dialog.whole", HTMLDialogElement);
    this.lines = one(root, ".past .lines");
    this.past = NOTHING;
    this.chosen = ["", ""];
    this.room = 8; // rows that fit
    closes(this.whole);
    one(this.box, ".all").onclick = () => { this.whole.showModal(); bench.ask(); };
    this.lines.append(...this.chosen.map((_, at) => this.begin(at)));
    this.sizes = new ResizeObserver(([entry]) => {
      const room = Math.max(4, Math.floor(((entry?.contentRect.height ?? 0) - 30) / 24));
      if (room !== this.room) {
        this.room = room;
        bench.ask();
      }
    });
    this.sizes.observe(this.box);
  }

  close() { this.sizes.disconnect(); }

  /** @param {number} now ms: pictures were taken */
  mark(now) { this.past = marked(this.past, now); }

  /** @param {number} at which of the two */
  begin(at) {
    const box = make("div");
    const select = make("select", { onchange: () => { this.chosen[at] = select.value; this.bench.ask(); } });
    select.setAttribute("aria-label", fill(this.bench.settings.words.reading ?? "", { number: at + 1 }));
    const value = make("b");
    const label = make("p");
    label.append(select, value);
    const drawing = make("figure");
    box.append(label, drawing);
    return box;
  }

  /** @param {number} now ms */
  render(now) {
    const { known, settings: { words } } = this.bench;
    const panel = known.live?.panel;
    if (known.measured.length) this.past = noted(this.past, known.measured, now);
    const rows = judged(panel);
    const least = matchMedia("(max-width: 700px)").matches ? 6 : this.room;
    keyed(one(this.box, "ul"), rows.slice(0, least), ({ name }) => name, begin, drawRow);
    const all = one(this.box, ".all");
    const count = (panel?.groups ?? []).reduce((sum, group) => sum + group.rows.length, 0);
    text(all, fill(words.all_readings ?? "", { count }));
    all.hidden = !count;
    if (this.whole.open) this.open();
    const card = light(panel), box = one(this.bench.root, ".light");
    redraw(one(box, "figure"), card?.drawing ?? "");
    text(one(box, "p"), box.querySelector("svg")?.getAttribute("aria-label") ?? words.no_light ?? "");
    this.history(now, (panel?.groups ?? []).flatMap((group) => group.rows));
  }

  open() {
    const groups = this.bench.known.live?.panel?.groups ?? [];
    keyed(one(this.whole, "div"), groups, ({ key }) => key, () => {
      const section = make("section");
      section.append(make("h3"), make("ul"));
      return section;
    }, (section, { title, rows }) => {
      text(one(section, "h3"), title);
      keyed(one(section, "ul"), rows, ({ name }) => name, begin, drawRow);
    });
  }

  /**
   * @param {number} now
   * @param {readonly Row[]} rows
   */
  history(now, rows) {
    const measured = new Set(Object.keys(this.past.bands));
    const options = rows.filter(({ name }) => measured.has(name)).map(({ name, label }) => ({ value: name, label }));
    const there = (/** @type {string} */ name) => options.some(({ value }) => value === name);
    const first = [...FIRST.filter(there), ...options.map(({ value }) => value)];
    [...this.lines.children].forEach((box, at) => {
      const wanted = this.chosen[at] ?? "";
      const name = there(wanted) ? wanted : first[at] ?? "";
      const select = one(box, "select", HTMLSelectElement);
      select.hidden = !options.length;
      offer(select, options, name);
      text(one(box, "b"), rows.find((row) => row.name === name)?.value ?? "");
      redraw(one(box, "figure"), name ? spark(line(this.past, name, now, BOX)) : "");
    });
    one(this.bench.root, ".past").classList.toggle("nothing", !options.length);
    this.lines.dataset.empty = this.bench.settings.words.no_readings ?? "";
  }
}

/** @param {ReturnType<typeof line>} drawn numbers of our own */
function spark({ path, band, dot, marks }) {
  const { width, height } = BOX;
  const at = band ?? { top: 0, height: 0 };
  return `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
    <rect class="band" y="${at.top}" width="${width}" height="${at.height}"/>
    <path class="marks" d="${marks.map((x) => `M${x} ${height - 4}v4`).join("")}"/>
    <path class="line" d="${path}"/><path class="dot" d="${dot ? `M${dot[0]} ${dot[1]}h.01` : ""}"/></svg>`;
}

function begin() {
  const row = make("li", { innerHTML: "<span></span><i></i>" });
  row.prepend(sign("tick"));
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {Row} reading
 */
function drawRow(row, { kind, label, value, word, because }) {
  if (row.dataset.kind !== kind) {
    row.dataset.kind = kind;
    const name = { must: "warn", style: "warn", ok: "tick", shown: "ring", absent: "none" }[kind];
    row.querySelector("use")?.setAttribute("href", `#i-${name}`);
  }
  text(one(row, "span"), label);
  text(one(row, "i"), value);
  row.title = [word, because].filter(Boolean).join(": ");
}

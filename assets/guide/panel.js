// What the picture reads as, why, and every reading. The elements stay and move: only what changed is drawn again.
import { make, redraw, text } from "./dom.js";
import { Lesson } from "./lesson.js";

const SIGNS = { ok: "●", must: "▲", style: "△", absent: "–", shown: "·" }; // a tick is for Ready alone
const ROWS = 5; // of a card; the rest is one tap away
const DRAWN = 3; // rows that a drawing takes the place of
const SPOKEN_EVERY = 1500; // ms between two things said to a screen reader

class Panel {
  constructor(root) {
    this.root = root;
    this.lesson = new Lesson(this.one(".lesson"));
    this.all = this.one(".all");
    this.all.querySelector(".close").onclick = () => this.all.close();
    this.all.onclick = (event) => { if (event.target === this.all) this.all.close(); };
    this.all.onclose = () => { this.opened = null; };
    this.one(".look").onclick = () => this.send.look();
    this.one(".yours form").onsubmit = (event) => {
      event.preventDefault();
      this.send.distance(event.target.querySelector("input").valueAsNumber);
    };
    this.lines = new Map(); // a reason's or a reading's element by its key, kept from one word of Python to the next
    this.said = -Infinity;
  }

  one(selector) { return this.root.querySelector(selector); }

  show(data) {
    this.one(".panel").dataset.layout = data.layout;
    this.one(".panel").dataset.ready = String(data.ready);
    this.drawReads(data.reads);
    data.reasons.forEach((reason) => this.drawReason(reason));
    text(this.one(".boundary-words"), data.boundary);
    data.groups.forEach((group) => this.drawGroup(group));
    this.yours = data.yours;
    if (this.opened) this.fillAll(data.groups.find((group) => group.title === this.opened) ?? data.groups[0]);
    this.say(data.layout === "live" ? data.cue : null);
  }

  drawReads(reads) {
    text(this.one(".reads h2 b"), reads.name);
    text(this.one(".reads h2 i"), reads.sure);
    const gauge = this.one(".gauge");
    const placed = reads.at !== null;
    gauge.dataset.placed = String(placed);
    gauge.dataset.reads = reads.as;
    gauge.setAttribute("aria-label", placed ? `From portrait to headshot: ${Math.round(reads.at)}% of the way; the boundary is in the middle` : "From portrait to headshot: not placed");
    if (placed) gauge.style.setProperty("--at", reads.at);
    text(this.one(".wants"), reads.wants);
    this.one(".wants").dataset.agrees = String(reads.agrees);
  }

  drawReason({ difference, lean, at, because, numbers }) {
    const line = this.line(`reason ${difference}`, this.one(".reasons"), () => {
      const button = make("button", { type: "button", className: "reason" });
      button.innerHTML = "<b></b><span class='lean' role='img'><u></u></span><p></p>";
      button.onclick = () => this.lesson.open(`difference_${difference}`, difference, button.lastElementChild.textContent, button.title);
      return button;
    });
    line.dataset.lean = lean;
    text(line.querySelector("b"), difference[0].toUpperCase() + difference.slice(1));
    line.querySelector(".lean").setAttribute("aria-label", `leans to ${lean === "none" ? "neither" : lean}`);
    line.style.setProperty("--at", at);
    text(line.querySelector("p"), because);
    line.title = numbers;
  }

  drawGroup(group) {
    const key = `group ${group.title}`;
    const card = this.line(key, this.one(".strip"), () => {
      const section = make("section", { className: "card group" });
      section.innerHTML = "<h2><button type='button' class='more'><u></u><span></span> <i></i></button></h2><figure class='drawing'></figure><div class='rows'></div>";
      section.querySelector(".more").onclick = () => this.openAll(group.title);
      return section;
    });
    this.groups = { ...this.groups, [group.title]: group };
    card.dataset.kind = group.kind;
    text(card.querySelector("u"), SIGNS[group.kind]);
    text(card.querySelector("h2 span"), group.title);
    const most = group.drawing ? ROWS - DRAWN : ROWS;
    text(card.querySelector("h2 i"), group.rows.length > most ? `all ${group.rows.length}` : "");
    redraw(card.querySelector("figure"), group.drawing);
    card.querySelector(".more").setAttribute("aria-label", `${group.title}: ${group.rows[0].word}; all readings`);
    this.drawRows(key, card.querySelector(".rows"), group.rows.slice(0, most));
  }

  drawRows(key, box, rows) {
    const focused = box.contains(this.root.activeElement) ? this.root.activeElement : null;
    const wanted = rows.map((row) => this.drawRow(key, box, row));
    wanted.forEach((line, at) => { if (box.children[at] !== line) box.insertBefore(line, box.children[at] ?? null); });
    while (box.children.length > wanted.length) box.lastElementChild.remove();
    // An element that is moved loses the focus; one that leaves gives it to the button that shows them all.
    if (focused && this.root.activeElement !== focused) {
      (focused.isConnected ? focused : box.parentElement.querySelector("button")).focus({ preventScroll: true });
    }
  }

  drawRow(key, box, { name, label, kind, word, value, band, number, because }) {
    const line = this.line(`${key} ${name}`, null, () => {
      const button = make("button", { type: "button", className: "reading" });
      button.innerHTML = "<u aria-hidden='true'></u><b></b><span class='hide'></span><i></i><s></s>";
      button.onclick = () => this.lesson.open(name, button.querySelector("b").textContent, button.because, button.title);
      return button;
    });
    line.dataset.kind = kind;
    line.dataset.name = name;
    line.title = number;
    line.because = because;
    text(line.querySelector("u"), SIGNS[kind]);
    text(line.querySelector("b"), label);
    text(line.querySelector(".hide"), `: ${word}, `);
    text(line.querySelector("i"), value);
    text(line.querySelector("s"), band);
    return line;
  }

  openAll(title) {
    this.opened = title;
    this.fillAll(this.groups[title]);
    this.all.showModal();
  }

  fillAll(group) {
    text(this.all.querySelector("h2"), group.title);
    redraw(this.all.querySelector("figure"), group.drawing);
    this.drawRows(`all ${group.title}`, this.all.querySelector("div"), group.rows);
    this.drawYours(group.title === "You" ? this.yours : null);
  }

  // What the guide may learn of the sitter and the camera stands below the readings that are the better for it.
  drawYours(yours) {
    const box = this.one(".yours");
    box.hidden = !yours;
    if (!yours) return;
    this.one(".look").disabled = yours.looking;
    const progress = box.querySelector("progress");
    progress.hidden = !yours.looking;
    progress.value = yours.progress;
    text(box.querySelector(".lens"), yours.lens);
    text(box.querySelector("label span"), yours.asks);
    Object.assign(box.querySelector("input"), { min: yours.nearest, max: yours.farthest });
    text(box.querySelector(".distance"), yours.distance);
  }

  // A screen reader is told the cue when it changes, and not more often than one can listen.
  say(cue) {
    clearTimeout(this.later);
    const box = this.one(".said");
    if (!cue || box.textContent === cue.text) return;
    const wait = this.said + SPOKEN_EVERY - performance.now();
    if (wait > 0) {
      this.later = setTimeout(() => this.say(cue), wait);
      return;
    }
    this.said = performance.now();
    box.textContent = cue.text;
  }

  line(key, box, create) {
    if (!this.lines.has(key)) {
      const element = create();
      this.lines.set(key, element);
      box?.append(element);
    }
    return this.lines.get(key);
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const panel = (parentElement.panel ??= new Panel(parentElement));
  panel.send = {
    look: () => setTriggerValue("look", Date.now()),
    distance: (centimetres) => setTriggerValue("distance", centimetres),
  };
  panel.show(data);
}

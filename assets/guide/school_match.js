// A photograph to match: chosen here, read by the server, and laid over the camera's picture as an outline.
import { make, one, text } from "./dom.js";
import { placing } from "./overlay.js";
import { smaller } from "./school_eye_files.js";
import { drawLines } from "./school_match_ghost.js";
import { translate } from "./words.js";

/** @import { Bench } from "./school_bench.js" */
/** @import { SchoolLive } from "./school.d.ts" */
/** @import { ToMatch } from "./school_eye.d.ts" */

export const DRILL = "match_a_reference";
const OPACITY = "framing-school-ghost"; // of this computer: how strongly the outline is drawn, 0..100

export class MatchView {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.box = one(bench.root, ".view.match");
    this.box.append(one(bench.root, "template#match", HTMLTemplateElement).content);
    this.url = "";
    const input = one(this.box, "input", HTMLInputElement);
    input.onchange = () => void this.take(input.files?.[0]);
    this.box.ondragover = (event) => event.preventDefault();
    this.box.ondrop = (event) => {
      event.preventDefault();
      void this.take(event.dataTransfer?.files[0]);
    };
    one(this.box, ".begin").onclick = () => this.begin();
    one(this.box, ".another").onclick = () => this.clear();
    this.translate();
  }

  show() { this.draw(); }

  translate() {
    translate(this.box, this.bench.words);
    this.draw();
  }

  clear() {
    this.bench.reference = null;
    URL.revokeObjectURL(this.url);
    this.url = "";
    one(this.box, "input", HTMLInputElement).value = "";
    this.says("");
    this.draw();
  }

  /** @param {string} words */
  says(words) { text(one(this.box, ".says"), words); }

  /** @param {File | undefined} file */
  async take(file) {
    if (!file) return;
    this.clear();
    this.says(this.bench.words.match_reading ?? "");
    try {
      const body = await smaller(file);
      this.bench.reference = await (await this.bench.ask("reference", { method: "POST", body })).json();
      this.url = URL.createObjectURL(body);
      this.says("");
    } catch (error) {
      this.says(error instanceof Error ? error.message : String(error));
    }
    this.draw();
  }

  begin() {
    const { reference } = this.bench;
    if (!reference) return;
    const before = this.bench.live?.before ?? "self";
    this.bench.send({ kind: "reference", id: reference.id, before: before === "lamp" ? "self" : before, shown: null });
    this.bench.go(`drill=${DRILL}`);
  }

  draw() {
    const { box, bench: { reference } } = this;
    one(box, ".choose").hidden = Boolean(reference);
    one(box, ".chosen").hidden = !reference;
    if (!reference) return;
    const shown = one(box, "img", HTMLImageElement);
    shown.onload = () => this.outline(reference);
    if (shown.src !== this.url) shown.src = this.url;
    one(box, "dl").replaceChildren(...reference.asked.flatMap(({ what, how }) => [
      make("dt", { textContent: what }), make("dd", { textContent: how })]));
    const { lacking, left_alone: alone } = reference;
    for (const [name, says] of Object.entries({ lacking, alone })) {
      one(box, `.${name}`).hidden = !says.length;
      one(box, `.${name} ul`).replaceChildren(...says.map((textContent) => make("li", { textContent })));
    }
  }

  /** @param {ToMatch} reference */
  outline({ ghost }) {
    const shown = one(this.box, "img", HTMLImageElement);
    const canvas = one(this.box, "canvas", HTMLCanvasElement);
    const { width, height } = shown.getBoundingClientRect();
    const scale = devicePixelRatio;
    Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    const pen = canvas.getContext("2d");
    if (pen) drawLines(pen, ghost.lines, (x, y) => [x * canvas.height, y * canvas.height], scale);
  }
}

// Over the camera's picture: the outline, and how well it is matched.
export class Matched {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.canvas = one(bench.root, ".drill canvas.ghost", HTMLCanvasElement);
    this.box = one(bench.root, ".drill .matched");
    this.box.append(one(bench.root, "template#matched", HTMLTemplateElement).content);
    this.strength = one(this.box, "input", HTMLInputElement);
    this.strength.value = String(recalled());
    this.strength.oninput = () => {
      remember(this.strength.value);
      this.draw();
    };
    this.frame = 0;
    this.translate();
  }

  translate() {
    translate(this.box, this.bench.words);
    this.value();
  }

  /** @param {SchoolLive} live */
  hear(live) {
    const on = live.drill === DRILL && Boolean(this.bench.reference);
    this.box.hidden = this.canvas.hidden = !on;
    if (!on) return;
    const score = one(this.box, ".score");
    score.hidden = live.match === null;
    text(one(score, "b"), live.match ?? "");
    this.ask();
  }

  // Drawn as long as the viewfinder slides.
  ask() {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      this.draw();
      if (!this.canvas.hidden && !this.bench.stage.ease.still(now)) this.ask();
    });
  }

  draw() {
    this.value();
    const { bench: { stage, reference }, canvas } = this;
    const pen = canvas.getContext("2d");
    const scale = devicePixelRatio;
    const [width, height] = [Math.round(stage.size.width * scale), Math.round(stage.size.height * scale)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    pen?.clearRect(0, 0, width, height);
    const shown = stage.ease.at(performance.now());
    canvas.style.opacity = String(Number(this.strength.value) / 100);
    if (!pen || !shown || !reference) return;
    const place = placing(shown, stage.picture(shown), stage.settings?.mirrored ?? false);
    drawLines(pen, reference.ghost.lines, (x, y) => {
      const [across, down] = place(x, y);
      return [across * scale, down * scale];
    }, scale);
  }

  value() {
    const per = Number(this.strength.value) / 100;
    const says = new Intl.NumberFormat(this.bench.settings.lang, { style: "percent" }).format(per);
    const shown = per ? says : this.bench.words.match_outline_off ?? "";
    text(one(this.box, "output"), shown);
    this.strength.setAttribute("aria-valuetext", shown);
  }
}

function recalled() {
  try {
    const kept = Number(localStorage.getItem(OPACITY) ?? "70");
    return kept >= 0 && kept <= 100 ? kept : 70;
  } catch {
    return 70;
  }
}

/** @param {string} strength */
function remember(strength) {
  try {
    localStorage.setItem(OPACITY, strength);
  } catch {
    // Then it is as before the next time.
  }
}

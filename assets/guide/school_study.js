// The lamp study: pictures of a virtual camera, made by the server, and the lamp that is moved by hand.
import { make, one, text } from "./dom.js";
import { FIRST, PLAN, lampAt, ratioOf, set, sideAt, sideBy, stopsOf } from "./school_study_state.js";
import { fill, translate } from "./words.js";

/** @import { Bench } from "./school_bench.js" */
/** @import { SetUp } from "./school_eye.d.ts" */
/** @import { Name } from "./school_study_state.js" */

const [WIDTH, HEIGHT, RATE] = [1280, 720, 15];
const ALIVE = 1000; // ms from word to word while nothing is moved
const OPEN = 1; // WebSocket.OPEN

export class Study {
  /**
   * @param {string} session the token of the session that gets the pictures
   * @param {() => void} [changed] a picture has come, or the line is lost
   */
  constructor(session, changed = () => {}) {
    this.session = session;
    this.changed = changed;
    this.setup = FIRST;
    this.pictures = 0; // that have come
    this.lost = false;
    /** @type {WebSocket | null} */
    this.line = null;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
  }

  /** A stream of what the virtual camera shows; it goes on until `close`, or until its track is stopped. */
  async open() {
    const canvas = make("canvas", { width: WIDTH, height: HEIGHT });
    const pen = canvas.getContext("2d", { alpha: false });
    if (!pen) throw new DOMException("no canvas", "NotReadableError");
    this.close();
    const line = new WebSocket(new URL("guide/school/study", document.baseURI).href.replace(/^http/, "ws"));
    line.binaryType = "blob";
    this.line = line;
    this.lost = false;
    const stream = canvas.captureStream(RATE);
    const [track] = stream.getVideoTracks();
    line.onopen = () => {
      line.send(this.session);
      this.tell();
    };
    line.onmessage = async ({ data }) => {
      const picture = await createImageBitmap(data).catch(() => null);
      if (!picture || line !== this.line) return;
      if (track?.readyState !== "live") return this.close();
      pen.drawImage(picture, 0, 0);
      picture.close();
      this.pictures += 1;
      this.changed();
    };
    line.onclose = () => {
      if (line !== this.line) return;
      this.lost = true;
      this.close();
      this.changed();
    };
    this.timer = setInterval(() => this.tell(), ALIVE);
    return stream;
  }

  /**
   * @param {Name} name
   * @param {number} value
   */
  set(name, value) {
    this.setup = set(this.setup, name, value);
    this.tell();
  }

  tell() { if (this.line?.readyState === OPEN) this.line.send(JSON.stringify(this.setup)); }

  close() {
    clearInterval(this.timer);
    const { line } = this;
    this.line = null;
    line?.close();
  }
}

export class StudyControls {
  /**
   * @param {Bench} bench
   * @param {Study} study
   */
  constructor(bench, study) {
    this.bench = bench;
    this.study = study;
    this.box = one(bench.root, ".drill .study");
    const template = one(bench.root, "template#study", HTMLTemplateElement);
    this.box.replaceChildren(template.content.cloneNode(true));
    this.lamp = one(this.box, ".lamp", SVGElement);
    const plan = one(this.box, "svg", SVGSVGElement);
    const drag = (/** @type {PointerEvent} */ event) => {
      const { left, top, width } = plan.getBoundingClientRect();
      const scale = PLAN.width / width;
      this.set("side", sideAt((event.clientX - left) * scale, (event.clientY - top) * scale));
    };
    plan.onpointerdown = (event) => {
      plan.setPointerCapture(event.pointerId);
      this.lamp.focus();
      drag(event);
    };
    plan.onpointermove = (event) => { if (plan.hasPointerCapture(event.pointerId)) drag(event); };
    this.lamp.onkeydown = (event) => {
      const side = sideBy(this.study.setup.side, event.key);
      if (side === null) return;
      event.preventDefault();
      this.set("side", side);
    };
    for (const name of /** @type {const} */ (["height", "ratio", "behind", "turn"])) {
      const slider = one(this.box, `[name="${name}"]`, HTMLInputElement);
      slider.oninput = () => this.set(name, name === "ratio" ? ratioOf(Number(slider.value)) : Number(slider.value));
    }
    this.translate();
  }

  translate() {
    translate(this.box, this.bench.words);
    this.draw();
  }

  /**
   * @param {Name} name
   * @param {number} value
   */
  set(name, value) {
    this.study.set(name, value);
    this.draw();
  }

  /** Whether the pictures come. */
  hear() {
    const { words } = this.bench;
    const says = this.study.lost ? words.study_lost : this.study.pictures ? "" : words.study_opening;
    text(one(this.box, ".says"), says ?? "");
  }

  draw() {
    const { setup } = this.study;
    const [x, y] = lampAt(setup.side);
    this.lamp.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${-setup.side})`);
    const spoken = this.spoken(setup);
    this.lamp.setAttribute("aria-valuenow", String(setup.side));
    this.lamp.setAttribute("aria-valuetext", spoken.side);
    const head = one(this.box, ".head", SVGElement);
    head.setAttribute("transform", `translate(${PLAN.x} ${PLAN.y}) rotate(${-setup.turn})`);
    text(one(this.box, ".side output"), spoken.side);
    for (const name of /** @type {const} */ (["height", "ratio", "behind", "turn"])) {
      const slider = one(this.box, `[name="${name}"]`, HTMLInputElement);
      slider.value = String(name === "ratio" ? stopsOf(setup.ratio) : setup[name]);
      slider.setAttribute("aria-valuetext", spoken[name]);
      text(one(this.box, `.${name} output`), spoken[name]);
    }
    this.hear();
  }

  /** @param {SetUp} setup */
  spoken({ side, height, ratio, behind, turn }) {
    const { words, settings } = this.bench;
    const number = (/** @type {number} */ value, digits = 0) => (
      new Intl.NumberFormat(settings.lang, { maximumFractionDigits: digits }).format(Math.abs(value)));
    /** @type {(value: number, keys: [more: string, less: string, none: string], digits?: number) => string} */
    const which = (value, [more, less, none], digits = 0) => {
      const key = value > 0 ? more : value < 0 ? less : none;
      return fill(words[key] ?? "", { degrees: number(value, digits), stops: number(value, digits) });
    };
    return {
      side: which(side, ["study_side_left", "study_side_right", "study_side_middle"]),
      height: which(height, ["study_height_above", "study_height_below", "study_height_level"]),
      ratio: fill(words.study_ratio_value ?? "", { ratio: number(ratio, 1) }),
      behind: which(behind, ["study_behind_lighter", "study_behind_darker", "study_behind_same"], 1),
      turn: which(turn, ["study_turn_left", "study_turn_right", "study_turn_none"]),
    };
  }
}

// A drill: what is asked, the camera's picture, and only as much of what the guide says as the level lets the server
// send. One gold button starts the camera, begins, hands in and goes on.
import { sign } from "./arrows.js";
import { trouble } from "./deck_view.js";
import { make, one, redraw, text } from "./dom.js";
import { keep, recall } from "./memory.js";
import { memory } from "./school_memory.js";
import { DRILL, Matched } from "./school_match.js";
import { able, clock, fitting, left, mainAct, saying } from "./school_state.js";
import { Study, StudyControls } from "./school_study.js";
import { voice } from "./voice.js";
import { fill, write } from "./words.js";

/** @import { StageLive } from "./live.d.ts" */
/** @import { Bench, View } from "./school_bench.js" */
/** @import { Choose, DrillInfo, SchoolLive } from "./school.d.ts" */

const AGAIN = 1500; // ms until a drill is chosen once more that the server has not yet heard of
const LATE = 15; // seconds left, from which the clock warns
const narrow = matchMedia("(max-width: 700px)");
const SIGNS = { wrong: "⚠", right: "✓", calm: "", cue: "" };

/** @implements {View} */
export class Drill {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.root = one(bench.root, ".view.drill");
    this.id = ""; // of the drill that is shown, "" while another view is
    this.choosing = false; // until the server says that it is this one
    this.asked = -Infinity; // when it was last told
    /** @type {Map<string, Choose["shown"]>} */
    this.levels = new Map(); // of this visit, where they are not the drill's own
    this.shownInfo = "";
    this.said = ""; // what was last told to screen readers
    this.matched = new Matched(bench);
    /** @type {StudyControls | null} */
    this.controls = null; // of the lamp study, while one is open
    this.before = one(bench.root, "header .before select", HTMLSelectElement);
    this.before.onchange = () => this.turnBefore();
    const { root } = this;
    one(root, ".main").onclick = () => this.act();
    one(root, ".pause").onclick = () => this.pause();
    one(root, ".again").onclick = () => bench.send({ kind: "again" });
    one(root, ".leave").onclick = () => bench.go("");
    one(root, ".voice").onclick = () => this.turnVoice();
    for (const radio of this.radios) {
      radio.onchange = () => this.turnLevel(/** @type {Choose["shown"]} */ (radio.value));
    }
  }

  get radios() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll(".levels input"));
  }

  /** @returns {DrillInfo | undefined} */
  get info() { return this.bench.drill(this.id); }

  /** @param {string} id */
  show(id) {
    const { bench } = this;
    const run = bench.live?.drill === id ? bench.live.run : null;
    this.id = id;
    this.shownInfo = "";
    if (!this.info) return bench.list.drills.length ? bench.go("") : undefined;
    if (id === DRILL && !bench.reference) return bench.go("match");
    if (run?.phase !== "going" && run?.phase !== "paused") this.choose();
    this.drawInfo();
    if (memory.started && !bench.camera.capture.track) this.start();
    if (bench.live) this.hear(bench.live);
  }

  hide() {
    this.id = "";
    this.choosing = false;
    this.stop();
    this.bench.send({ kind: "leave" });
    voice.cue(null);
  }

  translate() {
    this.shownInfo = "";
    this.controls?.translate();
    this.matched.translate();
  }

  stop() {
    this.bench.camera.look("leave");
    this.controls?.study.close();
    this.controls = null;
    one(this.root, ".study").hidden = true;
  }

  choose() {
    this.choosing = true;
    this.asked = -Infinity;
    this.settle();
  }

  // Until the server is at this drill: it may not be there just now, or be another one.
  settle() {
    const { info } = this;
    const now = performance.now();
    if (!info || !this.choosing || now - this.asked < AGAIN) return;
    const before = info.before.find(({ key }) => key === memory.before)?.key ?? info.before[0]?.key ?? "self";
    const shown = this.levels.get(info.id) ?? null;
    const { reference } = this.bench;
    const sent = info.id === DRILL && reference
      ? this.bench.send({ kind: "reference", id: reference.id, before, shown })
      : this.bench.send({ kind: "choose", drill: info.id, before, shown });
    if (sent) this.asked = now;
  }

  start() {
    const { bench } = this;
    const before = this.before.value;
    if (before === "lamp") {
      const study = new Study(bench.session, () => this.controls?.hear());
      this.controls = new StudyControls(bench, study);
      bench.camera.want({ sample: true, made: () => study.open() });
    } else {
      memory.started = true;
      bench.camera.want({ sample: false, facing: before === "self" ? "user" : "environment" });
    }
    one(this.root, ".study").hidden = before !== "lamp";
    bench.camera.look("start");
  }

  /** @param {"main" | "pause"} key */
  key(key) {
    if (key === "pause") this.pause();
    else this.act();
  }

  act() {
    const { bench } = this;
    const run = bench.live?.run ?? null;
    const act = mainAct(bench.camera.state, run);
    if (!able(act, run)) return;
    if (act === "start") this.start();
    else if (act === "begin" || act === "hand_in" || act === "resume") bench.send({ kind: act });
  }

  pause() {
    const phase = this.bench.live?.run?.phase;
    if (phase === "going") this.bench.send({ kind: "pause" });
    else if (phase === "paused") this.bench.send({ kind: "resume" });
  }

  turnVoice() {
    const choices = { ...recall(), voice: !recall().voice };
    keep(choices);
    voice.settle(choices, this.bench.words, this.bench.settings.lang);
    voice.turn(choices.voice);
    this.drawVoice();
  }

  turnBefore() {
    memory.before = this.before.value;
    this.stop();
    this.choose();
    if (memory.started || this.before.value === "lamp") this.start();
    this.drawInfo();
  }

  /** @param {Choose["shown"]} shown */
  turnLevel(shown) {
    this.levels.set(this.id, shown);
    this.choose();
  }

  /** @param {SchoolLive} live */
  hear(live) {
    const { bench, id } = this;
    const now = performance.now();
    bench.camera.hear(live.looks);
    bench.link.hear({ time: live.time, deck: { frames: live.frames }, stage: live.stage }, now);
    if (!id || !this.info) return;
    const { run } = live;
    const is = live.drill === id && run !== null && (run.phase !== "over" || !this.choosing);
    if (is && now - this.asked > 0) this.choosing = false;
    else this.choosing = true;
    this.settle();
    const playing = bench.camera.state === "live";
    bench.stage.settle({ mirrored: live.mirrored, theme: bench.settings.theme });
    bench.stage.hear(playing && live.stage ? this.drawn(live.stage) : null, now);
    if (this.shownInfo !== this.infoOf(live)) this.drawInfo();
    this.matched.hear(live);
    this.draw(live);
    if (is && live.attempt) bench.go(`score=${live.attempt}`);
  }

  // On a phone the viewfinder fills the picture, and beside it there is no room for words.
  /** @param {StageLive} stage */
  drawn(stage) { return narrow.matches ? { ...stage, labels: [] } : stage; }

  /** @param {SchoolLive} live */
  draw(live) {
    const { root, bench } = this;
    const { words, settings, camera } = bench;
    const run = live.drill === this.id ? live.run : null;
    const act = mainAct(camera.state, run);
    const phase = run?.phase ?? "ready";
    bench.root.dataset.level = live.shown;
    const state = one(bench.root, "header .state");
    state.dataset.state = camera.state;
    state.dataset.looks = String(live.looks);
    text(one(state, "b"), settings.states[camera.state] ?? "");

    const seconds = run?.seconds ?? this.info?.seconds ?? 0, rest = run?.left ?? seconds;
    text(one(root, ".time b"), left(rest));
    text(one(root, ".time i"), fill(words.of_time, { time: clock(seconds) }));
    one(root, ".time").classList.toggle("late", phase === "going" && rest <= LATE);
    one(root, ".bar u").style.width = `${seconds ? 100 - (100 * rest) / seconds : 0}%`;

    const main = one(root, ".main", HTMLButtonElement);
    text(one(main, "span"), words[`act_${act}`] ?? "");
    main.setAttribute("aria-disabled", String(!able(act, run)));
    const pause = one(root, ".pause", HTMLButtonElement);
    text(one(pause, "span"), (phase === "paused" ? words.go_on : words.pause) ?? "");
    pause.disabled = phase !== "going" && phase !== "paused";
    one(root, ".acts .again", HTMLButtonElement).disabled = phase === "ready";
    text(one(root, ".corrections"), phase === "ready" ? "" : this.corrections(run?.corrections ?? 0));
    for (const radio of this.radios) radio.checked = radio.value === live.shown;
    one(root, ".levels", HTMLFieldSetElement).disabled = phase !== "ready";
    this.before.disabled = phase !== "ready";

    one(root, ".idle").hidden = act !== "start";
    const told = trouble(settings, camera);
    const box = one(root, ".trouble");
    box.hidden = !told;
    if (told) {
      text(one(box, "b"), told[0]);
      text(one(box, "p"), told[1]);
    }
    this.say(live, act);
    this.drawVoice();
  }

  /**
   * @param {SchoolLive} live
   * @param {ReturnType<typeof mainAct>} act
   */
  say(live, act) {
    const { words } = this.bench;
    const { kind, key } = saying(act, live);
    const { cue } = live;
    const said = kind === "cue" && cue ? cue.text : words[`say_${key}`] ?? "";
    const box = one(this.root, ".say");
    box.dataset.kind = kind === "cue" && cue ? cue.kind : kind;
    text(one(box, "u"), kind === "cue" && cue ? sign(cue) : SIGNS[kind]);
    const words_ = one(box, "b");
    text(words_, said);
    words_.className = fitting(said, narrow.matches ? 30 : 52);
    text(one(box, "i"), kind === "cue" && cue ? cue.hint : words[`say_${key}_hint`] ?? "");
    voice.cue(kind === "cue" ? cue : null);
    const news = `${kind} ${key}`;
    if (kind !== "cue" && news !== this.said) this.bench.news(said);
    this.said = news;
  }

  /** @param {number} count */
  corrections(count) {
    const { words } = this.bench;
    return count === 1 ? words.one_correction ?? "" : fill(words.corrections_so_far, { count });
  }

  drawVoice() {
    const { words } = this.bench;
    const on = recall().voice;
    one(this.root, ".voice").setAttribute("aria-pressed", String(on));
    text(one(this.root, ".voice b"), (on ? words.on : words.off) ?? "");
  }

  // Of which drill, step and sitter what is asked stands there.
  /** @param {SchoolLive} live */
  infoOf({ drill, run, before }) { return `${this.id} ${drill} ${run?.step} ${before}`; }

  // What is there of the drill itself, and of the step that is under way.
  drawInfo() {
    const { root, info, bench } = this;
    if (!info) return;
    const { words, live } = bench;
    const run = live?.drill === info.id ? live.run : null;
    this.drawBefore(info);
    const before = /** @type {SchoolLive["before"]} */ (this.before.value);
    const steps = info.steps.filter((one) => one.before.includes(before));
    const at = run?.step ?? 1;
    const step = steps[at - 1];
    const asked = info.id === DRILL ? bench.reference?.asked ?? [] : step?.asked ?? [];
    this.shownInfo = live ? this.infoOf(live) : "";
    const where = info.short ? words.where_short : words.where_drill;
    write(one(bench.root, ".where"), where ?? "", { title: info.title, number: info.number, of: info.of });
    const count = { step: at, of: run?.of ?? steps.length };
    text(one(root, ".step"), count.of > 1 ? fill(words.goal_step, count) : words.goal ?? "");
    const goal = run?.goal ?? step?.goal ?? info.goal;
    text(one(root, ".asks"), goal);
    one(root, ".asks").className = `asks ${fitting(goal, 46)}`;
    redraw(one(root, ".asked .face"), step?.face ?? "");
    redraw(one(root, ".asked .above"), step?.above ?? "");
    one(root, ".asked .draw").hidden = !step?.face;
    text(one(root, ".asked .all"), asked.length || step?.face ? "" : info.goal);
    one(root, ".asked dl").replaceChildren(...asked.flatMap(({ what, how }) => (
      [make("dt", { textContent: what, dir: "auto" }), make("dd", { textContent: how, dir: "auto" })])));
    const counts = info.counts.filter((one) => one.before.includes(before));
    one(root, ".counts dl").replaceChildren(...counts.flatMap(({ title, weight }) => (
      [make("dt", { textContent: title }), make("dd", { textContent: weight })])));
    this.drawBest(info);
  }

  /** @param {DrillInfo} info */
  drawBefore({ id, before }) {
    const { live } = this.bench;
    const stands = live?.drill === id ? live.before : before.find(({ key }) => key === memory.before)?.key;
    this.before.replaceChildren(...before.map(({ key, title }) => make("option", { value: key, textContent: title })));
    this.before.value = stands ?? before[0]?.key ?? "";
  }

  /** @param {DrillInfo} info */
  drawBest({ best }) {
    const { words } = this.bench;
    const box = one(this.root, ".best");
    box.classList.toggle("none", !best);
    text(one(box, ".figure b"), best ? best.points : "");
    text(one(box, ".beside"), best ? fill(words.best_was, {
      time: clock(best.seconds), corrections: best.corrections, axis: best.weakest,
    }) : words.no_best ?? "");
  }
}

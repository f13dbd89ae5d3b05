// What is said, when, and by which of the two, as one thing happens after the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, LIMITS, next } from "../voice_state.js";

/** @import { Event, Known } from "../voice_state.js" */

const ON = "The voice is on.";
const CLOSER = { words: "Come closer", tone: /** @type {const} */ ("nearer") };
const CHIN = { words: "Chin up", tone: null };
const READY = { words: "Ready", tone: /** @type {const} */ ("ready") };

// A person who listens: events at their times, and all that is done about them. A voice that works begins `late` after
// it was given a sentence, and ends `lasts` later.
class Ear {
  /** @param {{works?: boolean, lasts?: number}} [voice] */
  constructor({ works = true, lasts = 900 } = {}) {
    this.works = works;
    this.lasts = lasts;
    this.late = 100;
    this.now = 0;
    /** @type {Known} */
    this.known = FIRST;
    /** @type {{at: number, event: Event}[]} */
    this.coming = [];
    /** @type {{at: number, what: string}[]} */
    this.done = [];
    this.overlapped = false;
  }

  /** @param {Event} event */
  tell(event) {
    this.known = next(this.known, event, this.now);
    for (const act of this.known.acts) {
      const told = "words" in act ? `${act.do} ${act.words}` : act.do === "tone" ? `tone ${act.tone}` : act.do;
      this.done.push({ at: this.now, what: told.trim() });
      if (act.do === "cancel") this.coming = [];
      if (act.do === "write") this.tell({ is: "begun" });
      if (act.do !== "speak") continue;
      this.overlapped ||= this.coming.length > 0;
      if (!this.works) continue;
      this.coming.push({ at: this.now + this.late, event: { is: "begun" } });
      this.coming.push({ at: this.now + this.late + this.lasts, event: { is: "over" } });
    }
  }

  /** @param {number} time milliseconds that go by */
  wait(time) {
    const until = this.now + time;
    for (;;) {
      const { wake } = this.known;
      const happens = [...this.coming, ...(wake === null ? [] : [{ at: wake, event: { is: "later" } }])];
      const first = happens.sort((a, b) => a.at - b.at)[0];
      if (!first || first.at > until) break;
      this.now = Math.max(this.now, first.at);
      this.coming = this.coming.filter((one) => one !== first);
      this.tell(/** @type {Event} */ (first.event));
    }
    this.now = until;
    return this;
  }

  /** @param {typeof CLOSER | typeof CHIN | typeof READY | null} cue */
  sees(cue) { this.tell({ is: "cue", cue }); return this; }
  /** @param {string} words */
  hears(words) { this.tell({ is: "news", words }); return this; }
  /** @param {boolean} on */
  turns(on) { this.tell({ is: "turned", on, words: on ? ON : "The voice is off." }); return this; }
  touches() { this.tell({ is: "touched", words: ON }); return this; }

  /** @param {string} kind */
  all(kind) { return this.done.filter(({ what }) => what.startsWith(kind)); }
  get said() { return this.done.map(({ what }) => what); }
}

/** @param {{works?: boolean, lasts?: number}} [voice] */
function talking(voice) {
  const ear = new Ear(voice).turns(true).wait(3000);
  ear.done = [];
  return ear;
}

test("without a voice the region says cues and news, and no tone sounds", () => {
  const ear = new Ear().hears("The camera is on.").wait(3000).sees(CLOSER).wait(3000).sees(READY).wait(3000);
  assert.deepEqual(ear.said, ["write The camera is on.", "write Come closer", "write Ready"]);
});

test("a cue is said once it has held, with its tone before it, and not again while it stands", () => {
  const ear = talking().sees(CLOSER).wait(LIMITS.held - 1);
  assert.deepEqual(ear.said, []);
  for (let look = 0; look < 200; look += 1) ear.sees(CLOSER).wait(100);
  assert.deepEqual(ear.said, ["tone nearer", "speak Come closer"]);
});

test("two cues that take turns faster than they hold are never said", () => {
  const ear = talking();
  for (let look = 0; look < 50; look += 1) ear.sees(look % 2 ? CLOSER : CHIN).wait(LIMITS.held - 100);
  assert.deepEqual(ear.said, []);
});

test("a cue that came back after a flicker is not said again, after a while without one it is", () => {
  const ear = talking().sees(CHIN).wait(3000).sees(CLOSER).wait(200).sees(CHIN).wait(5000);
  assert.deepEqual(ear.said, ["speak Chin up"]);
  ear.sees(null).wait(200).sees(CHIN).wait(5000);
  assert.equal(ear.all("speak").length, 1);
  ear.sees(null).wait(LIMITS.held).sees(CHIN).wait(5000);
  assert.equal(ear.all("speak").length, 2);
});

test("ready is said, with its tone", () => {
  assert.deepEqual(talking().sees(CHIN).wait(3000).sees(READY).wait(3000).said.slice(1), ["tone ready", "speak Ready"]);
});

test("a sentence never begins before the one before it is over, however long that takes", () => {
  const ear = talking({ lasts: 6000 }).wait(10_000);
  ear.sees(CHIN).wait(2000).hears("The picture is taken.").wait(1000);
  for (let look = 0; look < 300; look += 1) ear.sees(READY).wait(100);
  assert.equal(ear.overlapped, false);
  assert.deepEqual(ear.all("speak").map(({ what }) => what), [
    "speak Chin up", "speak The picture is taken.", "speak Ready",
  ]);
});

for (const works of [true, false]) {
  test(`of what changes quickly the newest is said, never two within 2.5 s, by ${works ? "voice" : "region"}`, () => {
    const ear = new Ear({ works });
    if (works) ear.turns(true);
    ear.wait(5000);
    ear.done = [];
    for (let n = 0; n < 40; n += 1) ear.hears(`News ${n}`).wait(300);
    ear.wait(10_000);
    const said = ear.all(works ? "speak" : "write");
    assert.ok(said.length > 3);
    assert.ok(said.every(({ at }, place) => place === 0 || at - /** @type {any} */ (said[place - 1]).at >= 2500));
    assert.equal(said.at(-1)?.what.endsWith("News 39"), true);
    assert.equal(ear.said.length, said.length, "the other is silent");
  });
}

test("the time between two sentences counts from when the first is heard, though the second begins sooner", () => {
  const ear = talking();
  ear.late = 1900;
  ear.sees(CHIN).wait(LIMITS.held).hears("Paused").wait(10);
  ear.late = 0;
  ear.wait(10_000);
  const [first, second] = ear.all("speak").map(({ at }) => at);
  assert.equal(Number(second) - (Number(first) + 1900), LIMITS.apart);
});

test("news is said before a cue that has waited longer, and the cue is not lost", () => {
  const ear = talking().sees(CHIN).wait(1000).sees(CLOSER).wait(1500).hears("Paused").wait(10_000);
  assert.deepEqual(ear.all("speak").map(({ what }) => what), ["speak Chin up", "speak Paused", "speak Come closer"]);
});

test("a voice remembered from the last visit is tried at the first touch, and until then the region speaks", () => {
  const ear = new Ear();
  ear.tell({ is: "turned", on: true, words: "" });
  ear.hears("Connecting").wait(3000);
  assert.deepEqual(ear.said, ["write Connecting"]);
  ear.touches().hears("The camera is on.").wait(5000);
  assert.deepEqual(ear.said.slice(1), [`speak ${ON}`, "write", "speak The camera is on."]);
  ear.touches().wait(5000);
  assert.equal(ear.all("speak").length, 2, "what works is not tried");
});

test("a voice that does not begin is given up: the region says that, and goes on", () => {
  const ear = new Ear({ works: false }).turns(true).hears("The camera is on.").wait(LIMITS.mute);
  assert.deepEqual(ear.said, [`speak ${ON}`, "mute", "cancel"]);
  ear.wait(1000);
  assert.deepEqual(ear.said.slice(3), ["write The camera is on."]);
  for (let touch = 0; touch < 9; touch += 1) ear.touches().wait(3000);
  assert.equal(ear.all("speak").length, LIMITS.tries);
  assert.equal(ear.all("mute").length, 1);
  ear.works = true;
  ear.turns(true).wait(3000).sees(CHIN).wait(3000);
  assert.equal(ear.said.at(-1), "speak Chin up");
});

test("what a voice that has worked fails to say is said by the region", () => {
  const ear = talking();
  ear.works = false;
  ear.sees(CHIN).wait(5000).sees(READY).wait(5000);
  assert.deepEqual(ear.said, ["speak Chin up", "cancel", "write Chin up", "tone ready", "write Ready"]);
});

test("a sentence that never ends is cancelled before Chrome would stop it, and the next one is said", () => {
  const ear = talking({ lasts: 60_000 });
  ear.wait(60_000).sees(CHIN).wait(20_000).sees(READY).wait(20_000);
  assert.ok(LIMITS.stuck < 15_000);
  assert.deepEqual(ear.all("speak").map(({ what }) => what), ["speak Chin up", "speak Ready"]);
  assert.equal(ear.overlapped, false);
});

test("turned off while it speaks it stops at once, and the region says so", () => {
  const ear = talking({ lasts: 5000 }).wait(6000).sees(CHIN).wait(1500).turns(false);
  assert.deepEqual(ear.said, ["speak Chin up", "cancel"]);
  ear.wait(5000);
  assert.deepEqual(ear.said.slice(2), ["write The voice is off."]);
});

test("nothing is waited for once all is said", () => {
  assert.equal(talking().sees(CHIN).wait(9000).known.wake, null);
  assert.equal(new Ear().sees(READY).wait(9000).sees(null).wait(9000).known.wake, null);
});

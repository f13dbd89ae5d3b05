// When the release goes off, and when it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fired, look, over, press, REST, stop, tick } from "../countdown.js";

/** @import { Countdown } from "../countdown.js" */

/**
 * What it comes to while looks come ten times a second.
 * @param {Countdown} known
 * @param {string} looks a letter a second: R ready, n not ready, a space for no look at all
 * @param {boolean} automatic
 */
function after(known, looks, automatic = true) {
  let [state, now, times] = [known, 0, 0];
  for (const letter of looks) {
    for (let at = 0; at < 10; at += 1) {
      now += 100;
      if (letter !== " ") state = look(state, letter === "R", automatic, now);
    }
    state = tick(state, now);
    if (state.due) {
      times += 1;
      state = fired(state);
    }
  }
  return { state, times };
}

test("it goes off by itself after three seconds of ready, and once", () => {
  assert.equal(after(REST, "RR").times, 0);
  assert.equal(after(REST, "RRR").times, 1);
  const { state, times } = after(REST, "RRRRRRRR");
  assert.equal(times, 1);
  assert.equal(after(over(state, false), "RRRRRRRR").times, 0, "it is still the same Ready");
});

test("it counts no further once ready is lost, and begins again with the next Ready", () => {
  const { state, times } = after(REST, "RRnRR");
  assert.equal(times, 0);
  assert.ok(state.left > 0);
  assert.equal(after(REST, "RRnRRR").times, 1);
});

test("it does not go off while nobody knows whether it is still ready", () => {
  const { state, times } = after(REST, "R      ");
  assert.deepEqual([times, state.left], [0, 0]);
  assert.equal(after(REST, "R      RRR").times, 1);
});

test("it does not go off where that was not asked for, or is no longer", () => {
  assert.equal(after(REST, "RRRRRR", false).times, 0);
  const counting = after(REST, "RR").state;
  assert.equal(look(counting, true, false, 9e9).left, 0);
});

test("a burst in which nothing was good lets it go off again while still ready; one that is shown does not", () => {
  const taken = after(REST, "RRR").state;
  assert.equal(after(taken, "RRRR").times, 0, "while it is looked at");
  assert.equal(after(over(taken, true), "RRR").times, 1);
  assert.equal(after(over(taken, false), "RRR").times, 0);
  assert.equal(after(over(taken, false), "nRRR").times, 1);
});

test("who presses is counted down for whether it is ready or not; a second press calls it off", () => {
  let known = press(REST, 3);
  known = look(known, false, true, 0);
  assert.equal(known.left, 3);
  for (let second = 0; second < 3; second += 1) known = tick(known, 9e9);
  assert.ok(known.due);
  assert.equal(press(press(REST, 3), 3).left, 0);
});

test("without a self-timer a press goes off at once, and none does while pictures are being taken", () => {
  const now = press(REST, 0);
  assert.ok(now.due);
  assert.ok(!press(fired(now), 0).due);
  assert.ok(!stop(now).due);
});

// By which carrier the picture goes up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, LIMITS, next } from "../link_state.js";

/** @import { Known, Seen } from "../link_state.js" */

/** @type {Seen} */
const OPEN = { wished: "auto", open: true, hidden: false, arrived: true, age: 100 };

/**
 * What is known after seeing the same for so long, looked at each 200 ms.
 * @param {Partial<Seen>} seen
 * @param {number} ms
 * @param {Known} [known]
 */
function after(seen, ms, known = next(FIRST, { ...OPEN, arrived: false, age: null }, 0)) {
  for (let now = 200; now <= ms; now += 200) known = next(known, { ...OPEN, ...seen }, now);
  return known;
}

test("WebRTC is first", () => assert.equal(next(FIRST, OPEN, 0).carrier, "webrtc"));
test("nothing goes up without a picture", () => assert.deepEqual(after({ open: false }, 400), FIRST));
test("what connects in time stays", () => assert.equal(after({}, 60_000).carrier, "webrtc"));
test("what does not connect is left, and it is said why", () => {
  assert.equal(after({ arrived: false, age: null }, LIMITS.connect).carrier, "webrtc");
  const left = after({ arrived: false, age: null }, LIMITS.connect + 400);
  assert.deepEqual([left.carrier, left.why], ["websocket", "unconnected"]);
});
test("looks that come too late for long enough are left too", () => {
  assert.equal(after({ age: LIMITS.old + 1 }, LIMITS.patience).carrier, "webrtc");
  const left = after({ age: LIMITS.old + 1 }, LIMITS.patience + 600);
  assert.deepEqual([left.carrier, left.why], ["websocket", "late"]);
});
test("one look in time is enough to stay", () => {
  let known = after({ age: 500 }, 2800);
  known = next(known, OPEN, 3000);
  assert.equal(next(known, { ...OPEN, age: 500 }, 3400).carrier, "webrtc");
});
test("eyes that are still opening are not the carrier's fault", () => {
  assert.equal(after({ age: null }, 30_000).carrier, "webrtc");
});
test("out of sight nothing is late", () => assert.equal(after({ age: 5000, hidden: true }, 30_000).carrier, "webrtc"));
test("there is no way back by itself", () => {
  const left = after({ arrived: false, age: null }, 4000);
  assert.equal(after({}, 60_000, left).carrier, "websocket");
});
test("who chooses one gets it, whatever it does", () => {
  for (const wished of /** @type {const} */ (["webrtc", "websocket"])) {
    assert.equal(after({ wished, arrived: false, age: 9000 }, 30_000).carrier, wished);
  }
});
test("a choice made while it runs is followed at once", () => {
  assert.equal(next(after({}, 5000), { ...OPEN, wished: "websocket" }, 5001).carrier, "websocket");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { TIMERS, after, read, written } from "../choices.js";

const FIRST = read(null);

test("what was chosen is read again as it was written, but where the picture comes from", () => {
  const chosen = { ...FIRST, use: "cv", timer: 10, auto: true, answers: { medium: "screen" }, focal: 1.2 };
  assert.deepEqual(read(written(chosen)), chosen);
  assert.deepEqual(read(written({ ...chosen, mode: "sample" })), chosen);
});

for (const kept of [null, "", "{", "7", "null", "[1]", '"text"', '{"use": 7, "viewer": "nobody", "timer": "3"}',
  '{"mode": "sample", "toString": 1, "__proto__": {"use": "x"}, "answers": [1], "auto": 1, "focal": null}']) {
  test(`what makes no sense is as on a first visit: ${kept}`, () => assert.deepEqual(read(kept), FIRST));
}

test("one senseless choice does not take the others with it", () => {
  assert.deepEqual(read('{"use": "cv", "timer": 4}'), { ...FIRST, use: "cv" });
});

test("after the last comes the first, and after one that is not there too", () => {
  assert.deepEqual(TIMERS.map((seconds) => after(TIMERS, seconds)), [...TIMERS.slice(1), TIMERS[0]]);
  assert.equal(after(TIMERS, 4), TIMERS[0]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { notes } from "../sound.js";

const heights = (/** @type {import("../voice_state.js").Tone} */ tone) => notes(tone).map(({ hertz }) => hertz);

test("nearer goes up, farther the same way down, and ready is higher than both", () => {
  const [low, high] = heights("nearer");
  assert.ok(Number(low) < Number(high));
  assert.deepEqual(heights("farther"), [high, low]);
  assert.ok(heights("ready").every((hertz) => hertz > Number(high)));
});

test("each note comes after the one before it, and none is louder than a voice", () => {
  for (const tone of /** @type {const} */ (["nearer", "farther", "ready"])) {
    const [first, second] = notes(tone);
    assert.ok(first && second && first.at < second.at);
    assert.ok(notes(tone).every(({ volume }) => volume > 0 && volume < 0.1));
  }
});

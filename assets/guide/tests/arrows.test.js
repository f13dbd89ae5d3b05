import assert from "node:assert/strict";
import { test } from "node:test";
import { sign } from "../arrows.js";

/** @param {import("../live.d.ts").Direction} arrow */
const shown = (arrow) => sign({ arrow, kind: "must" });

test("every way has an arrow of its own", () => {
  /** @type {import("../live.d.ts").Direction[]} */
  const sides = ["left", "right", "turn_left", "turn_right", "tilt_left", "tilt_right"];
  /** @type {import("../live.d.ts").Direction[]} */
  const ways = ["up", "down", "nearer", "farther", ...sides];
  assert.equal(new Set(ways.map(shown)).size, ways.length);
});

test("without a way the kind of the cue has its sign", () => {
  assert.equal(sign({ arrow: "none", kind: "ok" }), "✓");
  assert.notEqual(sign({ arrow: "none", kind: "must" }), sign({ arrow: "none", kind: "style" }));
});

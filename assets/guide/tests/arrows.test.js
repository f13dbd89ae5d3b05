import assert from "node:assert/strict";
import { test } from "node:test";
import { sign } from "../arrows.js";

/** @type {(direction: string, viewer: string) => string} */
const arrow = (direction, viewer) => sign({ direction, kind: "must" }, viewer);

test("the sitter's left is to the left in their own mirror, and to the right for everybody else", () => {
  assert.equal(arrow("left", "front"), "←");
  assert.equal(arrow("left", "rear"), "→");
  assert.equal(arrow("left", "other"), "→");
});

for (const way of ["", "turn_", "tilt_"]) {
  test(`${way}left for one viewer looks like ${way}right for the other`, () => {
    assert.equal(arrow(`${way}left`, "front"), arrow(`${way}right`, "rear"));
    assert.equal(arrow(`${way}right`, "front"), arrow(`${way}left`, "rear"));
    assert.notEqual(arrow(`${way}left`, "front"), arrow(`${way}right`, "front"));
  });
}

test("what has no side looks the same to everybody", () => {
  for (const way of ["up", "down", "nearer", "farther"]) assert.equal(arrow(way, "front"), arrow(way, "rear"));
});

test("a cue without a way has the sign of its kind", () => {
  assert.equal(sign({ direction: "none", kind: "ok" }, "front"), "✓");
  assert.notEqual(arrow("none", "front"), sign({ direction: "none", kind: "style" }, "front"));
});

// The overlay's places: where a picture stands, where a mark stands on it, and how it gets there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ease } from "../ease.js";
import { fitted, placing, position, viewfinder } from "../overlay.js";

/** @import { StageLive } from "../live.d.ts" */

/** @type {(x?: number, roles?: readonly ("head" | "level")[]) => StageLive} */
const stage = (x = 0.2, roles = ["head"]) => ({
  frame: 0, aspect: 16 / 9, window: [0.5, 0, 0.8, 1], shade: "rectangle", over_face: [], cuts: [],
  labels: [{ text: "eyes here", y: x }],
  clear: [[x, 0.1, x + 0.2, 0.4]], lines: roles.map((role) => ({ role, points: [x, 0.5, x + 0.1, 0.5] })),
});
const BOX = { width: 800, height: 450 };

test("a picture of the box's own shape fills it either way", () => {
  for (const fill of [true, false]) assert.deepEqual(fitted(BOX, 16 / 9, fill), { x: 0, y: 0, ...BOX });
});
test("a whole picture stays inside the box, one that fills it covers it, both in its middle", () => {
  for (const aspect of [0.5, 1, 3]) {
    const whole = fitted(BOX, aspect, false), filling = fitted(BOX, aspect, true);
    assert.ok(whole.x >= 0 && whole.y >= 0 && whole.width <= 800 && whole.height <= 450);
    assert.ok(filling.x <= 0 && filling.y <= 0 && filling.width >= 800 && filling.height >= 450);
    for (const { x, y, width, height } of [whole, filling]) {
      assert.ok(Math.abs(width / height - aspect) < 1e-9);
      assert.ok(Math.abs(2 * x + width - 800) < 1e-9 && Math.abs(2 * y + height - 450) < 1e-9);
    }
  }
});
test("a picture that fills its box has its viewfinder in the middle as far as it reaches, as CSS has it", () => {
  const box = { width: 400, height: 450 };
  const right = fitted(box, 16 / 9, true, { x: 0.6, y: 0.5 });
  assert.ok(Math.abs(right.x + 0.6 * right.width - 200) < 1e-9);
  const edge = fitted(box, 16 / 9, true, { x: 0.9, y: 0.5 });
  assert.ok(Math.abs(edge.x + edge.width - 400) < 1e-9);
  assert.equal(position(edge, box, false), "100.0% 50.0%");
  assert.equal(position(edge, box, true), "0.0% 50.0%");
});
test("a mirror changes sides and nothing else", () => {
  const picture = fitted(BOX, 16 / 9, false);
  for (const x of [0, 0.3, 0.8]) {
    const [plain, high] = placing(stage(), picture, false)(x, 0.4);
    const [mirrored, same] = placing(stage(), picture, true)(x, 0.4);
    assert.ok(Math.abs(plain + mirrored - 800) < 1e-9);
    assert.equal(high, same);
  }
});
test("the viewfinder's corners are where its places begin and end", () => {
  const picture = fitted(BOX, 16 / 9, false);
  const plain = viewfinder(stage(), picture, false), mirrored = viewfinder(stage(), picture, true);
  assert.deepEqual([plain.x, plain.y, plain.width, plain.height], [225, 0, 360, 450]);
  assert.ok(Math.abs(mirrored.x - (800 - 225 - 360)) < 1e-9);
});
test("marks go from place to place and arrive", () => {
  const ease = new Ease();
  ease.go(stage(0.2), 0);
  assert.deepEqual(ease.at(0), stage(0.2));
  ease.go(stage(0.4), 1000);
  const halfway = ease.at(1050)?.lines[0]?.points[0] ?? 0;
  assert.ok(halfway > 0.2 && halfway < 0.4);
  assert.ok(!ease.still(1050));
  assert.deepEqual(ease.at(1100), stage(0.4));
  assert.ok(ease.still(1100));
});
test("a look that comes on the way goes on from there", () => {
  const ease = new Ease();
  ease.go(stage(0), 0);
  ease.go(stage(1), 1000);
  const before = ease.at(1040)?.lines[0]?.points[0];
  ease.go(stage(0.5), 1040);
  assert.equal(ease.at(1040)?.lines[0]?.points[0], before);
});
test("looks that move nothing by a pixel leave all where it is, and many of them do not creep", () => {
  const ease = new Ease();
  assert.ok(ease.go(stage(0.2), 0));
  for (let look = 1; look <= 3; look += 1) {
    assert.ok(!ease.go(stage(0.2 + look * 0.0002), look * 100));
    assert.equal(ease.at(look * 100)?.lines[0]?.points[0], 0.2);
  }
  assert.ok(ease.go(stage(0.202), 1000));
  assert.ok(ease.go(null, 2000));
  assert.ok(!ease.go(null, 2100));
});
test("other lines do not grow out of those before", () => {
  const ease = new Ease();
  ease.go(stage(0), 0);
  ease.go(stage(1, ["head", "level"]), 1000);
  assert.deepEqual(ease.at(1000), stage(1, ["head", "level"]));
  ease.go(null, 2000);
  assert.equal(ease.at(2000), null);
});

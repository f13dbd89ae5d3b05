// Where a picture lies behind a loupe, and what of it is seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { corner, eyes, scale, seen } from "../loupe_place.js";
import { judged, picture } from "./pictures.js";

const SIZE = { width: 1920, height: 1080 };
const BOX = { width: 584, height: 240 };

test("at 100% a pixel of the picture is one of the screen's, however dense that is", () => {
  assert.equal(scale(SIZE, BOX, 1, 1), 1);
  assert.equal(scale(SIZE, BOX, 1, 2), 0.5);
  assert.equal(scale(SIZE, BOX, 2, 1), 2);
});

test("fitted in, all of the picture is seen and one side is full", () => {
  for (const size of [SIZE, { width: 1080, height: 1920 }, { width: 100, height: 50 }]) {
    const times = scale(size, BOX, 0, 2);
    const at = corner(size, BOX, times, { x: 0, y: 0 });
    const part = seen(size, BOX, times, at);
    assert.ok(Math.abs(part.width - size.width) < 1e-6 && Math.abs(part.height - size.height) < 1e-6);
    const rest = [BOX.width - size.width * times, BOX.height - size.height * times];
    assert.ok(Math.abs(Math.min(...rest)) < 1e-6);
  }
});

test("the middle of the eyes stands in the middle of the loupe, unless the picture ends before", () => {
  for (const [x, y] of /** @type {const} */ ([[960, 540], [700, 300]])) {
    const { left, top } = corner(SIZE, BOX, 1, { x, y });
    assert.deepEqual([left + x, top + y], [BOX.width / 2, BOX.height / 2]);
  }
  assert.deepEqual(corner(SIZE, BOX, 1, { x: 0, y: 0 }), { left: 0, top: 0 });
  const { left, top } = corner(SIZE, BOX, 1, { x: 5000, y: 5000 });
  assert.deepEqual([left + SIZE.width, top + SIZE.height], [BOX.width, BOX.height]);
});

test("what is seen lies inside the picture and is as large as the loupe", () => {
  for (const x of [0, 300, 960, 1920]) {
    const part = seen(SIZE, BOX, 2, corner(SIZE, BOX, 2, { x, y: x / 2 }));
    assert.ok(part.left >= 0 && part.top >= 0);
    assert.ok(part.left + part.width <= SIZE.width && part.top + part.height <= SIZE.height);
    assert.deepEqual([part.width, part.height], [292, 120]);
  }
});

test("without eyes the loupe stands in the upper half of what the use keeps", () => {
  const found = { ...judged("a"), eyes: { x: 0.4, y: 0.3, width: 0.1, height: 0.05 } };
  assert.deepEqual(eyes(picture("a", { judged: found })), { x: 0.45 * 1920, y: 0.325 * 1080 });
  const { x, y } = eyes(picture("a"));
  assert.equal(x, 960);
  assert.ok(y < 540);
});

// What is asked of a camera, what goes up from it, and where the sample's camera is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { abilities, constraints, meddling } from "../capture.js";
import { around, message, within } from "../picture_link.js";
import { view } from "../sample.js";

test("every camera is asked for all of its best picture, and never for sound", () => {
  for (const which of [{}, { device: "x" }, { facing: /** @type {const} */ ("environment") }]) {
    const { video, audio } = constraints({ sample: false, ...which });
    assert.equal(audio, false);
    assert.deepEqual(/** @type {any} */ (video).width, { ideal: 1920 });
    assert.deepEqual(/** @type {any} */ (video).resizeMode, { ideal: "none" });
  }
});
test("a camera that was chosen counts more than a side", () => {
  const { video } = constraints({ sample: false, device: "x", facing: "user" });
  assert.deepEqual(/** @type {any} */ (video).deviceId, { ideal: "x" });
  assert.equal(/** @type {any} */ (video).facingMode, undefined);
});
test("what the system does to the picture is noticed", () => {
  assert.equal(meddling({ backgroundBlur: true }), "blur");
  assert.equal(meddling({ faceFraming: true }), "framing");
  assert.equal(meddling({ backgroundBlur: false }), null);
  assert.equal(meddling({}), null);
});
test("only what a camera lets be changed is offered", () => {
  assert.deepEqual(abilities({}, {}), []);
  assert.deepEqual(abilities({ zoom: { min: 1, max: 1 }, torch: false }, {}), []);
  const found = abilities({ zoom: { min: 1, max: 4, step: 0.1 }, torch: true }, { zoom: 2, torch: false });
  assert.deepEqual(found.map(({ name, value }) => [name, value]), [["zoom", 2], ["torch", 0]]);
});
test("a message says what it is, which one, and how large the camera's picture is", async () => {
  const data = new DataView(await message(1, 70_000, { width: 1920, height: 1080 }, new Blob(["jpeg"])).arrayBuffer());
  const head = [data.getUint8(0), data.getUint32(1), data.getUint16(5), data.getUint16(7)];
  assert.deepEqual(head, [1, 70_000, 1920, 1080]);
  assert.equal(data.byteLength, 13);
});
test("a small picture keeps its shape and is never enlarged", () => {
  assert.deepEqual(within({ width: 1920, height: 1080 }, 640), { width: 640, height: 360 });
  assert.deepEqual(within({ width: 1080, height: 1920 }, 640), { width: 360, height: 640 });
  assert.deepEqual(within({ width: 320, height: 180 }, 640), { width: 320, height: 180 });
});
test("a close-up has room round the head and ends with the picture", () => {
  const size = { width: 1000, height: 1000 };
  const middle = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
  assert.deepEqual(around(middle, size), { x: 125, y: 125, width: 750, height: 750 });
  const { x, y, width, height } = around({ x: -0.1, y: 0.9, width: 0.4, height: 0.4 }, size);
  assert.ok(x >= 0 && y >= 0 && x + width <= 1000 && y + height <= 1000);
});
test("the sample's camera goes from stop to stop, and begins again", () => {
  const stops = /** @type {const} */ ([[0, 0, 0, 1, 0, 0], [10, 1, 0, 2, 9, 0], [20, 0, 0, 1, 0, 0]]);
  view(stops, 0).forEach((place, at) => assert.ok(Math.abs(place - Number(view(stops, 20)[at])) < 1e-9));
  const [, , height, roll] = view(stops, 10);
  assert.deepEqual([height, roll], [2, 9]);
  const [, , half] = view(stops, 5);
  assert.equal(half, 1.5);
});

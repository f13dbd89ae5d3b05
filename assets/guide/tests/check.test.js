// What came of trying a device, told and exported.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIGNS, counted, failed, median, nameless, plain, report, result, sized, told } from "../check_result.js";

const ASKED = { width: 1920, height: 1080, rate: 30 };
const WORDS = {
  step_front: "Camera", result_works: "works", result_no: "does not work", said_size: "{width} × {height}, {rate}",
  said_failed: "Failed: {error}", step_rear: "Rear",
};
const DEVICE = {
  taken: "2026-11-26T15:04:09.123+01:00", agent: "A/1", lang: "en",
  screen: { width: 390, height: 844, ratio: 3, touch: 5 },
};
const RESULTS = new Map([
  ["front", sized(ASKED, { width: 1920, height: 1080, rate: 30 })],
  ["rear", failed(new DOMException("x", "NotReadableError"))],
]);

test("a camera works that gives what was asked for or more, upright or not", () => {
  for (const [width, height] of /** @type {const} */ ([[1920, 1080], [1080, 1920], [3840, 2160]])) {
    assert.equal(sized(ASKED, { width, height, rate: 29 }).sign, "works");
  }
});
test("a camera works in part that gives fewer pixels, or fewer pictures a second", () => {
  assert.equal(sized(ASKED, { width: 1280, height: 720, rate: 30 }).sign, "part");
  assert.equal(sized(ASKED, { width: 1440, height: 1080, rate: 30 }).sign, "part");
  assert.equal(sized(ASKED, { width: 1920, height: 1080, rate: 15 }).sign, "part");
});
test("the middle of some values is one of them, in whatever order they stand", () => {
  assert.equal(median([90, 10, 50]), 50);
  assert.equal(median([]), 0);
});
test("a telephone that serves as a camera is told without its owner's name", () => {
  assert.equal(nameless("Maria’s iPhone Camera"), "iPhone");
  assert.equal(nameless("iPad von Jörg (Kamera)"), "iPad");
  assert.equal(nameless("Logitech BRIO (046d:085e)"), "Logitech BRIO (046d:085e)");
});
test("what was thrown is told by the browser's name of it", () => {
  assert.equal(told(failed(new DOMException("x", "NotAllowedError")), WORDS), "Failed: NotAllowedError");
  assert.equal(failed("x").found.error, "unknown");
});
test("the file holds each result in words and as numbers, and what the device is", () => {
  const read = JSON.parse(report(DEVICE, RESULTS, WORDS));
  assert.equal(read.about, "framing-guide-check");
  assert.deepEqual(read.screen, DEVICE.screen);
  const signs = read.results.map((/** @type {any} */ { tried, result }) => [tried, result]);
  assert.deepEqual(signs, [["front", "works"], ["rear", "no"]]);
  assert.equal(read.results[0].words, "1920 × 1080, 30");
  assert.equal(read.results[0].found.width, 1920);
});
test("the text has a line for each result, with its sign and its word", () => {
  const lines = plain(DEVICE, RESULTS, WORDS).trimEnd().split("\n").slice(2);
  assert.deepEqual(lines, ["✓ Camera: works. 1920 × 1080, 30", "✕ Rear: does not work. Failed: NotReadableError"]);
});
test("each sign is another one, and results are counted by theirs", () => {
  assert.equal(new Set(Object.values(SIGNS)).size, 4);
  assert.deepEqual(counted(RESULTS), { works: 1, part: 0, no: 1, cannot: 0 });
  assert.deepEqual(counted(new Map([["x", result("cannot", "y")]])), { works: 0, part: 0, no: 0, cannot: 1 });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, parts } from "../words.js";

test("each value stands in its place, in the order of the language", () => {
  assert.equal(fill("{at} of {all}", { at: 2, all: 4 }), "2 of 4");
  assert.equal(fill("{all} の {at}", { at: 2, all: 4 }), "4 の 2");
});

test("a place without a value stays to be seen, and a value is not filled in itself", () => {
  assert.equal(fill("{use}", {}), "{use}");
  assert.equal(fill("{use}", { use: "{at}", at: 1 }), "{at}");
});

test("what is between stars is emphasised, wherever a language has it", () => {
  assert.deepEqual(parts("Kept: *{count}*", { count: 2 }), [
    { text: "Kept: ", strong: false }, { text: "2", strong: true },
  ]);
  assert.deepEqual(parts("*{count}* behalten", { count: 2 }), [
    { text: "2", strong: true }, { text: " behalten", strong: false },
  ]);
});

test("a star in a value is a star", () => {
  assert.deepEqual(parts("Use *{use}*", { use: "5* hotel" })[1], { text: "5* hotel", strong: true });
});

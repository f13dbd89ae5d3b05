import assert from "node:assert/strict";
import { test } from "node:test";
import { offered, speaker } from "../voices.js";

/** @type {(voiceURI: string, lang: string, localService: boolean, first?: boolean) => import("../voices.js").Voice} */
function voice(voiceURI, lang, localService, first = false) {
  return { voiceURI, lang, localService, default: first, name: voiceURI };
}

const VOICES = [
  voice("Google Deutsch", "de-DE", false), voice("Anna", "de-DE", true), voice("Google US English", "en-US", false),
  voice("Alex", "en_US", true), voice("Daniel", "en-GB", true, true), voice("Den", "den-CA", true),
];
const names = (/** @type {readonly {name: string}[]} */ voices) => voices.map(({ name }) => name);

test("those of the page's language are offered, the device's own first and its first choice before the others", () => {
  assert.deepEqual(names(offered(VOICES, "en")), ["Daniel", "Alex", "Google US English"]);
  assert.deepEqual(names(offered(VOICES, "de")), ["Anna", "Google Deutsch"]);
  assert.deepEqual(offered(VOICES, "ar"), []);
});

test("the one that was chosen speaks its own language only", () => {
  assert.equal(speaker(VOICES, "en", "Alex")?.name, "Alex");
  assert.equal(speaker(VOICES, "en", "Google US English")?.name, "Google US English");
  assert.equal(speaker(VOICES, "de", "Alex")?.name, "Anna");
  assert.equal(speaker(VOICES, "de", "gone")?.name, "Anna");
});

test("a voice over the network is never taken unasked", () => {
  const afar = VOICES.filter(({ localService }) => !localService);
  assert.equal(speaker(afar, "en", ""), null);
  assert.equal(speaker(afar, "en", "Google US English")?.name, "Google US English");
});

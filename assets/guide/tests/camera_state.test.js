// The camera's states as a table: what was known, what is seen, and what follows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, LIMITS, next } from "../camera_state.js";

/** @import { Known, Seen } from "../camera_state.js" */

/** @type {Seen} */
const NOTHING = {
  event: null, error: null, sample: false, secure: true, supported: true, hidden: false, quiet: 0, deaf: false,
  track: "none", place: null, told: false, muted: false,
};
const LIVE = { track: /** @type {const} */ ("live"), place: 1, told: true };
/** @type {(now: number, place?: number) => Known} */
const live = (now, place = 1) => ({ ...FIRST, state: "live", since: now, advanced: now, place });

/** @typedef {Partial<Known> & {code?: string | null}} Expected */
/** @type {[name: string, known: Partial<Known>, seen: Partial<Seen>, now: number, expected: Expected][]} */
const TABLE = [
  ["nothing happens before Start", {}, {}, 0, { state: "idle", code: null, acts: [] }],
  ["Start asks for the camera", {}, { event: "start" }, 5, { state: "asking", code: null, acts: ["open"], since: 5 }],
  ["an insecure page is told so at once", {}, { secure: false }, 0, { state: "idle", code: "insecure" }],
  ["and Start does not ask", {}, { event: "start", secure: false }, 0, { state: "idle", code: "insecure", acts: [] }],
  ["a browser without cameras is told so", {}, { supported: false }, 0, { state: "idle", code: "unsupported" }],
  ["the sample needs neither",
    {}, { event: "start", sample: true, secure: false, supported: false }, 0, { state: "asking", acts: ["open"] }],
  ["a question waits for its answer",
    { state: "asking" }, { track: "asking" }, LIMITS.start, { state: "asking", code: null }],
  ["for ten seconds without a word",
    { state: "asking" }, { track: "asking" }, LIMITS.start + 1, { state: "asking", code: "unanswered" }],
  ["a refusal has its words",
    { state: "asking" }, { event: "refused", error: { name: "NotAllowedError", detail: "no" } },
    0, { state: "idle", code: "NotAllowedError", acts: [] }],
  ["the picture comes before the guide has looked",
    { state: "asking" }, { ...LIVE, told: false }, 9000, { state: "connecting", code: null, since: 9000 }],
  ["a guide that does not look in ten seconds is slow",
    { state: "connecting", place: 1, advanced: 20_000 }, { ...LIVE, place: 2, told: false },
    LIMITS.start + 1, { state: "connecting", code: "slow" }],
  ["the first look makes it live",
    { state: "connecting", place: 1 }, { ...LIVE, place: 2 }, 100, { state: "live", code: null, acts: [] }],
  ["out of sight it waits", live(0), { ...LIVE, hidden: true }, 50_000, { state: "paused", code: "hidden", acts: [] }],
  ["a covered camera waits", live(0), { ...LIVE, muted: true }, 50_000, { state: "paused", code: "muted", acts: [] }],
  ["a picture that moves on stays live", live(0), { ...LIVE, place: 2 }, 50_000, { state: "live", advanced: 50_000 }],
  ["one that stands still for ten seconds is started again",
    live(0), LIVE, LIMITS.still + 1, { state: "lost", code: "silent", acts: ["close", "open"] }],
  ["but not before", live(0), LIVE, LIMITS.still, { state: "live", acts: [] }],
  ["a server that says nothing is asked",
    live(9000), { ...LIVE, place: 2, quiet: LIMITS.silent + 1 }, 9000, { state: "live", acts: ["ask"], asked: 9000 }],
  ["not twice within two seconds",
    { ...live(9000), asked: 8000 }, { ...LIVE, place: 2, quiet: 9000 }, 9000, { acts: [] }],
  ["one that does not answer is lost, and the picture plays on",
    live(9000), { ...LIVE, deaf: true }, 9000, { state: "lost", code: "server", acts: [] }],
  ["once it answers, all goes on by itself",
    { ...live(9000), state: "lost", trouble: { code: "server", detail: "" } }, { ...LIVE, place: 2 },
    9500, { state: "live", code: null, acts: [] }],
  ["an unplugged camera is let go of",
    live(0), { event: "unplugged" }, 10, { state: "lost", code: "unplugged", acts: ["close"], resuming: true }],
  ["it stays so while there is none",
    { state: "lost", resuming: true, trouble: { code: "unplugged", detail: "" } }, {},
    90_000, { state: "lost", code: "unplugged" }],
  ["and starts by itself when one is there again",
    { state: "lost", resuming: true }, { event: "returned" },
    10, { state: "asking", acts: ["open"], resuming: false }],
  ["a camera that nobody waits for starts nothing",
    { state: "ended" }, { event: "returned" }, 10, { state: "ended", acts: [] }],
  ["Stop ends it", live(0), { event: "stop" }, 10, { state: "ended", code: null, acts: ["close"] }],
  ["after an end nothing happens by itself", { state: "ended" }, {}, 90_000, { state: "ended", acts: [] }],
  ["Stop while the browser asks calls it off",
    { state: "asking" }, { event: "stop", track: "asking" }, 10, { state: "ended", acts: ["close"] }],
  ["another picture in its place ends it without a word",
    live(0), { event: "leave" }, 10, { state: "idle", code: null, acts: ["close"] }],
];

for (const [name, known, seen, now, expected] of TABLE) {
  test(name, () => {
    const found = next({ ...FIRST, ...known }, { ...NOTHING, ...seen }, now);
    const { code, ...rest } = expected;
    for (const [key, value] of Object.entries(rest)) assert.deepEqual(/** @type {any} */ (found)[key], value, key);
    if (code !== undefined) assert.equal(found.trouble?.code ?? null, code);
  });
}

test("from Start to live and back each step follows from the one before", () => {
  const steps = /** @type {const} */ ([
    [{ event: "start" }, "asking"], [{ track: "asking" }, "asking"], [{ ...LIVE, told: false }, "connecting"],
    [{ ...LIVE, place: 2 }, "live"], [{ ...LIVE, hidden: true }, "paused"], [{ ...LIVE, place: 3 }, "live"],
    [{ event: "stop" }, "ended"],
  ]);
  let known = FIRST;
  steps.forEach(([seen, state], at) => {
    known = next(known, { ...NOTHING, ...seen }, at * 300);
    assert.equal(known.state, state);
  });
});

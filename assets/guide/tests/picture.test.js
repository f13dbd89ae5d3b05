// The life of one picture, and what is derived of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { carried, next, ranked, settled, stamp, under } from "../picture.js";
import { judged, picture } from "./pictures.js";

const FRAME = { width: 1920, height: 1080 };

test("a picture waits, is on its way, is there, and is judged", () => {
  const waits = picture("a");
  const half = next(waits, { is: "has", bytes: 300_000 });
  const there = next(half, { is: "has", bytes: 600_000 });
  const done = next(there, { is: "judged", judged: judged("a") });
  assert.deepEqual([waits, half, there, done].map(({ state }) => state), ["waiting", "sending", "sent", "judged"]);
  assert.deepEqual([waits, half, there, done].map(under), [false, true, true, false]);
  assert.deepEqual([waits, half, there, done].map(settled), [false, false, false, true]);
});

test("a lost line takes back what is on its way and nothing that was judged, kept or saved", () => {
  for (const bytes of [0, 1, 600_000]) {
    assert.equal(next(next(picture("a"), { is: "has", bytes }), { is: "lost" }).state, "waiting");
  }
  const done = next(picture("a", { kept: true, saved: true }), { is: "judged", judged: judged("a") });
  assert.equal(next(done, { is: "lost" }), done);
});

test("a picture that the server forgot waits again and stays judged, kept and saved", () => {
  const done = next(picture("a", { kept: true, saved: true }), { is: "judged", judged: judged("a") });
  const again = next(done, { is: "forgotten" });
  assert.deepEqual([again.state, again.sent, again.kept, again.saved], ["waiting", 0, true, true]);
  assert.ok(settled(again));
});

test("a refused picture is sent no more, and can still be kept and saved", () => {
  let refused = next(picture("a"), { is: "refused" });
  assert.ok(settled(refused));
  for (const is of /** @type {const} */ (["lost", "forgotten", "kept", "saved"])) refused = next(refused, { is });
  assert.deepEqual([refused.state, refused.kept, refused.saved], ["refused", true, true]);
});

test("what was ranked comes first in its order, and the rest as they were taken", () => {
  const pictures = [1, 2, 3, 4].map((number) => picture("abcd".charAt(number - 1), { number }));
  assert.deepEqual(ranked(pictures, ["c", "a"]).map(({ id }) => id), ["c", "a", "b", "d"]);
  assert.deepEqual(ranked([...pictures].reverse(), []).map(({ id }) => id), ["a", "b", "c", "d"]);
});

test("a window goes along to a photograph of another size and shape", () => {
  const window = { left: 528, top: 0, width: 864, height: 1080 };
  assert.deepEqual(carried(window, FRAME, FRAME), window);
  assert.deepEqual(carried(window, FRAME, { width: 3840, height: 2160 }), {
    left: 1056, top: 0, width: 1728, height: 2160,
  });
  // The video of a sensor of 4:3 is cut from its middle.
  assert.deepEqual(carried(window, FRAME, { width: 3840, height: 2880 }), {
    left: 1056, top: 360, width: 1728, height: 2160,
  });
});

test("a window stays inside the picture, whatever it was", () => {
  const { left, top, width, height } = carried({ left: -9, top: 1e4, width: 1e4, height: 0 }, FRAME, FRAME);
  assert.ok(left >= 0 && top >= 0 && width >= 1 && height >= 1 && left + width <= 1920 && top + height <= 1080);
});

test("a moment is told with the offset of the place, and is the same moment", () => {
  const moment = new Date("2026-07-01T12:34:56.789Z");
  assert.match(stamp(moment), /^2026-0[67]-\d\dT\d\d:\d\d:56\.789[+-]\d\d:\d\d$/);
  assert.equal(Date.parse(stamp(moment)), moment.getTime());
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { smallCopy } from "../small_copy.js";

/** @typedef {{width?: number, height?: number}} Size */

/**
 * A capture of that size whose track's copies do with a wish what `obey` does.
 * @param {Required<Size> | null} size
 * @param {(wish: Size) => Size} obey throws where the browser refuses
 */
function captured(size, obey) {
  const copy = {
    settings: /** @type {Size} */ (size ?? {}),
    stopped: false,
    async applyConstraints(/** @type {Size} */ wish) { this.settings = obey(wish); },
    getSettings() { return this.settings; },
    stop() { this.stopped = true; },
  };
  const video = { videoWidth: size?.width ?? 0, videoHeight: size?.height ?? 0, requestVideoFrameCallback: next };
  /** @type {((now: number) => void) | null} */
  let waits = null;
  /** @param {(now: number) => void} seen */
  function next(seen) { waits = seen; }
  const track = { clone: () => copy, getSettings: () => size ?? {} };
  const capture = /** @type {any} */ ({ track, video, size });
  return { capture, copy, show: (/** @type {number} */ now) => waits?.(now) };
}

/** A page whose one canvas counts what is drawn on it. */
function page() {
  const canvas = { width: 300, height: 150, drawn: 0, getContext: () => ({ drawImage: () => { canvas.drawn += 1; } }),
    track: { readyState: "live" }, captureStream: () => ({ getVideoTracks: () => [canvas.track] }) };
  Object.assign(globalThis, { document: { createElement: () => canvas } });
  return canvas;
}

for (const [size, small] of /** @type {const} */ ([
  [{ width: 1280, height: 720 }, { width: 640, height: 360 }],
  [{ width: 1440, height: 1080 }, { width: 640, height: 480 }],
  [{ width: 1080, height: 1920 }, { width: 360, height: 640 }],
  [{ width: 320, height: 240 }, { width: 320, height: 240 }],
])) {
  test(`a camera of ${size.width}x${size.height} goes up in its own shape, and never enlarged`, async () => {
    const { capture, copy } = captured(size, ({ width, height }) => /** @type {Size} */ ({ width, height }));
    assert.equal(await smallCopy(capture), copy);
    assert.deepEqual(copy.getSettings(), small);
  });
}

for (const [what, obey] of /** @type {const} */ ([
  ["refuses the wish", () => { throw new Error("OverconstrainedError"); }],
  ["does nothing with it", () => ({ width: 1280, height: 720 })],
])) {
  test(`where the browser ${what} the copy is drawn, fifteen times a second, until it is stopped`, async () => {
    const canvas = page();
    const { capture, copy, show } = captured({ width: 1280, height: 720 }, obey);
    assert.equal(await smallCopy(capture), canvas.track);
    assert.ok(copy.stopped, "or the camera would stay on");
    for (let shown = 0; shown < 30; shown += 1) show(shown * (1000 / 30));
    assert.deepEqual([canvas.width, canvas.height], [640, 360]);
    assert.equal(canvas.drawn, 15);
    canvas.track.readyState = "ended";
    show(2000);
    show(3000);
    assert.equal(canvas.drawn, 15);
  });
}

test("nothing goes up while there is no picture", async () => {
  const { capture } = captured(null, (wish) => wish);
  assert.equal(await smallCopy({ ...capture, track: null }), null);
});

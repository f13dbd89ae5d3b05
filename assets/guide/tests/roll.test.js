// What one page has taken, from the release to keep, drop and a reload; and how a burst is taken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FRAMES } from "../burst.js";
import { photo } from "../burst_camera.js";
import { PictureServer } from "../picture_server.js";
import { Roll } from "../roll.js";
import { Store } from "../store.js";
import { answer, judged, picture, Server } from "./pictures.js";

/** @import { Eye, Photo } from "../burst.js" */
/** @import { Picture } from "../picture.js" */

const SIGHT = { use: "headshot", viewer: "front", window: { left: 528, top: 0, width: 864, height: 1080 } };

/** @type {(taken?: Promise<Photo | null>) => Eye} */
function eye(taken = Promise.resolve(null)) {
  let frames = 0;
  return {
    frame: async () => /** @type {ImageBitmap} */ (/** @type {unknown} */ ({ width: 1920, height: 1080 })),
    jpeg: async () => new Blob([`frame ${frames++}`], { type: "image/jpeg" }),
    photo: () => taken,
    wait: async () => {},
  };
}

/** @type {(size: { width: number, height: number }) => Photo} */
const photograph = (size) => ({ blob: new Blob(["photo"], { type: "image/jpeg" }), ...size });

function fresh() {
  const server = new Server();
  const roll = new Roll(new Store(null), new PictureServer(server.ask));
  roll.follow("token");
  return { server, roll };
}

/** @type {(roll: Roll, taken?: Promise<Photo | null>) => Promise<readonly Picture[]>} */
async function burst(roll, taken) {
  const name = await roll.take(eye(taken), SIGHT, () => {}, () => {});
  assert.ok(name);
  await Promise.all(roll.of(name).map((one) => roll.sender.send(one)));
  return roll.of(name);
}

test("a burst is five frames in their order, in the camera's own size, each with a name of its own", async () => {
  const { roll } = fresh();
  let caught = 0;
  const name = await roll.take(eye(), SIGHT, () => {}, () => { caught += 1; });
  const taken = roll.of(String(name));
  assert.equal(caught, FRAMES);
  assert.deepEqual(taken.map(({ number, source }) => [number, source]), [1, 2, 3, 4, 5].map((at) => [at, "frame"]));
  assert.equal(new Set(taken.map(({ id }) => id)).size, FRAMES);
  assert.ok(taken.every(({ id, width, height }) => /^[0-9a-f]{32}$/.test(id) && width === 1920 && height === 1080));
  assert.ok(taken.every(({ window }) => window.width === 864));
});

test("the camera's own photograph comes last, with the window at its size; a smaller one is left out", async () => {
  const { roll } = fresh();
  const taken = await burst(roll, Promise.resolve(photograph({ width: 3840, height: 2160 })));
  assert.deepEqual([taken.at(-1)?.source, taken.at(-1)?.window.width], ["photo", 1728]);
  assert.equal((await burst(roll, Promise.resolve(photograph({ width: 640, height: 480 })))).length, FRAMES);
});

test("a camera that fails to take its photograph costs none of the frames", async () => {
  const { roll } = fresh();
  assert.equal((await burst(roll, Promise.reject(new Error("muted")))).length, FRAMES);
});

test("what comes after the person has decided is not kept", async () => {
  for (const decide of [
    (/** @type {Roll} */ roll, /** @type {string} */ id) => roll.keep([id]),
    (/** @type {Roll} */ roll) => roll.drop(roll.pictures.map(({ id }) => id)),
  ]) {
    const { roll } = fresh();
    /** @type {(found: Photo) => void} */
    let arrive = () => {};
    const late = new Promise((resolve) => { arrive = resolve; });
    const taking = roll.take(eye(late), SIGHT, () => {}, () => {});
    while (roll.pictures.length < FRAMES) await new Promise((resolve) => { setTimeout(resolve, 1); });
    decide(roll, roll.pictures[0]?.id ?? "");
    const left = roll.pictures.length;
    arrive(photograph({ width: 3840, height: 2160 }));
    await taking;
    assert.equal(roll.pictures.length, left);
  }
});

test("only one burst is taken at a time", async () => {
  const { roll } = fresh();
  const [one, other] = await Promise.all([1, 2].map(() => roll.take(eye(), SIGHT, () => {}, () => {})));
  assert.ok(one);
  assert.equal(other, null);
  assert.equal(roll.pictures.length, FRAMES);
});

test("keeping two of a burst drops the others here, in the browser and at the server", async () => {
  const { roll, server } = fresh();
  const taken = await burst(roll);
  const ids = taken.slice(1, 3).map(({ id }) => id);
  assert.deepEqual(roll.undecided, [taken[0]?.burst]);
  roll.keep(ids);
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.deepEqual(roll.kept.map(({ id }) => id), ids);
  assert.deepEqual((await roll.store.all()).map(({ id }) => id), ids);
  assert.deepEqual([...server.files.keys()].sort(), [...ids].sort());
  assert.deepEqual(roll.undecided, []);
});

test("after a reload all is there again: what was kept, and what waits to be decided on", async () => {
  const { roll } = fresh();
  const [first] = await burst(roll);
  roll.keep([first?.id ?? ""]);
  const [other] = await burst(roll);
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  const server = new Server();
  const again = new Roll(roll.store, new PictureServer(server.ask));
  await again.load();
  assert.deepEqual(again.kept.map(({ id }) => id), [first?.id]);
  assert.deepEqual(again.undecided, [other?.burst]);
  assert.equal(server.files.size, 0);
});

test("what is kept, downloaded or erased in one tab is so in the other; a burst that waits is not", async () => {
  const { roll } = fresh();
  const other = new Roll(roll.store, new PictureServer(new Server().ask));
  /** @type {any[]} */
  const ends = [{}, {}];
  for (const [at, one] of [roll, other].entries()) {
    ends[at].postMessage = (/** @type {unknown} */ data) => ends[1 - at].onmessage({ data });
    one.beside(ends[at]);
  }
  const settle = () => new Promise((resolve) => { setTimeout(resolve, 20); });
  const [first] = await burst(roll);
  await settle();
  assert.deepEqual(other.pictures, []);
  roll.keep([first?.id ?? ""]);
  await settle();
  assert.deepEqual(other.kept.map(({ id }) => id), [first?.id]);
  other.saved([first?.id ?? ""]);
  await settle();
  assert.ok(roll.kept[0]?.saved);
  other.drop([first?.id ?? ""]);
  await settle();
  assert.deepEqual([roll.pictures, await roll.store.all()], [[], []]);
});

test("a server that forgot the pictures gets them again when it is asked about them", async () => {
  const { roll, server } = fresh();
  const taken = await burst(roll);
  server.files.clear();
  server.fail = (path) => (path.includes("bursts") && server.files.size < FRAMES ? answer(410, null) : null);
  assert.equal((await roll.rank(taken[0]?.burst ?? "")).order.length, FRAMES);
  assert.equal(server.files.size, FRAMES);
});

/** @type {(ranks: readonly ("good" | "fault" | "unsure")[]) => ReturnType<typeof fresh>} */
function ranking(ranks) {
  const { roll, server } = fresh();
  server.fail = (path, init) => {
    if (!path.includes("bursts")) return null;
    const { ids } = /** @type {{ ids: string[] }} */ (JSON.parse(String(init.body)));
    const pictures = ids.map((id, at) => judged(id, ranks[at] ?? "fault"));
    return answer(200, { headline: "Eyes closed in 5 of 5", detail: "", order: ids, pictures });
  };
  return { roll, server };
}

test("what was taken by itself is dropped where every picture has a fault, and shown otherwise", async () => {
  for (const [ranks, shown] of /** @type {const} */ ([
    [["fault", "fault"], false], [["fault", "good"], true], [["unsure", "fault"], true],
  ])) {
    const { roll, server } = ranking(ranks);
    const name = String(await roll.take(eye(), SIGHT, () => {}, () => {}));
    assert.equal(roll.shown, "", "nothing is in front of the person yet");
    await roll.sift(name);
    assert.equal(roll.shown, shown ? name : "");
    assert.deepEqual([roll.refused, roll.again], shown ? [0, ""] : [1, "Eyes closed in 5 of 5"]);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    assert.equal(server.files.size, shown ? FRAMES : 0);
  }
});

test("where the server cannot be reached the person looks at what was taken by itself", async () => {
  const { roll, server } = fresh();
  server.fail = () => { throw new TypeError("cut"); };
  const name = String(await roll.take(eye(), SIGHT, () => {}, () => {}));
  await roll.sift(name);
  assert.equal(roll.shown, name);
  assert.equal(roll.of(name).length, FRAMES);
  roll.drop(roll.pictures.map(({ id }) => id));
});

test("pictures that the browser does not store are in danger until they are downloaded", async () => {
  const { roll } = fresh();
  const [one] = await burst(roll);
  roll.keep([one?.id ?? ""]);
  assert.ok(roll.endangered);
  roll.saved([one?.id ?? ""]);
  assert.ok(!roll.endangered);
});

test("a store without a database holds pictures for as long as the page lasts", async () => {
  const store = new Store(null);
  await store.put(picture("a"));
  await store.put(picture("a", { kept: true }));
  await store.put(picture("b"));
  await store.remove("b");
  assert.deepEqual((await store.all()).map(({ id, kept }) => [id, kept]), [["a", true]]);
  assert.ok(!store.lasting);
});

test("a camera that fails or never answers is opened again, and one photograph is asked for at a time", async () => {
  let asked = 0;
  let under = 0;
  let renewed = 0;
  /** @type {Record<string, unknown>} */ (globalThis).ImageCapture = class {
    async takePhoto() {
      under += 1;
      assert.equal(under, 1);
      asked += 1;
      await new Promise((resolve) => { setTimeout(resolve, asked === 1 ? 1 : 40); });
      under -= 1;
      throw new Error("UnknownError");
    }
  };
  const track = /** @type {MediaStreamTrack} */ (/** @type {unknown} */ ({ readyState: "live" }));
  const renew = async () => { renewed += 1; await new Promise((resolve) => { setTimeout(resolve, 40); }); };
  assert.deepEqual(await Promise.all([photo(track, renew, 20), photo(track, renew, 20)]), [null, null]);
  assert.deepEqual([asked, renewed], [2, 2]);
});

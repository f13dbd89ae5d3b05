// The pictures of a room on their way to the coach: what is said of them, how often, and of which.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Shares } from "../sitter_shares.js";

/** @type {any} */
const ROOM = { see: true, pictures_go: true, pictures: [] };
const YES = { see: true, pictures: true, camera: false };
const asked = (/** @type {string} */ state) => ({ ...ROOM, pictures: [
  { id: "a", held: false, asked: true, state, share: 0 }] });

function begun() {
  /** @type {any[]} */
  const said = [];
  /** @type {(() => void)[]} */
  const brought = [];
  /** @type {any} */
  const roll = {
    own: new Set(["before"]),
    pictures: [{ id: "before" }, { id: "a", blob: new Blob(["1234"]), state: "waiting", sent: 0 }],
    sender: { send: () => new Promise((resolve) => { brought.push(() => resolve(undefined)); }) },
  };
  const shares = new Shares(roll, (message) => said.push(message) > 0, async () => "small");
  shares.begin("room");
  return { shares, roll, said, brought, finish: async () => {
    roll.pictures = [{ ...roll.pictures.at(-1), state: "judged", sent: 4 }];
    brought.at(-1)?.();
    await new Promise((resolve) => { setImmediate(resolve); });
  } };
}

test("what was taken before the room, or in another tab, is none of its pictures", () => {
  const { shares, roll } = begun();
  shares.settle(ROOM, YES);
  assert.deepEqual(shares.marks, {});
  roll.own.add("a");
  shares.follow();
  assert.deepEqual(shares.marks, { a: false });
});

test("what is taken while pictures do not go is kept back, and stays so when they go again", () => {
  const { shares, roll, said } = begun();
  shares.settle({ ...ROOM, pictures_go: false }, { ...YES, pictures: false });
  roll.own.add("a");
  shares.follow();
  shares.settle(ROOM, YES);
  assert.deepEqual([shares.marks, said], [{ a: true }, []]);
});

test("an original is brought once, and told to be there only then, whatever was sent before", async () => {
  const { shares, said, brought, finish } = begun();
  shares.mark({ a: false });
  shares.settle(asked("waits"), YES);
  shares.follow();
  assert.equal(brought.length, 1);
  assert.ok(!said.some(({ state }) => state === "here"));
  await finish();
  assert.deepEqual(said.filter(({ state }) => state === "here"), [{ kind: "sent", id: "a", state: "here", share: 1 }]);
  shares.follow();
  assert.equal(said.filter(({ state }) => state === "here").length, 1);
});

test("an original is told to be there when its last byte is, before anybody has looked at it", () => {
  const { shares, roll, said } = begun();
  shares.mark({ a: false });
  shares.settle(asked("waits"), YES);
  roll.pictures = [{ ...roll.pictures.at(-1), state: "sending", sent: 1 }];
  shares.follow();
  roll.pictures = [{ ...roll.pictures.at(-1), state: "sent", sent: 4 }];
  shares.follow();
  shares.follow();
  assert.deepEqual(said.map(({ state, share }) => [state, share]), [["waits", 0], ["sending", 0.25], ["here", 1]]);
});

test("where the server does not have it after all it is brought again, and not for ever", async () => {
  const { shares, brought, finish } = begun();
  shares.mark({ a: false });
  for (let time = 0; time < 9; time += 1) {
    shares.settle(asked("waits"), YES);
    await finish();
  }
  assert.equal(brought.length, 4);
});

test("on a new connection it is said again what was said on the one before", () => {
  const { shares, said } = begun();
  shares.mark({ a: true });
  const room = { ...ROOM, pictures: [{ id: "a", held: false, asked: false, state: "none", share: 0 }] };
  shares.settle(room, YES);
  shares.settle(room, YES);
  assert.equal(said.length, 1);
  shares.renew();
  shares.settle(room, YES);
  assert.deepEqual(said, [{ kind: "hold", id: "a", held: true }, { kind: "hold", id: "a", held: true }]);
});

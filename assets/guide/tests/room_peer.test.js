// Who has a direct line to whom, and what is told of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Mesh } from "../room_mesh.js";
import { connection, divided, offers, readPen, wanted } from "../room_peer_state.js";

/** @import { RoomPerson, RoomView } from "../room.d.ts" */

/** @type {(role: RoomPerson["role"], id?: string, admitted?: boolean) => RoomPerson} */
const person = (role, id = role, admitted = true) => (
  { id, name: id, role, admitted, microphone: true, here: true, device: "computer", since: 0 });
const ALL = [person("coach"), person("sitter"), person("watcher", "w1"), person("watcher", "w2")];
/** @type {(people: RoomPerson[], see?: boolean) => RoomView} */
const room = (people, see = true) => ({
  name: "", use: "", use_locked: false, locked: false, paused: false, pinned: null, drill: null,
  match: null, people, see, pictures_go: false,
  camera_allowed: false, closes: 0, pictures: [], abilities: null, doing: null,
});
/** @type {(you: string, view: RoomView) => string[]} */
const lines = (you, view) => wanted(you, view).map(({ id }) => id);

test("sitter and coach have a line to everybody, watchers to those two alone", () => {
  assert.deepEqual(lines("sitter", room(ALL)), ["coach", "w1", "w2"]);
  assert.deepEqual(lines("coach", room(ALL)), ["sitter", "w1", "w2"]);
  assert.deepEqual(lines("w1", room(ALL)), ["coach", "sitter"]);
});

test("a line is wanted by both of its ends or by neither, whoever they are and whatever was said", () => {
  for (const see of [true, false]) {
    for (const people of [ALL, ALL.map((one, at) => ({ ...one, admitted: at !== 2 }))]) {
      const view = room(people, see);
      for (const a of people) {
        for (const b of people) assert.equal(lines(a.id, view).includes(b.id), lines(b.id, view).includes(a.id));
      }
    }
  }
});

test("before the sitter's yes nobody has a line to the sitter", () => {
  for (const { id } of ALL) {
    if (id === "sitter") assert.deepEqual(lines(id, room(ALL, false)), []);
    else assert.ok(!lines(id, room(ALL, false)).includes("sitter"));
  }
});

test("nobody at the door has a line, and nobody has one to them", () => {
  const view = room([person("coach"), person("sitter", "sitter", false)]);
  assert.deepEqual([lines("coach", view), lines("sitter", view)], [[], []]);
});

test("of two exactly one makes the offers", () => {
  for (const [a, b] of /** @type {const} */ ([["a", "b"], ["Zx", "aq"], ["1", "0"]])) {
    assert.notEqual(offers(a, b), offers(b, a));
  }
});

const PAIR = {
  id: "P", type: "candidate-pair", nominated: true, state: "succeeded", localCandidateId: "L", remoteCandidateId: "R",
  currentRoundTripTime: 0.038,
};
const HOST = { id: "L", type: "local-candidate", candidateType: "host", protocol: "udp" };
const FAR = { id: "R", type: "remote-candidate", candidateType: "srflx", protocol: "udp" };

test("a line without a relay is direct, and its time is there and back", () => {
  const found = connection([PAIR, HOST, FAR]);
  assert.deepEqual([found?.way, found?.protocol, found?.ms], ["direct", "udp", 38]);
});

test("a relay at either end makes it one by relay", () => {
  const relay = { candidateType: "relay", relayProtocol: "tcp" };
  assert.equal(connection([PAIR, { ...HOST, ...relay }, FAR])?.protocol, "tcp");
  assert.equal(connection([PAIR, HOST, { ...FAR, ...relay }])?.way, "relay");
});

test("nothing is told of a line before a way is chosen", () => {
  assert.equal(connection([{ ...PAIR, nominated: false }, HOST, FAR]), null);
});

test("a picture is made smaller only where its longer side is too long, upright or not", () => {
  assert.equal(divided({ width: 1920, height: 1080 }, 1280), 1.5);
  assert.equal(divided({ width: 1080, height: 1920 }, 1280), 1.5);
  assert.equal(divided({ width: 640, height: 480 }, 1280), 1);
  assert.equal(divided({}, 1280), 1);
});

test("of the pen only what lies in the picture is drawn, and nothing that is no such message", () => {
  const read = (/** @type {unknown} */ what) => readPen(JSON.stringify(what));
  assert.deepEqual(read({ kind: "point", place: [0, 1] }), { kind: "point", place: [0, 1] });
  assert.deepEqual(read({ kind: "point", place: null }), { kind: "point", place: null });
  assert.deepEqual(read({ kind: "wipe", more: "<b>" }), { kind: "wipe" });
  const stroke = { kind: "stroke", id: "a", points: [[0.1, 0.2]], more: true };
  assert.deepEqual(read(stroke), stroke);
  for (const wrong of [
    { kind: "point", place: [0, 1.01] }, { kind: "point", place: ["0", {}] }, { kind: "point" }, { kind: "say" }, null,
    { ...stroke, points: Array(65).fill([0, 0]) }, { ...stroke, id: 1 }, { ...stroke, points: [[0.1]] },
  ]) assert.equal(read(wrong), null);
  assert.equal(readPen("no JSON"), null);
  assert.equal(readPen(new ArrayBuffer(4)), null);
});

test("ink comes from the one whom the server names the coach, and from nobody else", () => {
  /** @type {string[]} */
  const inked = [];
  const nothing = () => {};
  const told = { signal: nothing, stream: nothing, state: nothing, gone: nothing, pen: (/** @type {string} */ id) => {
    inked.push(id);
  } };
  const mesh = new Mesh("sitter", [], told, false);
  mesh.settle(room(ALL.map((one) => ({ ...one, here: false }))));
  for (const from of ["w1", "sitter", "coach", ""]) mesh.heardPen(from, '{"kind": "wipe"}');
  assert.deepEqual(inked, ["coach"]);
  mesh.settle(room([person("sitter"), person("coach", "coach", false)]));
  mesh.heardPen("coach", '{"kind": "wipe"}');
  mesh.close();
  assert.deepEqual(inked, ["coach"]);
});

test("a signal from somebody to whom there may be no line is not heard", () => {
  const nothing = () => {};
  const mesh = new Mesh("sitter", [], { signal: nothing, stream: nothing, state: nothing, gone: nothing, pen: nothing },
    false);
  mesh.settle(room(ALL, false));
  mesh.hear("coach", '{"by": "x", "to": null}'); // it would open a line, which there is none of here
  assert.equal(mesh.peers.size, 0);
  mesh.close();
});

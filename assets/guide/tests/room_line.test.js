// The line to a room: who is told what, and how it comes back or does not.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { RoomLine, placeOf } from "../room_line.js";
import { FIRST, SILENT, next } from "../room_line_state.js";

const ROOM = "r".repeat(22), TOKEN = "t".repeat(60);

class Socket {
  constructor() {
    /** @type {any[]} */
    this.sent = [];
    this.closed = false;
    /** @type {any} */
    this.readyState = 1;
    /** @type {any} */
    this.onopen = null;
    /** @type {any} */
    this.onmessage = null;
    /** @type {any} */
    this.onclose = null;
  }
  /** @param {any} word */
  send(word) { this.sent.push(JSON.parse(word)); }
  close() { this.closed = true; }
  /** @param {object} message */
  tell(message) { this.onmessage({ data: JSON.stringify(message) }); }
}

/** @param {Map<string, string>} kept */
function entered(kept = new Map()) {
  /** @type {Socket[]} */
  const sockets = [];
  /** @type {any[]} */
  const heard = [];
  const memory = {
    recall: (/** @type {string} */ room) => kept.get(room) ?? null,
    keep: (/** @type {string} */ room, /** @type {string} */ me) => { kept.set(room, me); },
    forget: (/** @type {string} */ room) => { kept.delete(room); },
  };
  const line = new RoomLine({ hear: (message) => heard.push(message.kind), changed: () => {} }, () => {
    const socket = new Socket();
    sockets.push(socket);
    return socket;
  }, memory);
  line.enter({ room: ROOM, token: TOKEN }, () => (
    { name: "Mira", language: "en", device: "phone", session: null, see: null, pictures: null, camera: null }));
  const socket = () => /** @type {Socket} */ (sockets.at(-1));
  socket().onopen();
  return { line, sockets, socket, heard, kept };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
});

test("a link's fragment says which room and with what right, on either page", () => {
  assert.deepEqual(placeOf(`#room=${ROOM}.${TOKEN}`), { room: ROOM, token: TOKEN });
  assert.deepEqual(placeOf(`#${ROOM}.${TOKEN}`), { room: ROOM, token: TOKEN });
});

test("a fragment that is no room's is none", () => {
  for (const other of ["", "#", "#room=", "#light", `#room=${ROOM}`, `#room=${ROOM}.<b>${TOKEN}`]) {
    assert.equal(placeOf(other), null);
  }
});

test("who joins says with what right, and later by what the server knows them", () => {
  const { socket, line, sockets } = entered();
  const [join] = socket().sent;
  assert.deepEqual([join.kind, join.token, join.me, join.name], ["join", `${ROOM}.${TOKEN}`, null, "Mira"]);
  socket().tell({ kind: "welcome", me: "secret" });
  assert.equal(line.header["x-framing-room"], `${ROOM}.${TOKEN}.secret`);
  socket().onclose({ code: 1006 });
  mock.timers.tick(500);
  assert.equal(sockets.length, 2);
  socket().onopen();
  assert.equal(socket().sent[0].me, "secret");
});

test("who leaves is not known when they come again", () => {
  const { line, kept, socket } = entered();
  socket().tell({ kind: "welcome", me: "secret" });
  const left = socket();
  line.leave();
  assert.deepEqual([line.phase, kept.size, left.closed], ["over", 0, true]);
  assert.equal(left.sent.at(-1).kind, "leave");
  mock.timers.tick(60_000);
});

test("a line that is cut off comes back, later and later, until the server answers", () => {
  const { sockets, socket, line } = entered();
  for (let failure = 0; failure < 3; failure += 1) {
    const before = sockets.length;
    socket().onclose({ code: 1006 });
    assert.equal(line.phase, "lost");
    mock.timers.tick(20_000);
    assert.equal(sockets.length, before + 1);
  }
  assert.equal(line.known.failures, 3);
  socket().onopen();
  socket().tell({ kind: "welcome", me: "secret" });
  assert.equal(line.known.failures, 0);
});

test("an end that is for good is never tried again, and its sentence is kept", () => {
  const { sockets, socket, line } = entered();
  socket().tell({ kind: "over", why: "closed", sentence: "Ana has closed the room.", again: false });
  mock.timers.tick(60_000);
  assert.deepEqual([line.phase, line.known.why, sockets.length], ["over", "Ana has closed the room.", 1]);
});

test("an end after which one comes back is tried again", () => {
  const { sockets, socket } = entered();
  socket().tell({ kind: "over", why: "trouble", sentence: "The server starts again.", again: true });
  mock.timers.tick(20_000);
  assert.equal(sockets.length, 2);
});

test("codes that end it for good count without their sentence", () => {
  for (const code of [4403, 4404, 4409, 4410]) {
    const known = next({ ...FIRST, phase: "in" }, { is: "closed", code }, 0);
    assert.equal(known.phase, "over");
    assert.ok(known.ended);
  }
});

test("silence breaks the line from its first moment on, and one that is still being made as well", () => {
  const made = next(FIRST, { is: "enter" }, 0);
  const again = next({ ...FIRST, phase: "lost", failures: 1 }, { is: "again" }, 0);
  for (const known of [made, again, { ...made, phase: /** @type {const} */ ("in") }]) {
    assert.equal(next(known, { is: "looked" }, SILENT - 1).act, null);
    const lost = next(known, { is: "looked" }, SILENT + 1);
    assert.deepEqual([lost.phase, lost.act], ["lost", "later"]);
    assert.equal(next(lost, { is: "looked" }, 9 * SILENT).act, null, "it is tried again in its own time");
  }
  const over = next(made, { is: "closed", code: 4403 }, 1);
  assert.equal(next(over, { is: "looked" }, SILENT + 1).phase, "over");
});

test("when the browser is online again nobody waits for the next try", () => {
  const lost = { ...FIRST, phase: /** @type {const} */ ("lost"), failures: 6 };
  assert.equal(next(lost, { is: "online" }, 0).act, "connect");
  assert.equal(next({ ...lost, phase: "in" }, { is: "online" }, 0).act, null);
});

// The line to the server: what is said on it, to whom it is handed on, and how it comes back.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Feed, pause, whole } from "../feed.js";

/** @import { Live } from "../live.d.ts" */

class Line {
  constructor() {
    /** @type {string[]} */
    this.sent = [];
    this.closed = false;
    /** @type {any} */
    this.readyState = 1;
    this.bufferedAmount = 0;
    /** @type {any} */
    this.onopen = null;
    /** @type {any} */
    this.onmessage = null;
    /** @type {any} */
    this.onclose = null;
  }
  /** @param {any} word */
  send(word) { this.sent.push(word); }
  close() { this.closed = true; }
  /** @param {number} looks */
  tell(looks) { this.onmessage({ data: JSON.stringify(look(looks)) }); }
}

/** @param {number} looks */
function look(looks) {
  return /** @type {Live} */ (/** @type {unknown} */ ({ room: true, deck: { looks }, panel: null }));
}

function started() {
  /** @type {Line[]} */
  const lines = [];
  const feed = new Feed(() => {
    const line = new Line();
    lines.push(line);
    return line;
  }, whole);
  feed.follow("token");
  const [line] = lines;
  assert.ok(line);
  line.onopen();
  return { feed, lines, line };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

test("the token is the first word, and each look is handed to all who listen", () => {
  const { feed, line } = started();
  assert.deepEqual(line.sent, ["token"]);
  /** @type {number[]} */
  const told = [];
  feed.listen({ look: (live) => told.push(live.deck.looks) });
  const end = feed.listen({ look: (live) => told.push(-live.deck.looks) });
  line.tell(1);
  end();
  line.tell(2);
  assert.deepEqual(told, [1, -1, 2]);
});

test("cards that the server leaves out are those of the look before", () => {
  const { feed, line } = started();
  const groups = [{ key: "crop" }];
  /** @type {unknown[]} */
  const told = [];
  feed.listen({ look: ({ panel }) => told.push(panel?.groups) });
  for (const panel of [{ groups }, { groups: null }, null]) {
    line.onmessage({ data: JSON.stringify({ panel, deck: {} }) });
  }
  assert.deepEqual(told, [groups, groups, undefined]);
});

test("who comes later is told the last look at once", () => {
  const { feed, line } = started();
  line.tell(7);
  let told = 0;
  feed.listen({ look: (live) => { told = live.deck.looks; } });
  assert.equal(told, 7);
});

test("a page that is told often answers once a second and not each time", () => {
  const { line } = started();
  for (let looks = 0; looks < 20; looks += 1) line.tell(looks);
  assert.deepEqual(line.sent, ["token", "here"]);
});

test("a broken line is tried again, each time later, until it speaks", () => {
  const { lines } = started();
  for (let failures = 0; failures < 4; failures += 1) {
    lines.at(-1)?.onclose({ code: 1006 });
    mock.timers.tick(pause(failures, 0) - 1);
    assert.equal(lines.length, failures + 1);
    mock.timers.tick(pause(failures, 1));
    assert.equal(lines.length, failures + 2);
  }
  lines.at(-1)?.tell(1);
  lines.at(-1)?.onclose({ code: 1006 });
  mock.timers.tick(pause(0, 1));
  assert.equal(lines.length, 6);
});

test("the pause grows, never beyond eight seconds, and differs from page to page", () => {
  const pauses = [0, 1, 2, 3, 4, 5, 20].map((failures) => pause(failures, 1));
  assert.deepEqual(pauses, [...pauses].sort((a, b) => a - b));
  assert.ok(pauses.every((ms) => ms <= 8000));
  assert.ok(pause(3, 0) < pause(3, 1));
});

test("a line on which nothing is said for five seconds is given up", () => {
  const { lines, line } = started();
  mock.timers.tick(4000);
  line.tell(1);
  mock.timers.tick(4000);
  assert.equal(line.closed, false);
  mock.timers.tick(1001);
  assert.equal(line.closed, true);
  mock.timers.tick(pause(0, 1));
  assert.equal(lines.length, 2);
});

test("what comes late on a line that was given up is not heard", () => {
  const { feed, lines, line } = started();
  line.onclose({ code: 1006 });
  mock.timers.tick(pause(0, 1));
  lines[1]?.tell(2);
  line.tell(1);
  assert.equal(feed.live?.deck.looks, 2);
  line.onclose({ code: 1006 });
  assert.equal(feed.line, lines[1]);
});

test("the end of a session is told, and that of a connection is not", () => {
  for (const [code, ended] of [[4404, 1], [4410, 1], [1006, 0], [1012, 0], [1013, 0]]) {
    const { feed, line } = started();
    let over = 0;
    feed.listen({ look: () => {}, over: () => { over += 1; } });
    line.onclose({ code });
    assert.equal(over, ended, String(code));
  }
});

test("another session has another line at once, and the same one keeps its own", () => {
  const { feed, lines, line } = started();
  feed.follow("token");
  assert.equal(lines.length, 1);
  feed.follow("other");
  assert.equal(line.closed, true);
  lines[1]?.onopen();
  assert.deepEqual(lines[1]?.sent, ["other"]);
});

test("the line stands while anybody listens, in whatever order they come and go", () => {
  const { feed, line } = started();
  const old = feed.listen({ look: () => {} });
  const fresh = feed.listen({ look: () => {} });
  feed.follow("token");
  old();
  assert.equal(line.closed, false);
  fresh();
  assert.equal(line.closed, true);
});

test("after the end of the page nothing is tried any more", () => {
  const { feed, lines, line } = started();
  feed.close();
  line.onclose({ code: 1005 });
  mock.timers.tick(100_000);
  assert.equal(lines.length, 1);
});

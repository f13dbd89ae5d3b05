// Two ends of a direct line in one page, each as it is in a page of its own: what one tells the other arrives after a
// while, in its order.
async function lines({ base, coach, sitter, late }) {
  const { Mesh } = await import(new URL("guide/scripts/room_mesh.js", base).href);
  const stream = () => navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 320, height: 240 } });
  const tracks = (given) => ({ audio: given.getAudioTracks()[0], video: given.getVideoTracks()[0] });
  const [mine, theirs] = [tracks(await stream()), tracks(await stream())];
  const player = Object.assign(document.createElement("video"), { muted: true, autoplay: true });
  document.body.append(player);
  const found = { said: 0, pens: [], player, ends: {} };
  const person = (id, role) => (
    { id, name: id, role, admitted: true, microphone: true, here: true, device: "computer", since: 0 });
  const room = { people: [person(coach, "coach"), person(sitter, "sitter")], see: true };
  const end = (you, other) => {
    const ways = { queue: Promise.resolve() };
    const mesh = new Mesh(you, [], {
      signal: (_, data) => {
        found.said = performance.now();
        ways.queue = ways.queue.then(() => new Promise((done) => { setTimeout(done, 10 + 40 * Math.random()); }))
          .then(() => found.ends[other].hear(you, data));
      },
      stream: (_, stream) => { if (you === coach) player.srcObject = stream; },
      state() {}, gone() {}, pen: (_, what) => found.pens.push(what),
    }, false);
    found.ends[you] = mesh;
    return mesh;
  };
  const [one, two] = [end(coach, sitter), end(sitter, coach)];
  one.give(mine);
  if (!late) two.give(theirs);
  one.settle(room); // both at the same moment
  two.settle(room);
  if (late) setTimeout(() => two.give(theirs), 1000);
  found.pen = (message) => one.pen(message).length === 0;
  window.lines = found;
}

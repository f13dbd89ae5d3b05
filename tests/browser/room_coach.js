// A coach in a page of the guide, by the room's own line and direct lines, without the coach's page round it.
async function coach({ base, room, token }) {
  const from = (file) => import(new URL(`guide/scripts/${file}.js`, base).href);
  const { RoomLine } = await from("room_line");
  const { Mesh } = await from("room_mesh");
  const { audio, video } = await (async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 320, height: 240 } });
    return { audio: stream.getAudioTracks()[0], video: stream.getVideoTracks()[0] };
  })();
  const player = Object.assign(document.createElement("video"), { muted: true, autoplay: true });
  document.body.append(player);
  const coach = { room: null, mesh: null, previews: {}, refused: [], signals: 0, player, phase: "" };
  const line = new RoomLine({
    hear(message) {
      if (message.kind === "welcome" && coach.mesh?.you !== message.you) {
        coach.mesh?.close();
        coach.mesh = new Mesh(message.you, message.ice, {
          signal: (to, data) => line.send({ kind: "signal", to, data }),
          stream: (_, stream) => { player.srcObject = stream; void player.play(); },
          state() {}, pen() {}, gone() { player.srcObject = null; },
        });
        coach.mesh.give({ audio, video });
      }
      if (message.kind === "signal") {
        coach.signals += 1;
        coach.mesh.hear(message.from, message.data);
      }
      if (message.kind === "picture") coach.previews[message.id] = message.preview.length;
      if (message.kind === "refused") coach.refused.push(message.why);
      if (message.room) {
        coach.room = message.room;
        coach.mesh?.settle(message.room);
      }
    },
    changed({ phase }) { coach.phase = phase; },
  });
  line.enter({ room, token }, () => ({
    name: "Ana", language: "en", device: "computer", session: null, see: null, pictures: null, camera: null,
  }));
  coach.line = line;
  coach.say = (message) => line.send(message);
  coach.sitter = () => coach.room?.people.find(({ role }) => role === "sitter");
  coach.admit = () => coach.say({ kind: "admit", who: coach.sitter().id });
  coach.pen = (message) => coach.mesh.pen(message);
  window.coach = coach;
}

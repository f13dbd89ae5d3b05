// A sitter in a page of the guide, by the room's own line and direct lines: what is said to and of them can be asked
// for, and no stage of the guide is needed. Told where to go by `sit`, it hands back what a test may do with it.
async function sit({ link, name, session, video, yes }) {
  const from = (file) => import(new URL(`guide/scripts/${file}.js`, document.baseURI));
  const { RoomLine, placeOf } = await from("room_line");
  const { Mesh } = await from("room_mesh");
  const heard = [], pens = [];
  let mesh = null, tracks = { audio: null, video: null };
  if (video) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } });
    tracks = { audio: stream.getAudioTracks()[0], video: stream.getVideoTracks()[0] };
  }
  const line = new RoomLine({
    hear(message) {
      heard.push(message);
      if (message.kind === "welcome") {
        mesh?.close();
        const { you, ice } = message;
        mesh = !video ? null : new Mesh(you, ice, {
          signal: (to, data) => line.send({ kind: "signal", to, data }), stream() {}, state() {}, gone() {},
          pen: (_, what) => pens.push(what),
        });
        mesh?.give(tracks);
        if (yes) line.send({ kind: "consent", ...yes });
      }
      if (message.kind === "signal") mesh?.hear(message.from, message.data);
      if (message.kind === "pen") pens.push(message.what);
      if (message.room) mesh?.settle(message.room);
    },
    changed() {},
  });
  line.enter(placeOf(new URL(link).hash), () => (
    { name, language: "en", device: "phone", session, see: null, pictures: null, camera: null }));
  // A picture of what the camera sees now, or a grey one.
  const preview = async (grey) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: 320, height: 180 });
    const pen = canvas.getContext("2d");
    pen.fillStyle = `rgb(${grey} ${grey} ${grey})`;
    pen.fillRect(0, 0, 320, 180);
    if (tracks.video) {
      const player = document.createElement("video");
      Object.assign(player, { srcObject: new MediaStream([tracks.video]), muted: true });
      await player.play();
      pen.drawImage(player, 0, 0, 320, 180);
    }
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
  };
  const id = (number) => number.toString(16).padStart(32, "0");
  return {
    heard, pens, id, send: (message) => line.send(message), leave: () => line.leave(), close: () => line.close(),
    take: async (number) => line.send({
      kind: "picture", id: id(number), burst: "b1", number, width: 1920, height: 1080, bytes: 2_400_000,
      preview: await preview(60 + 30 * (number % 6)),
    }),
  };
}

// Put into the pages of a coach and of a sitter before their own scripts: when what passes between the two is sent,
// comes, and is on the screen. Both run on one machine, so their clocks are one.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const probe = window.roomProbe = { points: [], drawn: [], looks: new Map(), pictures: [], done: 0, frames: 0, height: 0 };

  // The coach's pointer, from the hand on, and at the sitter when the next picture of the screen is drawn.
  let moved = 0;
  addEventListener("pointermove", () => { moved = now(); }, true);
  const send = RTCDataChannel.prototype.send;
  RTCDataChannel.prototype.send = function sent(data) {
    if (typeof data === "string" && data.includes('"point"')) probe.points.push([data, moved]);
    return send.call(this, data);
  };
  const listen = (channel) => channel.addEventListener("message", ({ data }) => {
    if (typeof data === "string" && data.includes('"point"')) requestAnimationFrame(() => probe.drawn.push([data, now()]));
  });
  const Peer = RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    createDataChannel(...how) {
      const channel = super.createDataChannel(...how);
      listen(channel);
      return channel;
    }
  };

  // Looks at the sitter's page and at the coach's, by the look's own time; previews; the end of a burst.
  const Line = WebSocket;
  window.WebSocket = class extends Line {
    constructor(...where) {
      super(...where);
      this.addEventListener("message", ({ data }) => {
        if (typeof data !== "string" || data[0] !== "{") return;
        const told = JSON.parse(data), live = told.kind === "guidance" ? told.live : told.stage ? told : null;
        if (live && !probe.looks.has(live.time)) probe.looks.set(live.time, now());
        if (told.kind === "picture") probe.pictures.push(now());
      });
    }
    send(data) {
      if (typeof data === "string" && data.includes('"doing"') && JSON.parse(data).taking === false) probe.done = now();
      super.send(data);
    }
  };

  // Pictures of the sitter that the coach sees.
  probe.watch = (video) => {
    const next = () => { probe.frames += 1; probe.height = video.videoHeight; video.requestVideoFrameCallback(next); };
    video.requestVideoFrameCallback(next);
  };
})();

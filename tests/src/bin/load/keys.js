// Notes for each keystroke how long the page works on it: what listens, the
// layout, and the frame that shows it. Waiting for the screen is not counted.
(() => {
  const keys = [];
  let began = 0;
  Object.defineProperty(window, "__keys", { value: keys });
  addEventListener("beforeinput", () => { began = performance.now(); }, true);
  // The page listens at the document, and so before this.
  addEventListener("input", () => {
    // What no key has done is none.
    if (!began) return;
    document.body.getBoundingClientRect();
    const worked = performance.now() - began;
    began = 0;
    requestAnimationFrame(() => {
      const frame = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => keys.push(worked + performance.now() - frame);
      port2.postMessage(0);
    });
  });
})();

// Stands in the page before anything of its own, and notes what happens when.
// All times are milliseconds since the navigation began.
(() => {
  const seen = { paint: null, largest: null, row: null, ready: null, failed: false, shift: 0, shifts: [], tasks: [], clicks: [], choices: [] };
  Object.defineProperty(window, "__seen", { value: seen });
  const root = () => document.documentElement;

  const named = (node) => (node && node.localName ? node.localName + "." + node.className : "");
  const watch = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch("paint", (entry) => { if (entry.name === "first-contentful-paint") seen.paint = entry.startTime; });
  watch("largest-contentful-paint", (entry) => {
    seen.largest = entry.startTime;
    seen.largestOf = named(entry.element);
  });
  watch("layout-shift", (entry) => {
    if (entry.hadRecentInput) return;
    seen.shift += entry.value;
    seen.shifts.push({ at: entry.startTime, value: entry.value, what: entry.sources.map((one) => named(one.node)) });
  });
  watch("longtask", (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  watch("event", (entry) => {
    if (/^(pointerdown|pointerup|mousedown|mouseup|click)$/.test(entry.name))
      seen.clicks.push({ at: entry.startTime, waits: entry.processingStart - entry.startTime, lasts: entry.duration });
  }, { durationThreshold: 16 });

  // The first row is there when a frame that shows it has been made: the same
  // for a page that was written, drawn at build, or rendered by a script.
  const afterFrame = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  };
  const look = () => {
    const row = document.querySelector("main [data-id]");
    if (row && row.getClientRects().length) afterFrame((now) => { seen.row = now; });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const state = () => {
    if (seen.ready === null && root().hasAttribute("data-ready")) seen.ready = performance.now();
    seen.failed = root().hasAttribute("data-failed");
  };
  const begin = () => {
    if (!root()) return false;
    new MutationObserver(state).observe(root(), { attributeFilter: ["data-ready", "data-failed"] });
    return true;
  };
  if (!begin()) {
    const wait = new MutationObserver(() => { if (begin()) wait.disconnect(); });
    wait.observe(document, { childList: true });
  }

  // From the moment of a click to the second frame after it, in which its
  // effect has been seen.
  let open = false;
  addEventListener("click", (event) => {
    if (open || !event.target.closest("label, input")) return;
    open = true;
    const began = event.timeStamp;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      seen.choices.push(performance.now() - began);
      open = false;
    }));
  }, true);
})();

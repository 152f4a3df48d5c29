// Put before the first script of a page: tells what goes wrong in it, in every
// engine alike, to the server that it came from.
(() => {
  const tell = (what) => fetch("/policy-report", { method: "POST", keepalive: true,
    body: JSON.stringify({ page: location.pathname, heard: String(what) }) });
  addEventListener("error", (event) => tell(event.message || "did not load: " +
    (event.target.src || event.target.href)), true);
  addEventListener("unhandledrejection", (event) => tell(event.reason));
  for (const level of ["error", "warn"]) {
    const own = console[level];
    console[level] = (...words) => { tell(words.join(" ")); own.apply(console, words); };
  }
})();

// The page that takes the turns, one after another; what a turn has told
// stands in `told` until the next begins.
window.turn = (task) => {
  window.told = null;
  const worker = new Worker("worker.js", { type: "module" });
  const tell = (told) => {
    window.told = told;
    worker.terminate();
  };
  worker.onmessage = ({ data }) => tell(data);
  worker.onerror = ({ message }) => tell({ error: message ?? "the worker did not start" });
  worker.postMessage(task);
};

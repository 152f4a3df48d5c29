// Ours: the core, compiled to WebAssembly as the app is.
import start, { Engine } from "./waymark_engine.js";

await start({ module_or_path: "./waymark_engine_bg.wasm" });
let engine;

export function ready(text) {
  // The day for which the bundle was made stands at its beginning.
  const [, day] = /"made":"([^"]+)"/.exec(text.slice(0, 200));
  engine = Engine.read(text, day);
  return (typed, isStaff) => engine.ask(typed, isStaff).split("\n").slice(0, -1);
}

// The urgency, then each need.
export const understood = (typed) => engine.understood(typed).split("\n");

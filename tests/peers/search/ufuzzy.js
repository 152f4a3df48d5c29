// uFuzzy, which finds and does not weigh: one mistake in a word, beginnings,
// and each word worth as much as its field and as rare as it is.
import uFuzzy from "@leeoniya/ufuzzy";
import { FIELDS, WEIGHTS, ranked, read } from "./entries.js";

export function ready(text) {
  const { entries, asked, shown } = read(text);
  const fuzzy = new uFuzzy({ intraMode: 1, interLft: 2 });
  const strict = new uFuzzy({ intraMode: 0, interLft: 2 });
  const stacks = FIELDS.map((field) => [WEIGHTS[field], entries.map((entry) => entry[field])]);
  return (typed, isStaff) => {
    const worth = new Map();
    for (const word of asked(typed)) {
      for (const [weight, stack] of stacks) {
        const found = (word.length > 4 ? fuzzy : strict).filter(stack, word) ?? [];
        const rare = Math.log(1 + entries.length / (1 + found.length));
        for (const at of found) worth.set(entries[at].id, (worth.get(entries[at].id) ?? 0) + weight * rare);
      }
    }
    return shown(ranked(worth), isStaff);
  };
}

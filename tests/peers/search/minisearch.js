// MiniSearch: any of the words, each also as a beginning, and with mistakes
// from five letters on.
import MiniSearch from "minisearch";
import { FIELDS, WEIGHTS, read } from "./entries.js";

export function ready(text) {
  const { entries, asked, shown } = read(text);
  const index = new MiniSearch({
    fields: FIELDS,
    searchOptions: {
      boost: WEIGHTS, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 4 ? 0.2 : false), maxFuzzy: 2,
    },
  });
  index.addAll(entries);
  return (typed, isStaff) => shown(index.search(asked(typed).join(" ")).map((hit) => hit.id), isStaff);
}

// lunr: word endings by its own stemmer; each word as it is, as a beginning,
// and with mistakes, the nearer the better.
import lunr from "lunr";
import { FIELDS, WEIGHTS, read } from "./entries.js";

export function ready(text) {
  const { entries, asked, shown } = read(text);
  const index = lunr(function () {
    FIELDS.forEach((field) => this.field(field, { boost: WEIGHTS[field] }));
    entries.forEach((entry) => this.add(entry));
  });
  const { TRAILING } = lunr.Query.wildcard;
  return (typed, isStaff) => {
    const found = index.query((query) => {
      for (const word of asked(typed)) {
        query.term(word, { boost: 10 });
        if (word.length > 2) query.term(word, { boost: 4, usePipeline: false, wildcard: TRAILING });
        if (word.length > 4) query.term(word, { boost: 1, editDistance: word.length > 7 ? 2 : 1 });
      }
    });
    return shown(found.map((hit) => hit.ref), isStaff);
  };
}

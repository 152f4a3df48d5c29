// Fuse.js in its token search: each word by itself, with mistakes, ranked by
// how rare it is.
import Fuse from "fuse.js";
import { ENOUGH, WEIGHTS, read } from "./entries.js";

export function ready(text) {
  const { entries, asked, shown } = read(text);
  const fuse = new Fuse(entries, {
    keys: Object.entries(WEIGHTS).map(([name, weight]) => ({ name, weight })),
    useTokenSearch: true, threshold: 0.2, ignoreLocation: true, ignoreFieldNorm: true, ignoreDiacritics: true, minMatchCharLength: 2,
  });
  return (typed, isStaff) => shown(fuse.search(asked(typed).join(" "), { limit: ENOUGH }).map((hit) => hit.item.id), isStaff);
}

// What is found: listings that have a chosen value in every group, and the
// number beside each option, as if it alone were chosen in its group.
import MiniSearch from "minisearch";
import { GROUPS, values } from "./vocabulary.js";

export function index(bundle) {
  const within = Object.fromEntries(bundle.site.areas.filter((area) => area.choice).map((area) => [area.slug, area.within]));
  const listings = bundle.listings.filter((one) => one.standing !== "ended" && one.audience.some((who) => who !== "staff"));
  const sorting = new Map(listings.map((one) =>
    [one.id, Object.fromEntries(Object.keys(GROUPS).map((group) => [group, new Set(values(one, group, within))]))]));
  const words = new MiniSearch({ fields: ["name", "provider", "summary", "worries"], searchOptions: { prefix: true, fuzzy: 0.2 } });
  words.addAll(listings.map((one) => ({
    id: one.id, name: one.name, provider: one.provider, summary: one.summary,
    worries: (one.needs || []).flatMap((need) => [need, ...(bundle.words[need] || [])]).join(" "),
  })));
  return { listings, sorting, words };
}

const has = (sorting, chosen) => chosen.size === 0 || [...chosen].some((value) => sorting.has(value));

export function find({ listings, sorting, words }, chosen, typed) {
  const groups = Object.keys(GROUPS);
  const ranks = typed.trim() && new Map(words.search(typed).map((hit, rank) => [hit.id, rank]));
  const found = [];
  const counts = Object.fromEntries(groups.map((group) => [group, {}]));
  for (const one of listings) {
    if (ranks && !ranks.has(one.id)) continue;
    const own = sorting.get(one.id);
    const missed = groups.filter((group) => !has(own[group], chosen[group]));
    if (missed.length === 0) found.push(one);
    if (missed.length > 1) continue;
    for (const group of missed.length ? missed : groups)
      for (const value of own[group]) counts[group][value] = (counts[group][value] || 0) + 1;
  }
  if (ranks) found.sort((one, other) => ranks.get(one.id) - ranks.get(other.id));
  else found.sort((one, other) => one.name.localeCompare(other.name));
  return { found, counts };
}

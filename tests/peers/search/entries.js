// What every library is given: the same entries and the same words for each
// need, in two ways at once, which did best for all of them. The sayings stand
// in the entries, in a field of their own; and a question that holds a saying
// gets a word more, which stands in each entry with that need.
import { LABELS } from "../preact/vocabulary.js";

// The fields, by what they are worth.
export const WEIGHTS = { name: 4, provider: 3, meant: 6, needs: 2.5, sayings: 2, summary: 1 };
export const FIELDS = Object.keys(WEIGHTS);

// As many as a command prints; a page shows twenty.
const MOST = 50;
// How many to ask of a library that cuts off by itself, before some are hidden.
export const ENOUGH = 2 * MOST;

const OTHERS = { general: "Any worry", "whole-school": "Whole-school approach", "staff-wellbeing": "Looking after staff" };

export function read(text) {
  const { words, listings } = JSON.parse(text);
  const labels = { ...LABELS.need, ...OTHERS };
  const sayings = Object.fromEntries(Object.entries(words.needs).map(([need, all]) => [need, all.map(bare).join(" ")]));
  const of = (one, table) => (one.needs ?? []).map((need) => table[need] ?? "").join(" ");
  const current = listings.filter((one) => one.standing !== "ended");
  const entries = current.map((one) => ({
    id: one.id, name: one.name, provider: one.provider ?? "", summary: one.summary ?? "",
    meant: (one.needs ?? []).map(token).join(" "), needs: of(one, labels), sayings: of(one, sayings),
  }));
  return { entries, asked: asker(words, labels), shown: shower(current) };
}

// The words of a question that tell something, their known misspellings mended,
// and one more for each need that a saying in it means.
function asker(words, labels) {
  const small = new Set((words.small ?? []).map(fold));
  const misspelt = new Map(Object.entries(words.misspelt ?? {}).map(([wrong, right]) => [fold(wrong), fold(right)]));
  const classes = new Map(Object.entries(words.people ?? {}).flatMap(([name, all]) => all.map((word) => [fold(word), `@${name}`])));
  const needs = new Map();
  for (const [need, all] of Object.entries(words.needs))
    for (const saying of [labels[need] ?? need, ...all]) {
      const key = saying.split(" ").map((word) => (word.startsWith("@") ? word : fold(word))).join(" ");
      needs.set(key, [...(needs.get(key) ?? []), token(need)]);
    }
  return (typed) => {
    const mended = fold(typed).split(" ").map((word) => misspelt.get(word) ?? word).join(" ").split(" ");
    const telling = mended.filter((word) => !small.has(word));
    const meant = [mended, mended.map((word) => classes.get(word) ?? word)].flatMap((all) => runs(all).flatMap((run) => needs.get(run) ?? []));
    return [...new Set([...(telling.length > 0 ? telling : mended), ...meant])];
  };
}

// Every run of one to six words.
const runs = (words) => words.flatMap((_, at) => [1, 2, 3, 4, 5, 6].map((length) => words.slice(at, at + length).join(" ")));

// Staff see all; families do not see what is for staff alone, as on our pages.
function shower(listings) {
  const isForStaffAlone = ({ audience }) => audience?.length > 0 && audience.every((who) => who === "staff");
  const hidden = new Set(listings.filter(isForStaffAlone).map((one) => one.id));
  return (ids, isStaff) => (isStaff ? ids : ids.filter((id) => !hidden.has(id))).slice(0, MOST);
}

// Ids by what they are worth; a library that only finds needs it.
export const ranked = (worth) => [...worth].sort(([, one], [, other]) => other - one).map(([id]) => id);

// A need as a word that nobody types.
const token = (need) => `means${need.replaceAll("-", "")}`;

// A saying without its classes ("@child") and gaps ("...").
const bare = (saying) => saying.split(" ").filter((word) => word !== "..." && !word.startsWith("@")).join(" ");

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

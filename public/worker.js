// The copy on this device. Nobody has this script until they press the button
// on keep.html; then it stores the whole directory, and answers when there is
// no connection. What it stores is one build, checked file by file, or nothing.
"use strict";

const FOLDER = new URL(self.registration.scope).pathname;
// Of this site alone: another in a folder beside it has caches of its own.
const OURS = "waymark " + FOLDER + " ";
const ABOUT = OURS + "about";
const ABOUT_KEY = FOLDER + "about-the-copy";
const PATIENCE = 3000;
const AT_ONCE = 6;
// What somebody takes away is in no copy: without a network it fails, and no
// page comes in its place under its name.
const TAKEN = /\.(vcf|ics|pdf)$/;
const MONTHS = "January February March April May June July August September October November December".split(" ");

// Set when the copy is being removed: whatever is under way then stops.
let removed = false;
let storing = null;
let looking = null;

// --- What is kept -----------------------------------------------------------

async function kept() {
  const found = await caches.match(ABOUT_KEY, { cacheName: ABOUT });
  return found && found.json();
}

async function note(about) {
  if (removed) return;
  await (await caches.open(ABOUT)).put(ABOUT_KEY, new Response(JSON.stringify(about)));
}

function stored(build, file) {
  return caches.match(FOLDER + file, { cacheName: OURS + build });
}

// What a newer copy has replaced; and all, where the browser ended this worker
// before there was a whole copy.
async function sweep() {
  if (storing || removed) return;
  const about = await kept();
  if (!about) return remove();
  const stay = [ABOUT, OURS + about.build];
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && !stay.includes(name)) await caches.delete(name);
  }
}

async function remove() {
  removed = true;
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
  await self.registration.unregister();
  return { state: "none" };
}

// --- Storing: all of it, or nothing -----------------------------------------

// The same name that the build gave; of a page, whatever its day.
async function nameOf(file, bytes) {
  if (file.endsWith(".html")) {
    const text = new TextDecoder().decode(bytes);
    bytes = new TextEncoder().encode(text.replace(/ data-made="[^"]*"/, "").replace(/This page was made on [^.]*\./, ""));
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A file of exactly this build. A host that is in the middle of a change, or
// that changes pages on their way, gives no copy rather than a mixed one. None
// of it goes into the browser's own cache, which "Remove" cannot empty.
async function fetched(file, name) {
  const answer = await fetch(FOLDER + file, { cache: "no-store" });
  const bytes = await answer.arrayBuffer();
  if ((await nameOf(file, bytes)) !== name) throw new Error(file + " is not of this build");
  const headers = new Headers(answer.headers);
  for (const header of ["content-encoding", "content-length", "vary"]) headers.delete(header);
  return new Response(bytes, { headers });
}

async function store(notice, before, tell) {
  const listed = "copy-" + notice.build + ".json";
  const list = await fetched(listed, notice.build);
  const names = await list.clone().json();
  const was = before && (await stored(before.build, "copy-" + before.build + ".json"));
  const had = was ? await was.json() : {};
  const cache = await caches.open(OURS + notice.build);
  const waiting = Object.keys(names);
  const all = waiting.length;
  let done = 0;
  let failed = false;
  const work = async () => {
    while (waiting.length && !failed && !removed) {
      const file = waiting.pop();
      const old = had[file] === names[file] && (await stored(before.build, file));
      await cache.put(FOLDER + file, old || (await fetched(file, names[file])));
      done += 1;
      if (done % 20 === 0 && !failed) tell({ state: "keeping", done, all });
    }
  };
  try {
    const workers = Array.from({ length: AT_ONCE }, () => work().catch((why) => { failed = true; throw why; }));
    await Promise.all(workers);
    if (removed) throw new Error("removed meanwhile");
    await cache.put(FOLDER + listed, list);
    await note(notice);
  } catch (why) {
    failed = true;
    await caches.delete(OURS + notice.build);
    throw why;
  }
}

function storeOnce(notice, before, tell) {
  storing = storing || store(notice, before, tell).finally(() => { storing = null; });
  return storing;
}

// --- Looking for a newer one ------------------------------------------------

// Whether a notice is what the build writes: what is not is not believed.
function isNotice(said) {
  const isDay = (day) => day === null || /^\d{4}-\d\d-\d\d$/.test(day);
  const isWay = (way) => way.length === 3 && way.every((part) => typeof part === "string") && /^(tel|sms):/.test(way[0]);
  return said.format === 1 && /^[0-9a-f]{16}$/.test(said.build) && said.made !== null
    && [said.made, said.today, said.old_from, said.checked].every(isDay)
    && Object.values(said.numbers).every((ways) => ways.every(isWay));
}

// The notice, or nothing where the site no longer has one.
async function notice() {
  const answer = await fetch(FOLDER + "copy.json", { cache: "no-store" });
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw new Error("copy.json: " + answer.status);
  const said = await answer.json();
  if (said.withdrawn !== true && !isNotice(said)) throw new Error("copy.json is of another format");
  return said;
}

// Numbers that the copy shows and that are no longer anywhere in the crisis
// file: each link with what stands in its place, or nothing. A number that
// another route still has is never touched.
function changed(was, is) {
  const now = new Set(Object.values(is).flat().map(([link]) => link));
  const found = new Map();
  for (const [route, ways] of Object.entries(was)) {
    for (const [link, number, words] of ways.filter(([link]) => !now.has(link))) {
      const next = (is[route] || []).find(([other]) => other.slice(0, 4) === link.slice(0, 4)) || null;
      const before = found.get(link);
      const same = !before || JSON.stringify(before.next) === JSON.stringify(next);
      found.set(link, { link, number, words, next: same ? next : null });
    }
  }
  return [...found.values()];
}

function look(wanted, tell) {
  if (removed) return Promise.resolve({ state: "none" });
  looking = looking || lookNow(wanted, tell).finally(() => { looking = null; });
  return looking;
}

async function lookNow(wanted, tell) {
  const about = await kept();
  if (!about) return { state: "none" };
  let said;
  try {
    said = await notice();
  } catch {
    return { ...shown(about), state: "kept", news: "unreached" };
  }
  if (said === null) {
    about.gone = today(about);
    await note(about);
    return { ...shown(about), state: "kept", news: "gone" };
  }
  if (said.withdrawn === true) return remove();
  const known = { ...about, now: said.numbers, now_checked: said.checked, gone: null };
  if (said.build === about.build) {
    await note({ ...known, ...said });
    return { ...shown({ ...known, ...said }), state: "kept", news: "same" };
  }
  // The numbers first: they must be right also if the rest does not arrive.
  await note(known);
  const changes = changed(about.numbers, said.numbers);
  for (const client of await self.clients.matchAll()) client.postMessage({ changes });
  if (!wanted && navigator.connection && navigator.connection.saveData) {
    return { ...shown(known), state: "kept", news: "spared", changes };
  }
  try {
    await storeOnce(said, about, tell);
    return { ...shown(said), state: "kept", news: "newer", changes };
  } catch {
    return { ...shown(known), state: "kept", news: "unfinished", changes };
  }
}

// --- Saying how old it is ---------------------------------------------------

function today(about) {
  if (about.today) return about.today;
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
}

function words(day) {
  const [year, month, date] = day.split("-").map(Number);
  return date + " " + MONTHS[month - 1] + " " + year;
}

function daysSince(day, about) {
  return Math.round((Date.parse(today(about)) - Date.parse(day)) / 86400000);
}

// When the numbers were checked; after 45 days, which is too long, how long ago.
function numbers(about) {
  const day = about.now ? about.now_checked : about.checked;
  if (!day) return "The publisher has not yet checked all crisis numbers.";
  const days = daysSince(day, about);
  const ago = days < 45 ? "." : ", " + Math.floor(days / 7) + " weeks ago.";
  return "Crisis numbers were checked on " + words(day) + ago;
}

// What a reader is told of a copy: its day, its age, whether it is too old.
function shown(about) {
  const days = daysSince(about.made, about);
  // A clock that says a day before the copy was made says nothing of its age.
  const known = days >= -1;
  const age = !known ? "We cannot tell how old it is: the clock of this device is wrong."
    : days < 1 ? "It was made today."
    : days === 1 ? "It is 1 day old."
    : days < 14 ? "It is " + days + " days old."
    : "It is " + Math.floor(days / 7) + " weeks old.";
  return {
    from: words(about.made),
    age,
    old: !known || !about.old_from || today(about) >= about.old_from,
    numbers: numbers(about),
    gone: about.gone ? "This site may have moved: on " + words(about.gone) + " we found no newer copy." : "",
    bytes: about.bytes,
  };
}

const PLACE = "<!--waymark:copy-->";
const FAILS = 'If a number fails, call <a href="tel:999">999</a> or <a href="tel:111">111</a>.';
const NEWS = '<p class="copy__news" role="status"></p>';
const MORE = '<a href="keep.html">About this copy</a>';

function sentences({ from, age, numbers, gone }) {
  return `You are reading the copy on this device, from ${from}. ${age} ${numbers} ${FAILS} ${gone}`;
}

function current(said) {
  return '<section class="copy" aria-label="The copy on this device"><div class="wrap">'
    + `<p>${sentences(said)} ${MORE}</p>${NEWS}</div></section>`;
}

function outdated({ from, age, numbers, gone }) {
  return '<section class="copy copy--old" aria-labelledby="copy-old"><div class="wrap"><h2 id="copy-old">This copy is too old to rely on</h2>'
    + `<p>It is from ${from}. ${age} Places may have moved or ended since then. Connect to the internet to read the new pages.</p>`
    + `<p>${numbers} ${FAILS} ${gone} <a href="urgent.html">All urgent help</a> · ${MORE}</p>${NEWS}</div></section>`
    + '<details class="copy__step"><summary class="wrap">Show the old pages anyway</summary>'
    + '<p class="wrap">These pages are old. Call a place before you count on it.</p></details>';
}

// The answers that are of the copy: their pages look for a newer one by
// themselves, with keep.js.
const fromCopy = new WeakSet();

// A page that loads nothing, as 404.html is: all is said in it, and numbers
// that have changed are changed in its text.
function alone(text, said, changes) {
  for (const { link, number, next } of changes) {
    const spelt = link.replace("&", "&amp;");
    text = text.split(`href="${spelt}"`).join(`href="${next ? next[0].replace("&", "&amp;") : "tel:111"}"`);
    // Short ones also stand in others.
    if (number.replace(/\D/g, "").length > 4) text = text.split(number).join(next ? next[1] : "(no longer used: 111)");
  }
  return text.replace(/<main[^>]*>/, (main) => main + "<p>" + sentences(said) + "</p>");
}

// A page of the copy, with what must be said of it; its scripts and what they
// ask for come from the same build.
async function page(about, file) {
  const found = await stored(about.build, file);
  if (!found) return undefined;
  const said = shown(about);
  const changes = changed(about.numbers, about.now || about.numbers);
  const marks = ` data-copy="${about.build}"${said.old ? ' data-copy-old=""' : ""} data-made="${about.made}"`
    + (changes.length ? ` data-copy-changes="${encodeURIComponent(JSON.stringify(changes))}"` : "");
  const same = "?copy=" + about.build;
  let text = await found.text();
  if (!text.includes(PLACE)) {
    text = alone(text, said, changes);
  } else text = text.replace(/ data-made="[^"]*"/, "").replace("<html ", "<html" + marks + " ")
    .replace(/This page was made on [^.]*\./, "This page was made on " + words(about.made) + ".")
    .replace(PLACE, said.old ? outdated(said) : current(said))
    .replace('src="early.js"', `src="early.js${same}"`)
    .replace(/<script src="keep.js"[^>]*><\/script>/, "")
    .replace("</head>", `<script src="keep.js${same}" defer></script></head>`);
  const answer = new Response(text, { status: file === "404.html" ? 404 : 200, headers: found.headers });
  fromCopy.add(answer);
  return answer;
}

// --- Answering --------------------------------------------------------------

// The whole page, and soon: one that breaks off half-way is not shown.
async function fromSite(request) {
  const late = new Promise((_, tell) => setTimeout(() => tell(new Error("too late")), PATIENCE));
  const whole = async () => {
    const answer = await fetch(request);
    if (answer.type === "opaqueredirect") return answer;
    if (answer.status >= 500) throw new Error("the host has failed: " + answer.status);
    return new Response(await answer.blob(), answer);
  };
  return Promise.race([whole(), late]);
}

async function opened(request, file) {
  const about = await kept().catch(() => undefined);
  if (!about) return fetch(request);
  try {
    return await fromSite(request);
  } catch (why) {
    for (const name of [file || "index.html", file + ".html", file.replace(/\/?$/, "/index.html"), "404.html"]) {
      const answer = await page(about, name);
      if (answer) return answer;
    }
    throw why;
  }
}

async function part(request, file, build) {
  // Asked for by a page of the copy: from that build, or the page opens anew.
  if (build) return (await stored(build, file)) || (file.endsWith(".html") ? Response.error() : fetch(FOLDER + file));
  if (file.endsWith(".html")) return fetch(request);
  // A name with a hash holds the same in every build.
  const found = await caches.match(FOLDER + file).catch(() => undefined);
  const isOfEveryBuild = /^[a-z]+\.js$/.test(file);
  if (found && !isOfEveryBuild) return found;
  return fetch(request).catch((why) => { if (found) return found; throw why; });
}

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = request.method === "GET" && url.origin === location.origin && url.pathname.startsWith(FOLDER);
  const file = isOurs ? decodeURI(url.pathname.slice(FOLDER.length)) : "";
  if (!isOurs || file === "copy.json" || file === "worker.js" || TAKEN.test(file) || removed) return;
  if (request.mode !== "navigate") {
    event.respondWith(part(request, file, url.searchParams.get("copy")));
    return;
  }
  const answer = opened(request, file);
  event.respondWith(answer);
  const after = async (given) => {
    await sweep();
    if (!fromCopy.has(given)) await look(false, () => {});
  };
  event.waitUntil(answer.then(after).catch(() => {}));
});

self.addEventListener("message", (event) => {
  const port = event.ports[0];
  const tell = (what) => port.postMessage(what);
  const full = (why) => why && why.name === "QuotaExceededError";
  const acts = {
    about: async () => {
      // Another page may have asked for it just now.
      if (storing) await storing.catch(() => {});
      const about = await kept();
      return about ? { ...shown(about), state: "kept" } : { state: "none" };
    },
    keep: async () => {
      removed = false;
      const said = await notice();
      if (!said || said.withdrawn === true) throw new Error("this site offers no copy");
      tell({ state: "keeping", done: 0, all: said.files });
      await storeOnce(said, await kept(), tell);
      return { ...shown(said), state: "kept", news: "new" };
    },
    look: () => look(event.data.wanted === true, tell),
    remove,
  };
  const act = acts[event.data.act];
  if (!port || !act) return;
  event.waitUntil(act().catch(async (why) => {
    const about = await kept().catch(() => undefined);
    // Nothing is left of what did not succeed.
    if (!about) await remove().catch(() => {});
    return { state: "failed", why: full(why) ? "full" : "unfinished" };
  }).then(tell));
});

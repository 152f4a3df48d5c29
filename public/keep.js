// The page's side of the copy on this device: the buttons on keep.html, and on
// a page of the copy a number that has changed. Loaded there and nowhere else.
(function () {
  "use strict";
  const root = document.documentElement;
  const folder = new URL("./", document.baseURI).href;
  const ours = "waymark " + new URL(folder).pathname + " ";
  // A worker that says nothing for so long has been ended by the browser.
  const PATIENCE = 60000;

  const find = (selector) => document.querySelector(selector);

  async function registered() {
    const found = await navigator.serviceWorker.getRegistration(folder);
    // Another site may lie above ours.
    return found && found.scope === folder ? found : undefined;
  }

  async function started(registration) {
    const worker = registration.active || registration.waiting || registration.installing;
    if (worker.state === "activated") return worker;
    return new Promise((done, fail) => {
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") done(worker);
        if (worker.state === "redundant") fail(new Error("the worker did not start"));
      });
    });
  }

  function ask(worker, act, more, tell) {
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      let late;
      const wait = () => {
        clearTimeout(late);
        late = setTimeout(() => done({ state: "failed", why: "unfinished" }), PATIENCE);
      };
      port1.onmessage = ({ data }) => {
        wait();
        if (data.state === "keeping") return tell && tell(data);
        clearTimeout(late);
        // What is told after the answer is no longer true.
        port1.close();
        done(data);
      };
      wait();
      worker.postMessage({ act, ...more }, [port2]);
    });
  }

  // --- keep.html --------------------------------------------------------------

  const FAILED = {
    full: "There is not enough free space on this device. Nothing was kept.",
    unfinished: "The copy did not arrive whole, so nothing was kept. Check the internet connection, then try again.",
    busy: "The copy is being made on another page, or it has stopped.",
    never: "This browser does not let this site keep a copy. A private window or a school computer often does not. You can print any page instead.",
    none: "This site offers no copy just now.",
    offline: "You need the internet to keep a copy. We could not reach the site.",
  };
  const NEWS = {
    newer: "A newer copy is here now.",
    same: "There is no newer copy.",
    unreached: "We could not reach the site. The copy stays as it is.",
    unfinished: "The newer copy did not arrive whole. The one you have stays.",
    new: "The copy is on this device now.",
  };

  function show(words, buttons) {
    const state = find("#keep .keep__state");
    if (!state) return;
    state.textContent = words;
    find("#keep .keep__progress").hidden = true;
    document.querySelectorAll("#keep [data-keep]").forEach((button) => {
      button.hidden = !buttons.includes(button.dataset.keep);
    });
  }

  function showKept(said) {
    const news = NEWS[said.news] || "A copy is kept on this device.";
    show([news, "It is from " + said.from + ".", said.age, said.numbers, said.gone].filter(Boolean).join(" "), ["look", "remove"]);
  }

  function showProgress({ done, all }) {
    const state = find("#keep .keep__state");
    if (!state) return;
    const words = "The copy is being made. Leave this page open.";
    // Said once, and not at each step.
    if (state.textContent !== words) show(words, []);
    const bar = find("#keep .keep__progress");
    bar.hidden = false;
    bar.max = all;
    bar.value = done;
  }

  async function offer(before) {
    const answer = await fetch(new URL("copy.json", folder), { cache: "no-store" }).catch(() => undefined);
    const said = answer && answer.ok ? await answer.json().catch(() => undefined) : undefined;
    if (!answer) return show(before || FAILED.offline, []);
    if (!said || !said.bytes) return show(before || FAILED.none, []);
    const size = "A copy takes " + (said.bytes / 1000000).toFixed(1) + " MB (" + said.bytes.toLocaleString("en-GB") + " bytes).";
    show((before || "There is no copy on this device.") + " " + size, ["keep"]);
  }

  async function begin() {
    if (!find("#keep")) return;
    try {
      const names = await caches.keys();
      const registration = await registered();
      if (!registration) {
        await clear(names);
        return await offer();
      }
      const said = await ask(await started(registration), "about");
      if (said.state === "kept") return showKept(said);
      if (said.state === "failed") return show(FAILED.busy, ["remove"]);
      // A worker without a copy: it was ended before it had finished.
      await remove();
      await offer();
    } catch {
      show(FAILED.never, []);
    }
  }

  async function keep() {
    let registration;
    try {
      registration = await navigator.serviceWorker.register(new URL("worker.js", folder), { scope: folder });
      const said = await ask(await started(registration), "keep", {}, showProgress);
      // A page that was opened meanwhile may have taken it for a leftover.
      if (said.state === "kept" && !(await registered())) {
        await navigator.serviceWorker.register(new URL("worker.js", folder), { scope: folder });
      }
      if (said.state === "kept") return showKept(said);
      await remove();
      show(FAILED[said.why] || FAILED.unfinished, ["keep"]);
    } catch {
      if (registration) await remove().catch(() => {});
      show(FAILED.never, []);
    }
  }

  async function lookAgain() {
    const registration = await registered();
    if (!registration) return begin();
    const said = await ask(await started(registration), "look", { wanted: true }, showProgress);
    if (said.state === "kept") showKept(said);
    else await begin();
  }

  async function clear(names) {
    for (const name of names) if (name.startsWith(ours)) await caches.delete(name);
  }

  // The worker stops what it is doing and removes all; then we look ourselves.
  async function remove() {
    const registration = await registered();
    const late = new Promise((done) => setTimeout(done, 5000));
    if (registration && registration.active) await Promise.race([ask(registration.active, "remove"), late]);
    await clear(await caches.keys());
    const left = await registered();
    if (left) await left.unregister();
    root.removeAttribute("data-copy");
  }

  async function removeAndSay() {
    await remove();
    await offer("The copy is removed. Nothing of it is left on this device.");
  }

  const acts = { keep, look: lookAgain, remove: removeAndSay };
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-keep]");
    const act = button && acts[button.dataset.keep];
    if (!act) return;
    show("One moment.", []);
    act().catch(() => show(FAILED.never, [])).then(() => {
      // The button that had the focus may be gone.
      const next = find("#keep [data-keep]:not([hidden])");
      if (next && document.activeElement === document.body) next.focus();
    });
  });

  // --- A page of the copy -----------------------------------------------------

  let known = [];
  const done = new WeakSet();
  const GONE = "This number is no longer used. Call 999 or 111.";

  function say(words) {
    const news = find(".copy__news");
    if (news) news.textContent = words;
  }

  // Only whole numbers: "111" alone also stands in other numbers.
  const isLong = (number) => number.replace(/\D/g, "").length > 4;

  function replaceIn(node) {
    if (node.nodeType === Node.TEXT_NODE) return replaceText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const links = [node, ...node.querySelectorAll("a[href]")];
    for (const one of known) {
      for (const link of links.filter((link) => link.getAttribute("href") === one.link)) {
        link.setAttribute("href", one.next ? one.next[0] : "urgent.html");
        const texts = [];
        const walk = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
        texts.forEach((text, at) => {
          const put = (words) => { text.data = words; done.add(text); };
          const [, number, words] = one.next || [];
          if (!one.next) put(at ? "" : GONE);
          else if (text.data.includes(one.words)) put(text.data.split(one.words).join(words));
          else put(text.data.split(one.number).join(number));
        });
      }
    }
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) replaceText(walk.currentNode);
  }

  function replaceText(text) {
    if (done.has(text)) return;
    for (const one of known.filter((one) => isLong(one.number) && text.data.includes(one.number))) {
      text.data = text.data.split(one.number).join(one.next ? one.next[1] : "(no longer used: call 999 or 111)");
      done.add(text);
    }
  }

  function change(changes) {
    const news = changes.filter((one) => !known.some((other) => JSON.stringify(other) === JSON.stringify(one)));
    if (!news.length) return false;
    // What the app draws later is changed as it comes.
    if (!known.length) {
      new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach(replaceIn)))
        .observe(document.body, { childList: true, subtree: true });
    }
    known = known.concat(news);
    replaceIn(document.body);
    return true;
  }

  const CHANGED = "A number for urgent help has changed. This page shows it as it is now.";

  async function look() {
    const registration = await registered();
    if (!registration || !registration.active) return;
    const said = await ask(registration.active, "look");
    if (change(said.changes || [])) return say(CHANGED);
    if (said.news === "newer") say("A newer copy has come. You will see it on the next page.");
  }

  function follow() {
    change(JSON.parse(decodeURIComponent(root.getAttribute("data-copy-changes") || "%5B%5D")));
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (data && data.changes && change(data.changes)) say(CHANGED);
    });
    navigator.serviceWorker.startMessages();
    addEventListener("online", () => look().catch(() => {}));
    return look();
  }

  begin();
  if (root.hasAttribute("data-copy")) follow().catch(() => {});
})();

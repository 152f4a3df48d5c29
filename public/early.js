// Before the first paint, without the app. Stores nothing, sends nothing.
// If it is blocked, Leave is a plain link and filter controls stay hidden.
(function () {
  var root = document.documentElement;
  var shifts = [];

  root.setAttribute("data-script", "");

  // Filters in the address: the static list does not know them.
  if (root.getAttribute("data-page") === "results" && /^#.*=/.test(location.hash)) {
    root.setAttribute("data-filtered", "");
  }

  function isStarting() {
    return !root.hasAttribute("data-ready") && !root.hasAttribute("data-failed");
  }

  function failed() {
    if (!isStarting()) return;
    root.setAttribute("data-failed", "");
    if (root.getAttribute("data-going")) location.assign(root.getAttribute("data-going"));
  }

  // While the app is on its way the filter panel opens and closes already. The
  // way on waits for the app, so that what was ticked or typed goes along.
  function meanwhile(event) {
    var thing = event.target.closest && event.target.closest("[data-do=panel], [data-do=show], a[data-do], [data-go]");
    if (!thing || !isStarting() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (thing.href) return go(event, thing);
    var box = thing.closest(".filters");
    var isOpen = thing.getAttribute("data-do") === "panel" && !box.classList.contains("filters--open");
    box.classList.toggle("filters--open", isOpen);
    box.querySelector("[data-do=panel]").setAttribute("aria-expanded", String(isOpen));
  }

  function go(event, link) {
    var fields = document.querySelectorAll("#app input, #app select");
    var isTouched = [].some.call(fields, function (field) {
      return field.selectedIndex > 0 || field.checked !== field.defaultChecked || (!field.options && field.value !== field.defaultValue);
    });
    if (!isTouched) return;
    event.preventDefault();
    root.setAttribute("data-going", link.href);
  }

  // Replaces this page, so that Back does not return to it. History stays.
  function leave() {
    var link = document.getElementById("leave");
    if (!link) return;
    root.hidden = true;
    document.title = " ";
    location.replace(link.href);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("#leave, #again, .skip");
    if (!link) return;
    event.preventDefault();
    if (link.id === "leave") return leave();
    // The address keeps what was chosen.
    if (link.id === "again") return location.reload();
    var main = document.getElementById("main");
    if (main) { main.focus(); main.scrollIntoView(); }
  }, true);

  document.addEventListener("click", meanwhile);

  // Paper says where it is from, without what was chosen.
  addEventListener("beforeprint", function () {
    var foot = document.querySelector(".foot .wrap");
    if (foot) foot.setAttribute("data-from", location.host + location.pathname);
  });

  // A sheet of paper needs no app.
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("[data-print]")) print();
  });

  // No form is sent anywhere, also before the app hears it.
  document.addEventListener("submit", function (event) {
    event.preventDefault();
    var link = document.querySelector("[data-go]");
    if (isStarting()) root.setAttribute("data-going", link ? link.href : "");
  }, true);

  // Shift three times within five seconds, nothing else between.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") { shifts = []; return; }
    if (event.repeat) return;
    var now = Date.now();
    shifts = shifts.filter(function (then) { return now - then < 5000; });
    shifts.push(now);
    if (shifts.length === 3) leave();
  }, true);

  // Back may show the page again.
  addEventListener("pageshow", function () { root.hidden = false; });

  // The app cannot start; if it does after all, data-ready wins.
  if (typeof WebAssembly !== "object") failed();
  addEventListener("error", function (event) {
    if (event.target === window || event.target.tagName === "SCRIPT") failed();
  }, true);
  addEventListener("unhandledrejection", failed);
  addEventListener("load", function () { setTimeout(failed, 15000); });
})();

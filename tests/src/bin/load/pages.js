// Notes for each link that is followed, and for each choice, how long it takes
// until the frame in which it is drawn has been made.
(() => {
  const drawn = [];
  Object.defineProperty(window, "__drawn", { value: drawn });
  const heading = () => document.querySelector("main h1")?.textContent;
  const file = (href) => href.split("#")[0];
  const afterFrame = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  };
  const once = (is, from) => requestAnimationFrame(() =>
    is() ? afterFrame((now) => drawn.push(now - from)) : once(is, from));

  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    const [before, next, from] = [heading(), file(link.href), event.timeStamp];
    once(() => file(location.href) === next && heading() !== before, from);
  }, true);

  const shown = (one) => (one.labels?.[0] ?? one).checkVisibility();
  const choices = "main input[type=checkbox], main input[type=radio], main select, main input[role=combobox]";
  // Choices may lie in a part that is closed.
  window.__open = () => document.querySelectorAll(choices).forEach((one) => {
    const part = one.closest("details");
    if (part) part.open = true;
  });
  // Makes the first choice that the page has; says whether it has one.
  window.__choose = () => {
    const one = [...document.querySelectorAll(choices)].find((one) => shown(one) && !(one.type === "radio" && one.checked));
    if (!one) return false;
    const from = performance.now();
    if (one.localName === "select") {
      one.selectedIndex = one.selectedIndex ? 0 : one.options.length - 1;
      one.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (one.getAttribute("role") === "combobox") {
      one.value = "s";
      one.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      one.click();
    }
    once(() => true, from);
    return true;
  };
})();

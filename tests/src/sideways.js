// What sticks out to the right, or to the left, of a page that should not
// scroll sideways. Nothing is listed when the page itself does not scroll:
// a table may scroll within a frame of its own.
const root = document.documentElement;
const width = root.clientWidth;
if (Math.max(root.scrollWidth, document.body.scrollWidth) <= width) return [];
const wide = [...document.querySelectorAll("body *")].filter((element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
});
const words = wide.map((element) => {
  const box = element.getBoundingClientRect();
  const name = element.localName + (element.id ? "#" + element.id : "") +
    [...element.classList].map((one) => "." + one).join("");
  return `${name} from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`;
});
return [`the page is ${root.scrollWidth} wide on a screen of ${width}`, ...words.slice(0, 20)];

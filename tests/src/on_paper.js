// What of the page is to be read on paper: each piece of text that print shows.
const small = (box) => box.width <= 2 || box.height <= 2;
const heard = (from) => {
  for (let on = from; on; on = on.parentElement)
    if (getComputedStyle(on).overflow !== 'visible' && small(on.getBoundingClientRect())) return true;
  return false;
};
const left = 'script, style, noscript, template, select, textarea, svg';
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) {
  const [text, on] = [walker.currentNode.data.trim(), walker.currentNode.parentElement];
  if (!text || on.closest(left) || heard(on)) continue;
  if (on.checkVisibility({ visibilityProperty: true, opacityProperty: true })) texts.push(text);
}
return texts;

// Finds what a person would mean by "the button Send in the form Tell us".
//
// Roles and names are worked out by axe-core, whose rules are the standard's
// and the same in every engine. Arguments: the path of steps, outermost first.
// A step is { css } or { role, name }; in a name `*` stands for any words.
const [path] = arguments;
const axe = window.axe;
if (!axe || !axe.commons) return { blind: true };

const places = {
  button: "button, summary, input[type=submit], input[type=button], input[type=reset]",
  link: "a[href], area[href]",
  heading: "h1, h2, h3, h4, h5, h6",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  textbox: "input, textarea",
  searchbox: "input",
  combobox: "select, input",
  list: "ul, ol, menu",
  listbox: "select",
  listitem: "li",
  option: "option",
  article: "article",
  region: "section",
  navigation: "nav",
  banner: "header",
  contentinfo: "footer",
  main: "main",
  complementary: "aside",
  table: "table",
  row: "tr",
  cell: "td",
  columnheader: "th",
  rowheader: "th",
  group: "fieldset, details, optgroup",
  status: "output",
  form: "form",
  search: "search",
  dialog: "dialog",
  img: "img, svg",
  alert: "[role=alert]",
};

const tidy = (text) => (text || "").replace(/\s+/g, " ").trim();
const pattern = (words) =>
  new RegExp("^" + words.split("*").map((part) =>
    tidy(part) === part ? part : part.replace(/\s+/g, " ")
  ).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*") + "$", "is");
const roleOf = (element) =>
  element.localName === "summary" ? "button" : axe.commons.aria.getRole(element);

axe.setup(document.documentElement);
try {
  let scopes = [document.documentElement];
  for (const step of path) {
    const wanted = step.css || `${places[step.role] || "*"}, [role~="${step.role}"]`;
    const words = step.name === undefined ? null : pattern(step.name);
    const found = new Set();
    for (const scope of scopes) {
      for (const element of scope.querySelectorAll(wanted)) {
        if (!axe.commons.dom.isVisibleToScreenReaders(element)) continue;
        if (step.role && roleOf(element) !== step.role) continue;
        if (words && !words.test(tidy(axe.commons.text.accessibleText(element)))) continue;
        found.add(element);
      }
    }
    scopes = [...found];
    if (step.nth !== undefined) scopes = scopes.slice(step.nth, step.nth + 1);
  }
  return {
    found: scopes.slice(0, 500).map((element) => ({
      element,
      role: roleOf(element),
      name: tidy(axe.commons.text.accessibleText(element)),
      text: tidy(element.innerText),
    })),
  };
} finally {
  axe.teardown();
}

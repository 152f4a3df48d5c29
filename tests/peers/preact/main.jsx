// A directory as a good front-end developer would write it today: Preact, with
// MiniSearch for words. Loads, indexes, shows the first rows and the filters.
import { render } from "preact";
import { useMemo, useState } from "preact/hooks";
import { GROUPS, LABELS } from "./vocabulary.js";
import { find, index } from "./search.js";

const FIRST = 20;
const label = (group, value, areas) => (group === "area" ? areas[value] : LABELS[group][value]) || value;

function Filters({ chosen, counts, areas, onToggle }) {
  return (
    <form aria-label="Filters">
      {Object.entries(GROUPS).map(([group, title]) => (
        <fieldset key={group}>
          <legend>{title}</legend>
          <ul>
            {Object.keys(group === "area" ? areas : LABELS[group]).map((value) => (
              <li key={value}>
                <label>
                  <input type="checkbox" checked={chosen[group].has(value)} onChange={() => onToggle(group, value)} />
                  {label(group, value, areas)}
                  <span>{counts[group][value] || 0}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </form>
  );
}

function Card({ one, areas }) {
  const { phones = [], web } = one.contacts || {};
  return (
    <li class="card" data-id={one.id}>
      <h2><a href={`service/${one.id}.html`}>{one.name}</a></h2>
      {one.provider && <p>{one.provider}</p>}
      <p>{one.summary}</p>
      {one.access && one.access.route && <p>{one.access.route}</p>}
      <ul class="facts">
        {one.ages && <li>Ages {one.ages.from ?? 0} to {one.ages.to ?? 25}</li>}
        {one.cost && <li>Cost: {LABELS.cost[one.cost.kind] || one.cost.kind}</li>}
        {one.formats && <li>{one.formats.map((format) => label("format", format)).join(", ")}</li>}
        <li>Where: {one.area.places.map((place) => areas[place] || place).join(", ")}</li>
      </ul>
      {phones[0] && <p><a class="button" href={`tel:${phones[0].number.replace(/ /g, "")}`}>Call {phones[0].number}</a></p>}
      {web && <p><a class="button" href={web}>Open their website</a></p>}
    </li>
  );
}

function Directory({ bundle }) {
  const indexed = useMemo(() => index(bundle), [bundle]);
  const areas = useMemo(
    () => Object.fromEntries(bundle.site.areas.filter((area) => area.choice).map((area) => [area.slug, area.label])), [bundle]);
  const [chosen, setChosen] = useState(() => Object.fromEntries(Object.keys(GROUPS).map((group) => [group, new Set()])));
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(FIRST);
  const { found, counts } = useMemo(() => find(indexed, chosen, typed), [indexed, chosen, typed]);
  const toggle = (group, value) => {
    const next = new Set(chosen[group]);
    if (!next.delete(value)) next.add(value);
    setChosen({ ...chosen, [group]: next });
    setShown(FIRST);
  };
  return (
    <>
      <h1>Places to try</h1>
      <p role="status">{found.length} to try</p>
      <div class="results">
        <div>
          <label>In your own words <input type="search" value={typed} onInput={(event) => setTyped(event.target.value)} /></label>
          <Filters chosen={chosen} counts={counts} areas={areas} onToggle={toggle} />
        </div>
        <div>
          <ul class="list">{found.slice(0, shown).map((one) => <Card key={one.id} one={one} areas={areas} />)}</ul>
          {found.length > shown && <button class="button" onClick={() => setShown(shown + FIRST)}>Show more</button>}
        </div>
      </div>
    </>
  );
}

const place = document.getElementById("app");
try {
  const answer = await fetch(document.querySelector("script[data-directory]").dataset.directory);
  const bundle = await answer.json();
  place.replaceChildren();
  render(<Directory bundle={bundle} />, place);
} catch {
  place.textContent = "The list could not be loaded. Please try again.";
}

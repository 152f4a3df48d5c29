//! What each page says to machines: nothing but allowed properties, and nothing
//! that a reader of the page is not told.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use directory::age::{AgeRange, OLDEST};
use directory::day::Day;
use directory::freshness::{Freshness, Terms};
use serde_json::Value;
use waymark_tests::page::nothing;

use super::heads::{all_sites, released};
use super::settled::own_fact;
use super::{Site, plain, values, words};

/// The types that may stand in a page, each with its properties: those of
/// schema.org that mean what the directory knows. Whoever adds one says why in
/// `docs/ARCHITECTURE.md`; that each exists is proved by the suite `schema`.
const ALLOWED: [(&str, &str); 12] = [
    ("WebPage", "name description inLanguage url breadcrumb lastReviewed mainEntity"),
    ("BreadcrumbList", "itemListElement"),
    ("ItemList", "itemListElement"),
    ("ListItem", "position name item url"),
    ("Service", "name alternateName description provider areaServed audience availableChannel hoursAvailable offers"),
    ("Course", "name alternateName description provider audience educationalLevel offers"),
    ("Organization", "name"),
    ("AdministrativeArea", "name"),
    ("PeopleAudience", "suggestedMinAge suggestedMaxAge description"),
    ("EducationalAudience", "educationalRole"),
    ("ServiceChannel", "servicePhone serviceSmsNumber serviceUrl"),
    ("ContactPoint", "telephone description"),
];

/// Those whose every value is fixed or a number.
const FIXED: [(&str, &str); 2] =
    [("Offer", "price priceCurrency"), ("OpeningHoursSpecification", "dayOfWeek opens closes")];

/// The block of data of a page.
fn data(path: &str, text: &str) -> Result<Value> {
    let blocks: Vec<_> = text.split("<script type=\"application/ld+json\">").skip(1).collect();
    ensure!(blocks.len() == 1, "{path} has {} blocks of data", blocks.len());
    let block = blocks[0].split("</script>").next().unwrap_or_default();
    serde_json::from_str(block).with_context(|| format!("the data of {path} is no JSON: {block}"))
}

/// Every page with its data; the page for what is not there has none.
fn pages(site: &Site) -> Result<Vec<(&str, &str, Value)>> {
    let pages = site.pages().filter(|(path, _)| *path != "404.html");
    pages.map(|(path, text)| Ok((path, text, data(path, text)?))).collect()
}

/// Each thing in a value, the value itself too.
fn things<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| things(value, found)),
        Value::Object(fields) => {
            found.push(value);
            fields.values().for_each(|value| things(value, found));
        }
        _ => {}
    }
}

fn all_things(value: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    things(value, &mut found);
    found
}

/// The values of a property, in every thing of a type.
fn of<'a>(value: &'a Value, kind: &str, property: &str) -> Vec<&'a Value> {
    let all = all_things(value).into_iter().filter(|thing| thing["@type"] == kind);
    all.map(|thing| &thing[property]).filter(|value| !value.is_null()).collect()
}

#[test]
fn every_page_has_data_of_allowed_types_and_properties_alone() -> Result<()> {
    let mut seen = BTreeSet::new();
    for site in all_sites()? {
        for (path, _, data) in pages(&site)? {
            ensure!(data["@context"] == "https://schema.org" && data["@type"] == "WebPage", "{path} is no page");
            for thing in all_things(&data) {
                let kind = thing["@type"].as_str().with_context(|| format!("{path}: a thing without a type"))?;
                let allowed = ALLOWED.iter().chain(&FIXED).find(|(one, _)| *one == kind);
                let (kind, allowed) = allowed.with_context(|| format!("{path} has the type {kind}"))?;
                for (property, value) in thing.as_object().context("no object")? {
                    let is_root = property == "@context" && *kind == "WebPage";
                    let is_allowed = is_root || property == "@type" || allowed.split(' ').any(|one| one == property);
                    ensure!(is_allowed, "{path}: {kind} has {property}");
                    ensure!(!matches!(value, Value::Null) && *value != "", "{path}: {kind}.{property} is empty");
                    seen.insert(format!("{kind}.{property}"));
                }
            }
        }
    }
    // What no page has any more is taken out of the table.
    for (kind, properties) in ALLOWED.iter().chain(&FIXED) {
        let unseen: Vec<_> = properties.split(' ').map(|property| format!("{kind}.{property}")).collect();
        nothing(
            "in the table and in no page",
            &unseen.into_iter().filter(|one| !seen.contains(one)).collect::<Vec<_>>(),
        )?;
    }
    Ok(())
}

#[test]
fn machines_are_told_nothing_that_the_page_does_not_say() -> Result<()> {
    const WORDS: [&str; 7] =
        ["name", "alternateName", "description", "telephone", "educationalRole", "educationalLevel", "suggestedMinAge"];
    for site in all_sites()? {
        let mut untold = Vec::new();
        for (path, text, data) in pages(&site)? {
            let shown = text.split("application/ld+json").next().unwrap_or_default();
            let head = plain(shown.split("</head>").next().unwrap_or_default()).to_lowercase();
            let body = words(shown.split("</head>").nth(1).unwrap_or_default()).to_lowercase();
            let is_told = |said: &str| {
                let said = said.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                body.contains(&said) || head.contains(&said)
            };
            for thing in all_things(&data).into_iter().filter(|thing| thing["@type"] != "ListItem") {
                for (property, value) in thing.as_object().into_iter().flatten() {
                    let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
                    let texts = values.iter().filter_map(Value::as_str);
                    let is_text = WORDS.contains(&property.as_str());
                    untold.extend(texts.filter(|said| is_text && !is_told(said)).map(|said| format!("{path}: {said}")));
                }
            }
            for web in of(&data, "ServiceChannel", "serviceUrl") {
                let web = web.as_str().unwrap_or_default();
                ensure!(values(text, "href").any(|href| plain(href) == web), "{path} does not link {web}");
            }
        }
        nothing("told to machines alone", &untold)?;
    }
    Ok(())
}

/// The digits of every link of the page's own contacts that begins so.
fn linked(text: &str, scheme: &str) -> Result<BTreeSet<String>> {
    let contacts = text.split("aria-label=\"Get in touch\"").nth(1).context("no contacts")?;
    let contacts = contacts.split("</section>").next().unwrap_or_default();
    let links = values(contacts, "href").filter_map(|href| href.strip_prefix(scheme));
    Ok(links.map(|rest| rest.split('?').next().unwrap_or_default().to_owned()).collect())
}

/// The digits of every number that machines are told.
fn told(data: &Value, property: &str) -> BTreeSet<String> {
    let points = of(data, "ServiceChannel", property);
    let numbers = points.iter().filter_map(|point| point["telephone"].as_str());
    numbers.map(|number| number.replace(' ', "")).collect()
}

#[test]
fn machines_are_told_the_ages_and_numbers_of_the_page() -> Result<()> {
    let (mut ages, mut numbers, mut services) = (0, 0, 0);
    for site in all_sites()? {
        for (path, text, data) in pages(&site)? {
            if data["mainEntity"]["@type"] != "Service" {
                continue;
            }
            services += 1;
            for (scheme, property) in [("tel:", "servicePhone"), ("sms:", "serviceSmsNumber")] {
                let (linked, told) = (linked(text, scheme)?, told(&data, property));
                ensure!(linked == told, "{path}: {linked:?} on the page, {told:?} for machines");
                numbers += told.len();
            }
            let said = own_fact(text, "Ages").with_context(|| format!("{path} says nothing of ages"))?;
            let age = |property: &str| of(&data, "PeopleAudience", property).first().and_then(|age| age.as_u64());
            let (from, to) = (age("suggestedMinAge"), age("suggestedMaxAge"));
            let is_stated = said != "Not known" && !said.contains("we believe") && !said.starts_with("Any age");
            ensure!((from.is_some() || to.is_some()) == is_stated, "{path} says \"{said}\", {from:?} and {to:?}");
            if is_stated {
                let range =
                    AgeRange::new(from.unwrap_or(0), to.unwrap_or(u64::from(OLDEST))).context("no such ages")?;
                let (said, range) = (said.to_lowercase(), range.words());
                ensure!(
                    said == range || said.starts_with(&format!("{range},")),
                    "{path} says \"{said}\", not \"{range}\""
                );
                ages += 1;
            }
            let cost = own_fact(text, "Cost").with_context(|| format!("{path} says nothing of cost"))?;
            let is_free = !of(&data, "Service", "offers").is_empty();
            ensure!(is_free == (cost == "Free"), "{path} says \"{cost}\", and free is {is_free}");
        }
    }
    ensure!(services > 100 && ages > 20 && numbers > 50, "{services} services, {ages} ages, {numbers} numbers seen");
    Ok(())
}

/// Whether an entry was checked so long ago, on the day for which a page was
/// drawn, that the page says to call first.
fn is_very_late(site: &Site, entry: &Value, text: &str) -> Result<bool> {
    let file = site.entry("site.json")?;
    let starts = file["terms"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let terms = Terms::new(starts).context("no terms")?;
    let made = values(text, "data-made").next().and_then(Day::read).context("drawn for no day")?;
    let checked = entry["checked"]["on"].as_str().and_then(Day::read);
    Ok(terms.freshness(checked, made) == Freshness::VeryLate)
}

#[test]
fn what_has_ended_or_is_in_doubt_is_no_service_for_machines() -> Result<()> {
    let mut warned = 0;
    for site in all_sites()? {
        for (id, entry) in site.entries()?.iter().filter(|(_, entry)| entry["standing"] != "held") {
            for (path, text) in site.own_pages(id)? {
                let is_warned = entry["standing"] != "active"
                    || entry["availability"]["state"] == "paused"
                    || is_very_late(&site, entry, text)?;
                let expected = match entry["kind"].as_str().unwrap_or_default() {
                    _ if is_warned => Value::Null,
                    "training" => "Course".into(),
                    "resource" | "funding" | "contact" => Value::Null,
                    _ => "Service".into(),
                };
                let about = &data(&path, text)?["mainEntity"]["@type"];
                ensure!(*about == expected, "{path} is {about} for machines, and not {expected}");
                warned += usize::from(is_warned);
            }
        }
    }
    ensure!(warned > 10, "only {warned} pages warn of what they are about");
    Ok(())
}

#[test]
fn a_list_for_machines_is_the_list_that_fits() -> Result<()> {
    let site = released()?;
    let mut lists = 0;
    for (path, text, data) in pages(&site)?.into_iter().filter(|(_, _, data)| data["mainEntity"]["@type"] == "ItemList")
    {
        let rows =
            text.split(" data-id=\"").skip(1).filter(|row| !row.split('>').next().unwrap_or("").contains("\"may\""));
        let rows: Vec<_> = rows.filter_map(|row| row.split('"').next()).collect();
        let items = data["mainEntity"]["itemListElement"].clone();
        let items = items.as_array().cloned().unwrap_or_else(|| vec![items.clone()]);
        let ids = items.iter().filter_map(|item| item["url"].as_str()?.rsplit('/').next()?.strip_suffix(".html"));
        ensure!(ids.collect::<Vec<_>>() == rows, "{path} shows {rows:?}");
        ensure!(items.iter().zip(1..).all(|(item, place)| item["position"] == place), "{path} counts wrongly");
        lists += 1;
    }
    ensure!(lists > 10, "only {lists} lists");
    Ok(())
}

#[test]
fn hostile_words_stay_words_in_the_head_and_in_the_data_of_a_page() -> Result<()> {
    let site = released()?;
    let entry = site.entries()?.remove("hostile-words").context("no hostile entry")?;
    let [(_, plain_page), _] = site.own_pages("meadow-counselling")?;
    let count = |text: &str, part: &str| text.matches(part).count();
    for (path, text) in site.own_pages("hostile-words")? {
        for part in ["<script", "</script", "<title", "<meta", "<main", "<html", "</body"] {
            ensure!(count(text, part) == count(plain_page, part), "{path} has another number of {part}");
        }
        ensure!(!text.contains("<img") && !text.contains("<script>"), "{path} has an element of the data");
        let data = data(&path, text)?;
        let name = entry["name"].as_str().context("no name")?;
        ensure!(data["mainEntity"]["name"] == name, "{path}: the name has changed");
        ensure!(data["mainEntity"]["description"] == entry["summary"], "{path}: the summary has changed");
        ensure!(data["mainEntity"]["provider"]["name"] == entry["provider"], "{path}: the provider has changed");
        let title = text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
        ensure!(plain(title).starts_with(name), "{path}: the title has changed: {title}");
    }
    Ok(())
}

//! A site that is drawn on each day of a year: on none of them its pages offer
//! what is past, or hide what is open.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anyhow::{Context, Result, anyhow, ensure};
use directory::day::Day;
use serde_json::{Value, json};

/// A page around every page, with all its places.
const SHELL: &str = "<html data-page=\"WAYMARK_PAGE\"><head><!--waymark:head--><!--waymark:staff--><!--/waymark:staff--><!--waymark:away--><!--/waymark:away--><!--waymark:keeper--><!--/waymark:keeper-->\
    <meta name=\"theme-color\" content=\"#8f1d2c\"><!--waymark:colours--></head><body>\
    <a href=\"WAYMARK_SELF#main\">Skip</a><a href=\"WAYMARK_LEAVE\">Leave</a><!--waymark:crisis-strip-->\
    <!--waymark:name--><!--waymark:site--><!--waymark:copy--><!--waymark:page--><!--waymark:trial--><!--waymark:linked-data-->\
    <!--waymark:staff-app './s.js' './s_bg.wasm'--><!--waymark:shortlist-app './l.js' './l_bg.wasm'--><!--waymark:keeper-app './k.js' './k_bg.wasm'--><script type=\"module\">import init from './a.js'; init({ module_or_path: './a_bg.wasm' });</script></body></html>";

/// Offers of money by their two days, as texts that sort as days do.
const OFFERS: [(&str, &str, &str); 9] = [
    ("spring", "2026-01-05", "2026-03-31"),
    ("one-day", "2026-02-28", "2026-02-28"),
    ("month", "2026-06-01", "2026-06-30"),
    ("summer", "2026-05-20", "2026-09-02"),
    ("year-end", "2026-11-01", "2027-01-31"),
    ("last-year", "2025-09-01", "2026-01-01"),
    ("long-over", "2025-01-01", "2025-12-31"),
    ("year-after", "2027-01-01", "2027-02-01"),
    ("whole-year", "2026-01-01", "2026-12-31"),
];

/// Dates of a course by their first and last day.
const DATES: [(&str, &str); 6] = [
    ("2025-12-31", "2025-12-31"),
    ("2026-01-01", "2026-01-01"),
    ("2026-02-27", "2026-03-02"),
    ("2026-07-14", "2026-07-14"),
    ("2026-12-31", "2027-01-02"),
    ("2027-06-01", "2027-06-01"),
];

/// A bundle with a course and each of the offers that pays for it.
fn bundle() -> String {
    let route = json!({ "id": "one", "name": "One", "group": "everyone", "block": true, "says": "Call.",
        "call": "999", "sources": [] });
    let line = json!({ "lead": "Now:", "route": "one", "link": "call", "tail": "" });
    let area = json!({ "slug": "a", "label": "A", "choice": true, "next_step": "Ask." });
    let entry = |id: &str, kind: &str| {
        json!({ "id": id, "name": id, "kind": kind, "standing": "active", "summary": "Made up for tests.",
            "needs": ["whole-school"], "thrive": [], "audience": ["staff"], "area": { "places": ["national"] } })
    };
    let offer = |(id, opens, closes): &(&str, &str, &str)| {
        let mut offer = entry(id, "funding");
        offer["funding"] = json!({ "opens": opens, "closes": closes, "pays_for": ["course"] });
        offer
    };
    let mut listings: Vec<Value> = OFFERS.iter().map(offer).collect();
    listings.push(entry("course", "training"));
    let mut dated = entry("dated", "training");
    let dates: Vec<_> = DATES.iter().map(|(on, until)| json!({ "on": on, "until": until })).collect();
    dated["training"] = json!({ "suits": "all", "roles": ["all-staff"], "dates": dates });
    listings.push(dated);
    listings.push(entry("undated", "funding"));
    let site = json!({ "format": 1, "name": "Name", "strapline": "Words", "publisher": { "name": "P" },
        "release": "none", "gathered": "2025-01-01", "leave_to": "https://example.org/", "advice": "b",
        "areas": [area], "terms": ["01-01", "04-15", "09-01"] });
    let crisis = json!({ "format": 1, "strip": [line, line, line], "routes": [route] });
    json!({ "format": 1, "made": "2025-01-01", "site": site, "crisis": crisis, "words": {}, "listings": listings })
        .to_string()
}

/// Every day of 2026, as files write it.
fn days() -> impl Iterator<Item = (String, Day)> {
    let days = (1..=12).flat_map(|month| (1..=31).filter_map(move |day| Day::of(2026, month, day)));
    days.map(|day| (day.iso(), day))
}

/// A day as files write it, the day, and the pages for staff that were drawn on it.
type DrawnDay = (String, Day, BTreeMap<String, String>);

/// The year is drawn once for all that is asked of it.
static YEAR: LazyLock<Result<Vec<DrawnDay>, String>> = LazyLock::new(|| {
    let bundle = bundle();
    let draw = |(iso, day): (String, Day)| {
        let drawn = prerender::site(SHELL, &bundle, day, true).map_err(|why| why.to_string())?;
        let staff = drawn.files.into_iter().filter(|file| file.path.starts_with("staff/"));
        Ok((iso, day, staff.map(|file| (file.path, file.text)).collect()))
    };
    days().map(draw).collect()
});

fn year() -> Result<&'static [DrawnDay]> {
    YEAR.as_deref().map_err(|why| anyhow!("{why}"))
}

/// How each offer stands on a day, as texts compare.
fn stands(opens: &str, closes: &str, today: &str) -> &'static str {
    match (today < opens, closes < today) {
        (true, _) => "Opening after",
        (_, true) => "Closed before",
        _ if opens <= today && today[..7] == closes[..7] => "Open on, and closing in",
        _ => "Open on, for longer",
    }
}

/// Each row of a page's tables, with how it stands as their captions say.
fn rows(page: &str) -> Result<BTreeMap<String, String>> {
    let mut rows = BTreeMap::new();
    for table in page.split("<table").skip(1) {
        let table = table.split("</table>").next().context("a table ends")?;
        let caption = table.split("table__caption\">").nth(1).and_then(|rest| rest.split('<').next());
        for row in table.split("data-id=\"").skip(1) {
            let id = row.split('"').next().context("an id ends")?;
            let before = rows.insert(id.to_owned(), caption.context("a table says what it holds")?.trim().to_owned());
            ensure!(before.is_none(), "{id} stands twice");
        }
    }
    Ok(rows)
}

#[test]
fn on_each_day_of_a_year_the_pages_offer_what_is_open_and_nothing_that_is_past() -> Result<()> {
    let mut seen = 0;
    for (iso, day, pages) in year()? {
        let page = |path: &str| pages.get(path).with_context(|| format!("there is no {path}"));
        let rows = rows(page("staff/funding.html")?)?;
        ensure!(rows.len() == OFFERS.len() + 1, "{iso}: {rows:?}");
        ensure!(rows["undated"].starts_with("May be open"), "{iso}: {rows:?}");
        for (id, opens, closes) in OFFERS {
            let expected = stands(opens, closes, iso);
            let (lead, rest) = expected.split_once(',').unwrap_or((expected, ""));
            let told = |words: &str| words.contains(&format!("{lead} {}", day.words())) && words.contains(rest);
            ensure!(told(&rows[id]), "{iso}: {id} is {expected}, and stands under {}", rows[id]);
            let own = page(&format!("staff/service/{id}.html"))?;
            ensure!(told(own), "{iso}: the page of {id} does not say {expected}");
            let course = page("staff/service/course.html")?;
            let said = course.split(&format!("service/{id}.html")).nth(1).and_then(|rest| rest.split("</li>").next());
            ensure!(said.is_some_and(told), "{iso}: the course does not say of {id}: {expected}");
            seen += 1;
        }
    }
    ensure!(seen == 365 * OFFERS.len(), "{seen}");
    Ok(())
}

/// How a date stands on a page.
fn said((on, until): (&str, &str)) -> Result<String> {
    let day = |text: &str| Day::read(text).map(Day::words).context("no day");
    Ok(if on == until { format!("<li>{}</li>", day(on)?) } else { format!("<li>{} to {}</li>", day(on)?, day(until)?) })
}

#[test]
fn on_each_day_of_a_year_the_pages_show_each_date_to_come_and_none_that_is_past() -> Result<()> {
    for (iso, _, pages) in year()? {
        for path in ["staff/training.html", "staff/plan.html", "staff/service/dated.html"] {
            let page = pages.get(path).with_context(|| format!("there is no {path}"))?;
            for date in DATES {
                let (has, is_coming) = (page.contains(&said(date)?), date.1 >= iso.as_str());
                // The plan of one person each names courses, and books none.
                ensure!(has == (is_coming && path != "staff/plan.html"), "{iso}: {path} and {date:?}");
            }
        }
    }
    Ok(())
}

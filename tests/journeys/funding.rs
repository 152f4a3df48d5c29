//! A governor, the evening before a meeting: is there money that closes this
//! month, who may apply, and what would it pay for?

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Role, Visit};

use crate::site;

/// The ids of the rows that are shown, in the order of the page.
fn ids(page: &Page<'_>) -> anyhow::Result<Vec<String>> {
    Ok(site::rows(page)?.into_iter().map(|(id, _)| id).collect())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff.html")?;
    page.find(Role::Navigation, "For school staff").link("Funding").click()?;
    page.is_at("staff/funding.html")?;
    page.is_on("Funding for schools")?;
    page.sees("Tell your DSL or deputy now.")?;
    page.sees("The first closes on 21 November 2026.")?;

    // What closes this month stands first, the last day of one included.
    let closing = page.find(Role::Table, "Open on 21 November 2026, and closing in November 2026*");
    closing.find(Role::ColumnHeader, "Who may apply").see()?;
    closing.says("Made-up Last Day Fund")?;
    closing.says("Made-up Quiet Room Grant")?;
    ensure!(ids(&page)?.iter().take(2).eq(["fund-last-day", "fund-quiet-room"]), "{:?}", ids(&page)?);
    let row = site::row(&page, "fund-quiet-room");
    row.says("Up to £500")?;
    row.says("Primary schools in Havering")?;
    row.says("Opens on 1 September 2026")?;
    row.says("Closes on 30 November 2026")?;

    // What is past stands apart with its day; what is in doubt says so; what is not known is no yes.
    page.find(Role::Table, "Closed before 21 November 2026*").says("Closes on 31 October 2026")?;
    page.find(Role::Table, "Opening after 21 November 2026*").says("Made-up Spring Round")?;
    site::row(&page, "fund-in-doubt").says("Ask if this still runs. Its page has not changed since 2022.")?;
    let may = page.find(Role::Table, "May be open: the dates are not all known*");
    may.says("Made-up Some Month Fund")?;
    may.says("Made-up Small Grants")?;
    site::row(&page, "small-grants").says("Not known: ask")?;
    page.region("Schemes that have ended").says("Made-up Fund Long Over: closed on 31 December 2024")?;
    page.audit()?;

    // Only what closes this month, for a school in Havering; a link that another governor can open.
    page.button("Filters").click()?;
    page.checkbox("Closing in the same month").click()?;
    page.checkbox("Havering").click()?;
    page.is_at("staff/funding.html#stage=closing&area=havering")?;
    let shown = ids(&page)?;
    ensure!(shown.first().is_some_and(|id| id == "fund-quiet-room"), "{shown:?}");
    ensure!(
        !shown.iter().any(|id| ["fund-last-day", "fund-autumn", "fund-spring"].contains(&id.as_str())),
        "{shown:?}"
    );
    // A day in this month that is known to the month alone may be it.
    site::row(&page, "fund-some-month").see()?;
    page.audit()?;
    page.reload()?;
    page.is_at("staff/funding.html#stage=closing&area=havering")?;
    ensure!(ids(&page)? == shown, "{:?}", ids(&page)?);
    page.link("Remove Havering").click()?;
    page.is_at("staff/funding.html#stage=closing")?;
    site::row(&page, "fund-last-day").see()?;
    page.link("Clear all").click()?;
    page.is_at("staff/funding.html")?;

    // The course that it pays for, and back from there.
    site::row(&page, "fund-keep-safe").link("Made-up Keep Safe Course").click()?;
    page.is_at("staff/service/keep-safe-training.html")?;
    let paid = page.region("Money that may pay for it");
    paid.says("Open on 21 November 2026, for longer")?;
    paid.link("Made-up Keep Safe Fund").click()?;
    page.is_at("staff/service/fund-keep-safe.html")?;
    page.region("The money").says("£300 for each member of staff")?;
    page.audit()?;

    // A link that is broken says so; choosing self-harm shows who helps before anything else.
    page.open("about.html")?;
    page.open("staff/funding.html#stage=soon&need=self-harm")?;
    page.sees("Part of this link no longer works")?;
    page.heading("Get help now").see()?;
    site::row(&page, "fund-keep-safe").see()?;
    page.open("about.html")?;
    page.open("staff/funding.html#stage=closing&need=online")?;
    page.sees("Nothing in this directory fits.")?;
    page.link("Leave out *").click()?;
    ensure!(!site::rows(&page)?.is_empty(), "leaving one thing out gives something");

    let narrow = visit.open(&Manner::NARROW, "staff/funding.html")?;
    nothing("wider than the screen", &narrow.sideways()?)?;
    narrow.find(Role::Table, "Open on 21 November 2026, and closing*").find(Role::ColumnHeader, "When").see()?;
    narrow.audit()?;
    nothing("the browser complains", &page.complaints()?)
}

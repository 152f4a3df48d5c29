//! One entry: what is published of it, in words or in fields; the one button that
//! says that it is right; and what is different now.

use super::field::{self, id_of};
use super::{button, of};
use crate::components::field::{line, lines};
use crate::components::fresh::checked;
use crate::components::markup::{Markup, el, link};
use crate::state::{Edited, Typed, Update};
use directory::id::ListingId;
use directory::sheet::Column;
use directory::{Address, Directory};

/// The entry at this place.
pub fn entry(update: &Update, at: usize, one: &Edited) -> Markup {
    let name = &one.record.name;
    let page = ListingId::new(&one.record.id).map(|id| Address::StaffListing(id).file()).unwrap_or_default();
    let title = el("h3", "upkeep__name").with("id", format!("update-entry-{at}")).with("tabindex", "-1");
    let title = title.holds(link("link", page).says(name));
    let provider = one.record.provider.as_ref().map(|provider| el("p", "upkeep__by").says(provider));
    let inside = if one.is_open { fields(update, at, one) } else { facts(one) };
    el("article", "upkeep__entry")
        .with("data-id", one.record.id.clone())
        .holds(title)
        .maybe(provider)
        .holds(el("p", "upkeep__checked").says(last_checked(&update.directory, one)))
        .maybe(one.guard.as_ref().map(|guard| guarded(guard)))
        .holds(inside)
        .holds(acts(at, one))
        .holds(changes(one))
        .maybe((one.guard.is_some() && one.says_anything()).then(|| second(update, at, one)))
}

fn last_checked(directory: &Directory, one: &Edited) -> String {
    let listing = directory.listings().iter().find(|listing| listing.id.as_str() == one.record.id);
    listing.map(|listing| [&checked(listing, directory), "."].concat()).unwrap_or_default()
}

fn guarded(guard: &str) -> Markup {
    let words = ["This is ", guard, ". To confirm it takes two people and a test call."].concat();
    el("p", "upkeep__note").says(words)
}

/// What is published, in words; what is not known in one sentence.
fn facts(one: &Edited) -> Markup {
    let is_known = |fact: &&Typed| !fact.now.trim().is_empty();
    let row = |fact: &Typed| {
        let lines = fact.now.lines().map(|line| el("span", "upkeep__line").says(line.to_owned())).collect();
        el("div", "upkeep__fact").holds(el("dt", "").says(fact.column.label())).holds(el("dd", "").each(lines))
    };
    let known = one.facts.iter().filter(is_known).map(row).collect();
    let is_missed = |fact: &&Typed| !is_known(fact) && !is_rare(fact.column);
    let unknown: Vec<_> = one.facts.iter().filter(is_missed).map(|fact| fact.column.label()).collect();
    let unknown = (!unknown.is_empty()).then(|| {
        let words = ["Not known: ", &unknown.join(" · "), "."].concat();
        el("p", "upkeep__unknown").says(words)
    });
    el("div", "upkeep__facts").holds(el("dl", "upkeep__known").each(known)).maybe(unknown)
}

/// Whether most entries have nothing to say there, and nobody misses it.
fn is_rare(column: Column) -> bool {
    use Column::{AgesExtended, Coverage, OpensOn, Schools, Successor, UserAges};
    matches!(column, OpensOn | Successor | AgesExtended | UserAges | Coverage | Schools)
}

/// The same in fields.
fn fields(update: &Update, at: usize, one: &Edited) -> Markup {
    let site = &update.directory.site;
    let mut facts = Vec::new();
    let mut before = "";
    for fact in &one.facts {
        let subject = field::subject(fact.column);
        if subject != before {
            facts.push(el("h4", "upkeep__sub upkeep__subject").says(subject));
            before = subject;
        }
        facts.push(field::fact(at, fact, site));
    }
    let note = id_of(at, Column::Note);
    let words = "Change what is wrong. Leave the rest as it is. What you empty will be shown as not known.";
    el("div", "upkeep__fields").holds(el("p", "").says(words)).each(facts).holds(lines(
        field::of(&note, Column::Note, None),
        &one.note,
        2,
    ))
}

fn acts(at: usize, one: &Edited) -> Markup {
    let name = &one.record.name;
    let has_changes = one.changed().next().is_some();
    let right = match (one.is_right, has_changes) {
        (false, false) => "Everything is still right",
        (false, true) => "With these changes it is right",
        (true, false) => "✓ Still right",
        (true, true) => "✓ Right with these changes",
    };
    let right = button("button upkeep__right", format!("update-right-{at}"), right)
        .with("aria-pressed", if one.is_right { "true" } else { "false" })
        .holds(of(name));
    let words = if one.is_open { "Show it in words" } else { "Something has changed" };
    let change = button("button button--quiet", format!("update-change-{at}"), words)
        .with("aria-expanded", if one.is_open { "true" } else { "false" })
        .holds(of(name));
    let undo = one
        .says_anything()
        .then(|| button("button button--quiet", format!("update-undo-{at}"), "Take it all back").holds(of(name)));
    el("div", "upkeep__acts").holds(right).holds(change).maybe(undo)
}

/// What is different now: as it is published, and as it will be.
fn changes(one: &Edited) -> Markup {
    let row = |fact: &Typed| {
        let shown = |text: &str| if text.trim().is_empty() { "Not known".to_owned() } else { text.to_owned() };
        let before = el("span", "upkeep__was").says("Now: ").says(shown(&fact.before));
        let after = el("span", "upkeep__becomes").says("New: ").says(shown(&fact.now));
        let row = el("div", "upkeep__change").holds(el("dt", "").says(fact.column.label()));
        let row = row.holds(el("dd", "").holds(before)).holds(el("dd", "").holds(after));
        let wrong = fact.wrong.as_ref().map(|wrong| el("dd", "").holds(el("span", "field__wrong").says(wrong)));
        row.maybe(wrong)
    };
    let rows: Vec<_> = one.changed().map(row).collect();
    let title = (!rows.is_empty()).then(|| el("h4", "upkeep__sub").says("What you have changed"));
    let list = (!rows.is_empty()).then(|| el("dl", "upkeep__changes").each(rows));
    el("div", "upkeep__part").maybe(title).maybe(list)
}

/// What a guarded entry asks for beside.
fn second(update: &Update, at: usize, one: &Edited) -> Markup {
    let [role, called] = [update.wrong_second(one), update.wrong_call(one)];
    let [second, call] = [Column::SecondRole, Column::CalledOn].map(|column| id_of(at, column));
    el("div", "upkeep__fields")
        .holds(line(field::of(&second, Column::SecondRole, role.as_deref()), &one.second))
        .holds(line(field::of(&call, Column::CalledOn, called.as_deref()), &one.called_on))
}

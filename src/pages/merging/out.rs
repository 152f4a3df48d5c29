//! Taking an entry out at once, or putting it back: which, why, by which role;
//! the file, and how to publish it.

use super::{button, section};
use crate::components::field::{Field, line, lines};
use crate::components::markup::{Markup, el};
use crate::components::notice::{Tone, notice};
use crate::state::Merging;
use directory::record::ListingRecord;
use directory::withdrawal::{WITHDRAWN, leanings};

/// The whole of it.
pub fn out(merging: &Merging) -> Markup {
    let words = "If something in an entry is wrong or may do harm, take it out first and mend it later. \
        Its page then says so, and leads on.";
    let section = section("merge-out", "Take an entry out now").holds(el("p", "").says(words));
    let chosen = merging.out.id.as_deref().and_then(|id| merging.base.find(id));
    match chosen {
        None => section.each(find(merging)),
        Some(record) => section.holds(entry(merging, record)),
    }
}

fn find(merging: &Merging) -> Vec<Markup> {
    let field = Field { id: "merge-out-find", label: "A part of its name", hint: "", wrong: None };
    let offered = merging.offered();
    let item = |record: &&ListingRecord| {
        let beside = match record.standing.as_str() {
            WITHDRAWN => " (taken out)",
            "ended" => " (has ended)",
            "held" => " (held, shown nowhere)",
            _ => "",
        };
        let words = [&record.name, beside].concat();
        el("li", "").holds(button("button button--quiet", ["merge-out-", &record.id].concat(), words))
    };
    let said = match offered.len() {
        0 if merging.out.wanted.trim().is_empty() => String::new(),
        0 => "No entry has that in its name.".to_owned(),
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    vec![
        line(field, &merging.out.wanted),
        el("p", "field__hint").with("role", "status").says(said),
        el("ul", "upkeep__offered").each(offered.iter().map(item).collect()),
    ]
}

fn entry(merging: &Merging, record: &ListingRecord) -> Markup {
    let is_out = record.standing == WITHDRAWN;
    let other = button("button button--quiet", "merge-out-other".to_owned(), "Choose another entry");
    let reason = Field {
        id: "merge-out-reason",
        label: if is_out { "Why is it put back?" } else { "Why is it taken out?" },
        hint: "One plain sentence for readers. No number, no address, no name. Such as: The phone number may be wrong.",
        wrong: None,
    };
    let by =
        Field { id: "merge-out-by", label: "Your role", hint: "Such as: coordinator. Not your name.", wrong: None };
    let by = (!is_out).then(|| line(by, &merging.out.by));
    let result = match merging.changed() {
        Some(Ok(changed)) => ready(merging, record, &changed),
        Some(Err(why)) => el("p", "upkeep__wait").with("role", "status").says(why),
        None => el("p", "upkeep__wait").with("role", "status"),
    };
    el("article", "upkeep__entry")
        .with("data-id", record.id.clone())
        .holds(el("h3", "upkeep__name").with("id", "merge-out-entry").with("tabindex", "-1").says(record.name.clone()))
        .holds(el("p", "upkeep__by").says(record.provider.clone().unwrap_or_default()))
        .maybe(leaning(merging, record))
        .holds(lines(reason, &merging.out.reason, 2))
        .maybe(by)
        .holds(el("div", "upkeep__part").holds(result))
        .holds(el("p", "").holds(other))
}

/// What else must be done, where more than one page leans on the entry.
fn leaning(merging: &Merging, record: &ListingRecord) -> Option<Markup> {
    let all = leanings(record, &merging.site);
    if all.is_empty() || record.standing == WITHDRAWN {
        return None;
    }
    let items = all.iter().map(|one| el("li", "").says(one.to_string())).collect();
    let id = "merge-out-read";
    let field = el("input", "field__box")
        .with("type", "checkbox")
        .with("name", id)
        .with("id", id)
        .with("value", "read")
        .with("autocomplete", "off")
        .is("checked", merging.out.is_read);
    let label = el("label", "").with("for", id).says("I have read this, and will see to it");
    Some(
        notice(Tone::Warn, "More must be done")
            .holds(el("ul", "").each(items))
            .holds(el("p", "field__tick").holds(field).holds(label)),
    )
}

/// The file is ready: what readers will see, and what to do with it.
fn ready(merging: &Merging, record: &ListingRecord, changed: &ListingRecord) -> Markup {
    let is_out = changed.standing == WITHDRAWN;
    let told = match &changed.withdrawn {
        Some(withdrawn) if is_out => {
            let words = [&merging.directory.today.words(), ": ", &withdrawn.reason].concat();
            notice(Tone::Warn, "We have taken this entry out for now").holds(el("p", "").says(words))
        }
        _ => el("div", "notice").holds(el("p", "").says("It is shown again, as it was.")),
    };
    let file = [&record.id, ".json"].concat();
    let save = button("button button--danger", "merge-out-save".to_owned(), ["Save ", &file].concat());
    let step = |words: String| el("li", "").says(words);
    let steps = vec![
        step(["Put ", &file, " into the folder data/listings, over the file that is there."].concat()),
        step("Run: waymark record data --write --by coordinator. It notes the day.".to_owned()),
        step(
            "Publish as you always do. With the program, run: waymark build data site. Then upload the folder site."
                .to_owned(),
        ),
        step(["Open service/", &record.id, ".html on your site, and see that it says so."].concat()),
    ];
    el("div", "upkeep__ready")
        .holds(el("p", "").with("role", "status").says("Readers will see:"))
        .holds(told)
        .holds(el("p", "upkeep__acts").holds(save))
        .holds(
            el("p", "")
                .holds(el("b", "").says("This file changes nothing by itself."))
                .says(" To publish it within the hour:"),
        )
        .holds(el("ol", "").each(steps))
}

//! Help for now, above everything else: the emergency, the crisis block, the
//! line for what may be a crisis.

use super::contact::text_words;
use super::icon::{Icon, picture};
use super::markup::{Markup, el, link};
use directory::closed::Choices;
use directory::crisis::{Crisis, Route};
use directory::listing::Number;
use directory::question::Urgency;
use directory::vocabulary::{Need, Thrive};

/// What is said beside help now to whoever hears voices or sees things.
pub const VOICES: &str = "Hearing voices or seeing things is a reason to call 111 today.";

/// The crisis block, where one of these needs or groupings asks for it.
pub fn pinned(crisis: &Crisis, needs: Choices<Need>, thrive: Choices<Thrive>) -> Option<Markup> {
    let is_risk_support = thrive.contains(Thrive::RiskSupport);
    let is_crisis = needs.meets(Need::crisis_sensitive()) || is_risk_support;
    is_crisis.then(|| block(crisis, "crisis-title", needs, is_risk_support))
}

/// Where help for now stands. Both may be in one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the page, for what was chosen and asked.
    OnPage,
    /// Below the field for own words, for what is being typed.
    BelowField,
}

/// Help for now as somebody chooses or types: as much of it as is urgent. It is
/// read out as it comes.
pub fn help_now(
    crisis: &Crisis,
    place: Place,
    urgency: Option<Urgency>,
    needs: Choices<Need>,
    thrive: Choices<Thrive>,
) -> Vec<Markup> {
    let (block_id, where_it_is) = match place {
        Place::BelowField => ("crisis-below", "Get help now. The numbers are below this field."),
        Place::OnPage => ("crisis-title", "Get help now. The numbers are on this page."),
    };
    let said = || el("p", "hidden").with("role", "alert").says(where_it_is);
    let block = || block(crisis, block_id, needs, thrive.contains(Thrive::RiskSupport));
    match urgency {
        None => Vec::new(),
        Some(Urgency::May) => vec![line()],
        Some(Urgency::Crisis) => vec![said(), block()],
        Some(Urgency::Emergency) => vec![emergency(), block()],
    }
}

/// Something that cannot wait.
pub fn emergency() -> Markup {
    let call = link("button button--inverse crisis__call", "tel:999").holds(picture(Icon::Phone)).says("Call 999");
    let words = "Call 999 or go to A&E now, even if they seem well. Do not wait for a reply from any service here.";
    el("div", "crisis crisis--emergency")
        .with("role", "alert")
        .holds(el("h2", "crisis__title").says("This may be an emergency."))
        .holds(el("p", "crisis__lead").says(words))
        .holds(el("p", "crisis__act").holds(call))
}

/// One line, where words may or may not mean danger.
fn line() -> Markup {
    el("p", "crisis crisis--line")
        .says("If you or your child are not safe tonight: ")
        .holds(link("", "tel:999").says("999"))
        .says(", or ")
        .holds(link("", "tel:111").says("111"))
        .says(" and choose the mental health option.")
}

fn block(crisis: &Crisis, id: &'static str, needs: Choices<Need>, is_risk_support: bool) -> Markup {
    let note = |words: &'static str| el("p", "crisis__note").holds(el("b", "").says(words));
    let watched = needs.contains(Need::AbuseSafety).then(|| note("If someone may see this phone, use another one."));
    let voices = needs.contains(Need::Psychosis).then(|| note(VOICES));
    let risk = is_risk_support.then(|| note("This help usually comes through a team that already knows your child."));
    el("section", "crisis")
        .with("aria-labelledby", id)
        .holds(el("h2", "crisis__title").with("id", id).says("Get help now"))
        .maybe(watched)
        .maybe(voices)
        .maybe(risk)
        .holds(el("ul", "crisis__routes").each(crisis.block().map(short_route).collect()))
        .holds(el("p", "crisis__note").holds(link("link", "urgent.html").says("All urgent help")))
}

/// Since when every number was checked, or what to do while some were not.
pub fn checked(crisis: &Crisis) -> String {
    match crisis.checked() {
        Some(first) => format!("Every number here was checked on {} or later.", first.words()),
        None if crisis.routes.iter().any(|route| route.checked.is_some()) => {
            "Some of these numbers are not yet checked. If one fails, call 999 or 111.".to_owned()
        }
        None => "The publisher has not yet checked these numbers. If one fails, call 999 or 111.".to_owned(),
    }
}

/// One route: what it is for, and its call or text.
fn short_route(route: &Route) -> Markup {
    drawn(route, None)
}

/// One route with its website.
pub fn crisis_route(route: &Route) -> Markup {
    let web = route.contacts.web.as_ref();
    drawn(route, web.map(|web| link("link", web).with("rel", "noreferrer").says(format!("Website of {}", route.name))))
}

fn drawn(route: &Route, web: Option<Markup>) -> Markup {
    let button = |icon, href: String, words: String| {
        link("button button--danger crisis__call", href).holds(picture(icon)).says(words)
    };
    let call = |number: &Number| button(Icon::Phone, number.call_link(), format!("Call {}", number.shown));
    let text = |number: &Number| button(Icon::Text, number.text_link(), text_words(number));
    let hours = route.hours.as_ref().map(|hours| format!(" {hours}.")).unwrap_or_default();
    let words = el("div", "")
        .holds(el("p", "crisis__when").says(&route.name))
        .holds(el("p", "crisis__how").says(&route.says).says(hours));
    let buttons = route.contacts.phones.iter().map(call).chain(route.contacts.texts.iter().map(text)).collect();
    let web = web.map(|web| el("p", "crisis__web").holds(web));
    el("li", "crisis__route").holds(words).holds(el("div", "crisis__calls").each(buttons)).maybe(web)
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::crisis::Group;
    use directory::day::Day;
    use directory::listing::Contacts;

    fn checked_on(days: &[Option<Day>]) -> String {
        let route = |checked: &Option<Day>| Route {
            id: String::new(),
            name: String::new(),
            group: Group::Everyone,
            is_in_block: false,
            says: String::new(),
            contacts: Contacts::default(),
            hours: None,
            checked: *checked,
            sources: Vec::new(),
        };
        checked(&Crisis { routes: days.iter().map(route).collect(), ..Crisis::default() })
    }

    #[test]
    fn one_number_that_nobody_checked_is_enough_to_say_so() {
        let [first, last] = ["2026-10-01", "2026-11-01"].map(Day::read);
        assert_eq!(checked_on(&[last, first]), "Every number here was checked on 1 October 2026 or later.");
        assert!(checked_on(&[last, None]).starts_with("Some of these numbers are not yet checked."));
        assert!(checked_on(&[None, None]).starts_with("The publisher has not yet checked"));
    }
}

//! The crisis block: help for now, above everything else.

use super::contact::text_words;
use super::icon::{Icon, picture};
use super::markup::{Markup, el, link};
use directory::closed::Choices;
use directory::crisis::{Crisis, Route};
use directory::listing::Number;
use directory::vocabulary::{Need, Thrive};

/// The crisis block, where one of these needs or groupings asks for it.
pub fn pinned(crisis: &Crisis, needs: Choices<Need>, thrive: Choices<Thrive>) -> Option<Markup> {
    let is_risk_support = thrive.contains(Thrive::RiskSupport);
    if !needs.meets(Need::crisis_sensitive()) && !is_risk_support {
        return None;
    }
    let note = |words: &'static str| el("p", "crisis__note").holds(el("b", "").says(words));
    let watched = needs.contains(Need::AbuseSafety).then(|| note("If someone may see this phone, use another one."));
    let risk = is_risk_support.then(|| note("This help usually comes through a team that already knows your child."));
    Some(
        el("section", "crisis")
            .with("aria-labelledby", "crisis-title")
            .holds(el("h2", "crisis__title").with("id", "crisis-title").says("Get help now"))
            .maybe(watched)
            .maybe(risk)
            .holds(el("ul", "crisis__routes").each(crisis.block().map(short_route).collect()))
            .holds(el("p", "crisis__note").holds(link("link", "urgent.html").says("All urgent help"))),
    )
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

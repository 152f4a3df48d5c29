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

//! The help-now strip: three lines that are never shortened. It is drawn only
//! at build, into the page around the app, so that it stands without the app.

use directory::crisis::{Crisis, StripLine};
use leptos::prelude::*;

/// The three lines of help for now.
#[component]
pub fn Strip<'a>(
    /// The one place of crisis numbers.
    crisis: &'a Crisis,
) -> impl IntoView + use<> {
    let last = crisis.strip.len().saturating_sub(1);
    let line = |(at, line): (usize, &StripLine)| {
        let space = if line.tail.is_empty() || line.tail.starts_with(',') { "" } else { " " };
        let all = (at == last).then(|| view! { " · "<a class="urgent__link" href="urgent.html">"All urgent help"</a> });
        view! {
            <li class="urgent__line">
                <span class="urgent__when">{line.lead.clone()}</span>" "
                <span><a class="urgent__link" href=line.href.clone()>{line.link.clone()}</a>{space}{line.tail.clone()}{all}</span>
            </li>
        }
    };
    let lines = crisis.strip.iter().enumerate().map(line).collect_view();
    view! { <ul class="urgent__list wrap">{lines}</ul> }
}

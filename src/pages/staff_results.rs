//! The directory as a compact table, for school staff.

use crate::components::icon::{Icon, Picture};
use crate::components::notice::Safeguarding;
use crate::components::table::ListingTable;
use crate::pages::panel::Panel;
use crate::pages::results::{Above, Bar, Nothing, PARTS, PartOf, ROWS, ShowMore, WithoutMore, use_search};
use crate::state::{use_catalogue, use_filters};
use directory::Address;
use directory::Directory;
use directory::search::{Found, Row, View, judge};
use leptos::prelude::*;
use std::sync::Arc;

/// Results, for school staff.
#[component]
pub fn StaffResults() -> impl IntoView {
    let search = use_search(View::Staff);
    let (filters, _) = use_filters();
    let directory = use_catalogue().directory;
    let address = Signal::derive(move || Address::StaffResults(filters.get()));
    let found = search.found;
    view! {
        <main id="main" class="wrap" tabindex="-1">
            <div class="results results--table">
                <div class="results__head">
                    <p class="hero__back"><a class="link" href="staff.html"><Picture icon=Icon::ArrowLeft/>"For school staff"</a></p>
                    <h1 class="results__title">"Support for pupils"</h1>
                    <Safeguarding/>
                    <Above address/>
                    <Bar search/>
                </div>
                <div class="results__filters">
                    <Panel address found view=View::Staff class="filters filters--across needs-app"/>
                </div>
                <div class="results__main">
                    {move || {
                        let found = found.get();
                        (found.to_try() + found.may.len() == 0).then(|| view! { <Nothing address view=View::Staff/> })
                    }}
                    {PARTS.map(|part| view! { <TablePart part found directory=directory.clone()/> }).into_iter().collect_view()}
                    <WithoutMore/>
                </div>
            </div>
        </main>
    }
}

#[component]
fn TablePart(
    /// Which part.
    part: PartOf,
    /// What was found.
    found: Memo<Arc<Found>>,
    /// The directory.
    directory: Arc<Directory>,
) -> impl IntoView {
    let (filters, _) = use_filters();
    let shown = RwSignal::new(ROWS);
    let count = Memo::new(move |_| part.rows(&found.read()).len());
    let is_there = Memo::new(move |_| count.get() > 0);
    let table = Callback::new(move |()| {
        let found = found.get();
        let row = |row: &Row| {
            let listing = directory.at(*row)?;
            let (_, reasons) = judge(listing, filters.get_untracked(), &directory.site.areas);
            Some((listing, part.outcome, reasons))
        };
        let rows = part.rows(&found).iter().take(shown.get()).filter_map(row).collect();
        view! { <ListingTable directory=&directory caption=(part.heading, count.get()) rows/> }.into_any()
    });
    let section = move || view! { <div class="results__part">{move || table.run(())}<ShowMore shown count/></div> };
    move || is_there.get().then(section)
}

//! Results, for families: what fits, what serves any worry, what may fit.

mod nothing;

pub use nothing::Nothing;

use super::panel::Panel;
use crate::components::card::Card;
use crate::components::crisis::{CrisisBlock, CrisisNotes};
use crate::components::icon::{Icon, Picture};
use crate::components::notice::{NotUnderstood, Notice, Tone};
use crate::components::tags::Tags;
use crate::state::{use_catalogue, use_filters, use_here, use_words};
use directory::Address;
use directory::Directory;
use directory::Filters;
use directory::closed::Choices;
use directory::search::{Found, Outcome, Query, Row, Sort, View, judge};
use directory::vocabulary::{Need, Thrive};
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows stand in the page before "Show more".
pub const ROWS: usize = 20;

/// "14 to try, and 6 to ask".
pub fn counted(to_try: usize, to_ask: usize) -> String {
    match (to_try, to_ask) {
        (0, 0) => "nothing that fits all of that".to_owned(),
        (0, ask) => format!("{ask} to ask"),
        (one, 0) => format!("{one} to try"),
        (one, ask) => format!("{one} to try, and {ask} to ask"),
    }
}

/// What is shown of a search, and how.
#[derive(Clone, Copy)]
pub struct Search {
    /// What was found.
    pub found: Memo<Arc<Found>>,
    /// In which order.
    pub sort: RwSignal<Sort>,
}

/// A search by the filters in the address and the reader's own words.
pub fn use_search(view: View) -> Search {
    let (filters, _) = use_filters();
    let words = use_words();
    let directory = use_catalogue().directory;
    let sort = RwSignal::new(Sort::Best);
    let found = Memo::new(move |_| {
        let question = words.question();
        let query = Query { filters: filters.get(), view, question: question.as_ref(), sort: sort.get() };
        Arc::new(directory.search(query))
    });
    Search { found, sort }
}

/// Results, for families.
#[component]
pub fn Results() -> impl IntoView {
    let search = use_search(View::Families);
    let (filters, _) = use_filters();
    let directory = use_catalogue().directory;
    let address = Signal::derive(move || Address::Results(filters.get()));
    let found = search.found;
    view! {
        <main id="main" class="wrap" tabindex="-1">
            <div class="results">
                <div class="results__head">
                    <p class="hero__back"><a class="link" href="index.html"><Picture icon=Icon::ArrowLeft/>"Start again"</a></p>
                    <h1 class="results__title">"Places to try"</h1>
                    <Above address/>
                    <Bar search/>
                </div>
                <div class="results__filters">
                    <Panel address found view=View::Families class="filters needs-app"/>
                </div>
                <div class="results__main">
                    {move || {
                        let found = found.get();
                        (found.to_try() + found.may.len() == 0).then(|| view! { <Nothing address view=View::Families/> })
                    }}
                    {PARTS.map(|part| view! { <Part part found directory=directory.clone()/> }).into_iter().collect_view()}
                    <WithoutMore/>
                </div>
            </div>
        </main>
    }
}

/// What stands above a list: what is missing, what is pinned, what is chosen.
#[component]
pub fn Above(
    /// The page, with what is chosen on it.
    address: Signal<Address>,
) -> impl IntoView {
    let here = use_here();
    let words = use_words();
    let catalogue = use_catalogue();
    let dropped = move || (!here.dropped().is_empty()).then(|| view! { <NotUnderstood dropped=here.dropped()/> });
    let broken = (!catalogue.is_whole).then(|| {
        view! {
            <Notice tone=Tone::Warn title="Part of our list could not be read">
                <p>"An entry may be missing or incomplete. In an emergency call 999."</p>
            </Notice>
        }
    });
    let (crisis, tagged) = (catalogue.directory.clone(), catalogue.directory);
    let is_staff = address.get_untracked().is_staff();
    let naming = if is_staff { Thrive::label } else { Thrive::plain };
    let typed = move || (!words.typed().is_empty()).then(|| view! { <OwnWords/> });
    view! {
        {dropped}
        {broken}
        {move || pinned(&crisis, address.get().filters())}
        <ul class="tags needs-app">
            {move || view! { <Tags address=address.get() areas=&tagged.site.areas naming/> }}
            {typed}
        </ul>
    }
}

/// The reader's own words, with a button that takes them away.
#[component]
fn OwnWords() -> impl IntoView {
    let words = use_words();
    view! {
        <li class="tags__item">
            <button class="tags__link" type="button" on:click=move |_| words.write("")>
                <span class="hidden">"Remove your words: "</span>"“"{move || words.typed()}"”"<Picture icon=Icon::Close/>
            </button>
        </li>
    }
}

/// The crisis block, where a crisis-sensitive need or grouping is chosen, or
/// named in the reader's own words.
pub fn pinned(directory: &Directory, filters: Filters) -> Option<impl IntoView + use<>> {
    let said = use_words().question().map(|question| question.needs(directory)).unwrap_or_default();
    let needs: Choices<Need> = filters.need.iter().chain(said.iter()).collect();
    let is_risk_support = filters.thrive.contains(Thrive::RiskSupport);
    (needs.meets(Need::crisis_sensitive()) || is_risk_support).then(|| {
        let notes = CrisisNotes { is_watched: needs.contains(Need::AbuseSafety), is_risk_support };
        view! { <CrisisBlock crisis=&directory.crisis notes/> }
    })
}

/// How many there are, said once after each change, and in which order.
#[component]
pub fn Bar(
    /// The search.
    search: Search,
) -> impl IntoView {
    let Search { found, sort } = search;
    let status = Memo::new(move |_| {
        let found = found.get();
        crate::components::facts::capital(&counted(found.to_try(), found.may.len()))
    });
    let choose = move |event| sort.set(if event_target_value(&event) == "name" { Sort::Name } else { Sort::Best });
    view! {
        <div class="results__bar">
            <p class="results__status" role="status">{status}</p>
            <p class="results__sort needs-app">
                <label for="sort">"Sort by"</label>
                <select class="results__select" id="sort" on:change=choose>
                    <option value="best" prop:selected=move || sort.get() == Sort::Best>"Best match"</option>
                    <option value="name" prop:selected=move || sort.get() == Sort::Name>"Name, A to Z"</option>
                </select>
            </p>
        </div>
    }
}

/// A part of the list: its rows, and what they have in common.
#[derive(Clone, Copy)]
pub struct PartOf {
    /// How its rows fit.
    pub outcome: Outcome,
    /// Its id.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What a reader should know about it.
    pub note: &'static str,
}

/// The three parts of every list.
pub const PARTS: [PartOf; 3] = [
    PartOf { outcome: Outcome::Fits, id: "part-fits", heading: "Fits what you chose", note: "" },
    PartOf {
        outcome: Outcome::AnyWorry,
        id: "part-any",
        heading: "For any worry",
        note: "These help with all sorts of worries.",
    },
    PartOf {
        outcome: Outcome::May,
        id: "part-may",
        heading: "May fit: ask",
        note: "We do not know enough to say. Each one says what to ask.",
    },
];

impl PartOf {
    /// The rows of this part.
    pub fn rows(self, found: &Found) -> &[Row] {
        match self.outcome {
            Outcome::Fits => &found.fits,
            Outcome::AnyWorry => &found.any,
            _ => &found.may,
        }
    }
}

#[component]
fn Part(
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
    let cards = Callback::new(move |()| {
        let found = found.get();
        let card = |row: &Row| {
            let listing = directory.at(*row)?;
            let (_, reasons) = judge(listing, filters.get_untracked(), &directory.site.areas);
            Some(view! { <Card directory=&directory listing outcome=part.outcome reasons/> })
        };
        part.rows(&found).iter().take(shown.get()).filter_map(card).collect_view().into_any()
    });
    let section = move || {
        view! {
            <section class="results__part" data-fit=part.outcome.word() aria-labelledby=part.id>
                <h2 class="results__heading" id=part.id>
                    {part.heading}" "<span class="results__number">{count}</span>
                </h2>
                {part_note(part.note)}
                <ul class="results__list">{move || cards.run(())}</ul>
                <ShowMore shown count/>
            </section>
        }
    };
    move || is_there.get().then(section)
}

fn part_note(note: &'static str) -> Option<impl IntoView> {
    (!note.is_empty()).then(|| view! { <p class="results__note">{note}</p> })
}

/// The way to the rows that do not stand in the page yet.
#[component]
pub fn ShowMore(
    /// How many stand in the page.
    shown: RwSignal<usize>,
    /// How many there are.
    count: Memo<usize>,
) -> impl IntoView {
    let more = move || {
        let left = count.get().saturating_sub(shown.get());
        (left > 0).then(|| {
            let next = left.min(ROWS);
            view! {
                <p class="results__more needs-app">
                    <button class="button button--quiet" type="button" on:click=move |_| shown.update(|rows| *rows += ROWS)>
                        {format!("Show {next} more")}
                    </button>
                    <span>{move || format!("{} of {} shown", shown.get().min(count.get()), count.get())}</span>
                </p>
            }
        })
    };
    view! { {more} }
}

/// Where the rest of the list is when the app does not run.
#[component]
pub fn WithoutMore() -> impl IntoView {
    view! { <p class="without-app">"This is a part of the list. "<a class="link" href="a-z.html">"See every place, A to Z"</a></p> }
}

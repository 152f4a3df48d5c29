//! The app: what every page shares, and which page is open.

use crate::browser;
use crate::components::foot::foot;
use crate::pages;
use crate::state::{Arrived, provide_catalogue, provide_here, provide_words};
use directory::Directory;
use leptos::prelude::*;
use std::sync::Arc;

/// The page that is open, and the foot of every page.
#[component]
pub fn App(
    /// The directory, ready.
    directory: Arc<Directory>,
    /// The address that was opened.
    start: Arrived,
    /// Whether every entry could be read in full.
    is_whole: bool,
) -> impl IntoView {
    provide_catalogue(directory.clone(), is_whole);
    provide_words();
    let here = provide_here(start);
    here.follow_in_browser();
    let page = Memo::new(move |_| here.page());
    let publisher = pages::published_by(&directory.site);
    Effect::new(move |_| {
        let page = page.get();
        let title = (!pages::is_plain(&page)).then(|| pages::title(&page, &directory.site));
        browser::page::name(title.as_deref(), pages::kind(&page), page.is_staff());
    });
    view! {
        {move || pages::draw(page.get())}
        {foot(publisher)}
    }
}

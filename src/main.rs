//! Starts the app: loads the directory, then takes over the page that is
//! already there. If anything fails the page stays as it is, and says so.

// Views are types, one inside the other, deeper than the default allows.
#![recursion_limit = "256"]

#[cfg(feature = "csr")]
fn main() {
    waymark_app::browser::load::begin(async {
        if let Err(why) = start().await {
            waymark_app::browser::page::fail(&why);
        }
    });
}

/// Loads the directory and mounts the app over the static page.
#[cfg(feature = "csr")]
async fn start() -> Result<(), String> {
    use directory::day::Day;
    use directory::{Address, Directory};
    use leptos::prelude::*;
    use std::sync::Arc;
    use waymark_app::{app::App, browser, state::Arrived};

    let text = browser::load::directory().await?;
    let today = browser::clock::today().and_then(|day| Day::read(&day));
    let today = today.ok_or("the clock of this device could not be read")?;
    let (directory, findings) = Directory::read(&text, today).map_err(|why| why.to_string())?;
    let (file, fragment) = browser::place::here();
    let (address, dropped) = Address::read(&file, &fragment, &directory.site.areas);
    let is_whole = findings.iter().all(|finding| finding.level != directory::finding::Level::Error);
    let directory = Arc::new(directory);
    let areas = directory.clone();
    let mount = move |start: Arrived| {
        let directory = directory.clone();
        if let Some(place) = browser::page::clear_app() {
            leptos::mount::mount_to(place, move || view! { <App directory start is_whole/> }).forget();
        }
    };
    match waymark_app::pages::is_plain(&address) {
        false => mount(Arrived { address, dropped }),
        true => wait(areas, mount),
    }
    browser::page::mark_ready();
    Ok(())
}

/// On a page without anything to choose the app waits for a link to one that
/// has something.
#[cfg(feature = "csr")]
fn wait(directory: std::sync::Arc<directory::Directory>, mount: impl Fn(waymark_app::state::Arrived) + 'static) {
    use directory::Address;
    use std::cell::Cell;
    use waymark_app::{browser, pages, state::Arrived};

    pages::hours::say_what_is_open();
    let is_waiting = Cell::new(true);
    browser::links::on_follow(move |file, fragment| {
        let areas = &directory.site.areas;
        let (address, dropped) = Address::read(file, fragment, areas);
        let is_ours = is_waiting.get() && !pages::is_plain(&address) && address != Address::NotFound;
        if is_ours {
            is_waiting.set(false);
            browser::place::go(&address.href(areas));
            mount(Arrived { address, dropped });
            browser::page::after_drawing(browser::page::begin);
        }
        is_ours
    });
}

/// Natively there is nothing to start: the pages are drawn by `prerender`.
#[cfg(not(feature = "csr"))]
fn main() {
    println!("This is the app of the browser. Start it with: cargo xtask serve");
}

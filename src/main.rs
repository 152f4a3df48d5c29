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
    use directory::finding::Level;
    use directory::{Address, Directory};
    use leptos::prelude::*;
    use std::sync::Arc;
    use waymark_app::app::App;
    use waymark_app::state::{Reader, Session};
    use waymark_app::{browser, pages};

    let text = browser::load::directory().await?;
    let today = browser::clock::today().and_then(|day| Day::read(&day));
    let today = today.ok_or("the clock of this device could not be read")?;
    let (directory, findings) = Directory::read(&text, today).map_err(|why| why.to_string())?;
    let is_whole = findings.iter().all(|finding| finding.level != Level::Error);
    let directory = Arc::new(directory);
    let shown = directory.clone();
    let mount = move |address: Address, dropped| {
        let directory = shown.clone();
        let start = move || {
            let session = Session::new(directory, Reader::at(address, dropped));
            view! { <App session is_whole/> }
        };
        if let Some(place) = browser::page::clear_app() {
            leptos::mount::mount_to(place, start).forget();
        }
    };
    let (file, fragment) = browser::place::here();
    let (address, dropped) = Address::read(&file, &fragment, &directory.site.areas);
    match pages::is_plain(&address) {
        true => wait(directory, mount),
        false => mount(address, dropped),
    }
    browser::page::mark_ready();
    Ok(())
}

/// On a page without anything to choose the app waits for a link to one that
/// has something.
#[cfg(feature = "csr")]
fn wait(
    directory: std::sync::Arc<directory::Directory>,
    mount: impl Fn(directory::Address, Vec<directory::filters::Dropped>) + 'static,
) {
    use std::cell::Cell;
    use waymark_app::{browser, pages};

    pages::say_what_is_open();
    let is_waiting = Cell::new(true);
    browser::links::on_follow(move |file, fragment| {
        let areas = &directory.site.areas;
        let (address, dropped) = directory::Address::read(file, fragment, areas);
        let is_ours = is_waiting.get() && !pages::is_plain(&address);
        if is_ours {
            is_waiting.set(false);
            browser::place::go(&address.href(areas));
            mount(address, dropped);
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

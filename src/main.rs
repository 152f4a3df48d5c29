//! Starts the app: loads the directory, then takes over the page that is
//! already there. If anything fails the page stays as it is, and says so.

#[cfg(feature = "csr")]
fn main() {
    leptos::task::spawn_local(async {
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
    let start = Arrived { address, dropped };
    let is_whole = findings.iter().all(|finding| finding.level != directory::finding::Level::Error);
    let directory = Arc::new(directory);
    let Some(mount) = browser::page::clear_app() else {
        return Err("this page has no place for the app".to_owned());
    };
    leptos::mount::mount_to(mount, move || view! { <App directory start is_whole/> }).forget();
    browser::page::mark_ready();
    Ok(())
}

/// Natively there is nothing to start: the pages are drawn by `prerender`.
#[cfg(not(feature = "csr"))]
fn main() {
    println!("This is the app of the browser. Start it with: cargo xtask serve");
}

//! Starts the app of the staff pages: loads the whole directory, then takes over
//! the page that is already there. If anything fails the page stays as it is,
//! and says so.

// Views are types, one inside the other, deeper than the default allows.
#![recursion_limit = "256"]

#[cfg(feature = "csr")]
fn main() {
    waymark_app::browser::load::begin(async {
        if let Err(why) = waymark_app::desk::start().await {
            waymark_app::browser::page::fail(&why);
        }
    });
}

/// Natively there is nothing to start: the pages are drawn by `prerender`.
#[cfg(not(feature = "csr"))]
fn main() {
    println!("This is the app of the staff pages. Start it with: cargo xtask serve");
}

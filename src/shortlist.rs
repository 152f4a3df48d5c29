//! Starts the app of the reader's own list: reads the directory, then draws the
//! list into its page. If anything fails the page says so.

// Views are types, one inside the other, deeper than the default allows.
#![recursion_limit = "256"]

#[cfg(feature = "csr")]
fn main() {
    waymark_app::browser::load::begin(async {
        if let Err(why) = waymark_app::take_away::start().await {
            waymark_app::browser::page::fail(&why);
        }
    });
}

/// Natively there is nothing to start: the page is drawn by `prerender`.
#[cfg(not(feature = "csr"))]
fn main() {
    println!("This is the app of the reader's own list. Start it with: cargo xtask serve");
}

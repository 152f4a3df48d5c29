//! Starts the app of the pages for partners and coordinators: reads all that is
//! published, then draws into its page. If anything fails the page stays as it
//! is, and says what to do instead.

// Views are types, one inside the other, deeper than the default allows.
#![recursion_limit = "256"]

#[cfg(feature = "keeper")]
fn main() {
    waymark_app::browser::load::begin(async {
        if let Err(why) = waymark_app::upkeep::start().await {
            waymark_app::browser::page::fail(&why);
        }
    });
}

/// Natively there is nothing to start: the pages are drawn by `prerender`.
#[cfg(not(feature = "keeper"))]
fn main() {
    println!("This is the app of the pages for partners and coordinators. Start it with: cargo xtask serve");
}

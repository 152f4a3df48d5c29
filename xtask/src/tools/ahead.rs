//! The first build, begun while the tools for it still compile.
//!
//! The tools leave some cores idle for a minute; the app and the two commands
//! that the hooks call are most of what comes after them, and need no tool.

use crate::process;
use crate::progress::Step;
use crate::trunk::{self, Profile};

/// Compiles what the first build will compile. What fails here fails there
/// again, with its reason in plain sight, so nothing is said of it.
pub(crate) fn compile(profile: Profile) {
    if trunk::fetch(profile).is_err() {
        return;
    }
    let mut step = Step::begin("the app and its pages", "compiling meanwhile");
    let log = super::log("ahead");
    // One by one, as the hooks will call them: together, their libraries would
    // be compiled with the features of both, and then again.
    let native = ["maintain", "prerender"].map(|package| {
        let mut cargo = process::cargo();
        cargo.args(["build", "--offline", "--package", package]);
        cargo
    });
    let mut app = process::cargo();
    app.args(["build", "--offline", "--target=wasm32-unknown-unknown", "--bin", "waymark-app", "--features", "csr"]);
    if profile == Profile::Release {
        app.args(["--release", "--locked"]);
    }
    let mut all = native.into_iter().chain([app]);
    let done = all.all(|mut cargo| process::logged(&mut cargo, &log, &mut step).unwrap_or(false));
    step.end(if done { "compiled" } else { "left for later" });
}

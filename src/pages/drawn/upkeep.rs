//! The two pages for partners and coordinators, as they are before their app and
//! without it: what they are for, and how to do the same by hand.

use crate::state::use_directory;
use directory::Address;
use leptos::prelude::*;

/// What stands in the place of the app until it has come.
#[component]
fn Coming() -> impl IntoView {
    view! {
        <p class="upkeep__coming needs-script">"The form is on its way. If it does not come, this browser or your network may stop it."</p>
    }
}

/// How to write to whoever publishes, if that is known.
#[component]
fn Mailbox() -> impl IntoView {
    match use_directory().site.email.clone() {
        Some(email) => {
            let href = format!("mailto:{email}?subject=An%20entry%20to%20update");
            view! { <p>"Write to "<a href=href>{email.clone()}</a>". Name the entry, what is wrong, and what is right."</p> }.into_any()
        }
        None => view! {
            <p>"This copy of the directory does not say where to write to. Ask whoever sent you here."</p>
        }
        .into_any(),
    }
}

/// Where whoever answers for entries says what is right.
#[component]
pub fn Update() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack upkeep" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Keep your entries right"</h1>
                <p class="hero__lead">"For those who answer for an entry. Say that it is still right, or what has changed."</p>
            </div>
            <div id="upkeep">
                <Coming/>
                <div class="upkeep__without">
                    <p>"The form needs the app of this site, and it does not run here. You can do the same without it:"</p>
                    <ul>
                        <li>"Fill in the spreadsheet that the coordinator sent you. One tick at “Still right” confirms an entry. Send it back."</li>
                        <li>"Or open the page of each entry and compare it with what you know: "<a href=Address::AToZ.file()>"every place by name"</a>"."</li>
                    </ul>
                    <Mailbox/>
                    <p>"Do not send names or anything about a child."</p>
                </div>
            </div>
            <p>"Are you the coordinator? "<a class="link" href=Address::Merge.file()>"Take in what came back, or take an entry out"</a></p>
        </main>
    }
}

/// Where a coordinator takes in what came back.
#[component]
pub fn Merge() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack upkeep" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Take in what came back"</h1>
                <p class="hero__lead">"For the coordinator. See what partners changed, decide, and save the new files."</p>
            </div>
            <div id="upkeep">
                <Coming/>
                <div class="upkeep__without">
                    <p>"This page needs the app of this site, and it does not run here. You can do the same without it:"</p>
                    <ul>
                        <li>"With the program that publishes this directory: "<code>"waymark merge DATA FILE"</code>" shows every difference. With "<code>"--write"</code>" it takes them in."</li>
                        <li>"To take an entry out at once: "<code>"waymark withdraw DATA ID --reason \"…\""</code>"."</li>
                    </ul>
                    <p>"If you have neither, change the files in the folder of the data by hand, or ask whoever hosts this site."</p>
                </div>
            </div>
            <p>"Do you answer for an entry? "<a class="link" href=Address::Update.file()>"Say what is right"</a></p>
        </main>
    }
}

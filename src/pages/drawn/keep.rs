//! Keeping a copy on the device: what it is, who may see it, how to remove it.
//!
//! `keep.js` works the two buttons and says how it went. Without it the page
//! says so, and offers what works without scripts.

use leptos::prelude::*;

/// Keep a copy on this device.
#[component]
pub fn Keep() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Keep a copy on this device"</h1>
                <p class="hero__lead">"Then you can read this directory when there is no internet."</p>
            </div>
            <div class="notice notice--safety">
                <h2 class="notice__title">"Is this device yours alone?"</h2>
                <p>"Anyone who uses this device can find out that the copy is here. If someone may check this device, do not keep a copy."</p>
                <p>"If you are not safe with someone, use another device. "<a href="leaving.html">"What leaving this site cannot hide"</a>"."</p>
            </div>
            <div class="keep" id="keep">
                <p class="without-script">"Keeping a copy needs scripts, and this browser does not run them. You can print any page instead."</p>
                <p class="keep__state" role="status"></p>
                <progress class="keep__progress" aria-label="How much is kept so far" hidden></progress>
                <p class="keep__act needs-script">
                    <button type="button" class="button" data-keep="keep" hidden>"Keep a copy on this device"</button>
                    <button type="button" class="button" data-keep="look" hidden>"Look for a newer copy"</button>
                    <button type="button" class="button button--quiet" data-keep="remove" hidden>"Remove from this device"</button>
                </p>
            </div>
            <article class="prose">
                <h2>"What is kept"</h2>
                <p>"Every page of this directory, and what it needs to work. Nothing that you choose, type or open is kept."</p>
                <p>"Nothing is kept until you press the button. Putting this site among your apps keeps no copy either."</p>
                <h2>"How old it gets"</h2>
                <p>"With internet, you read the newest pages, and the copy is made new. It never changes words while you read."</p>
                <p>"The booklet to print is not in the copy. It is a file of its own: "<a href="booklet.html">"get the booklet"</a>" while there is internet."</p>
                <p>"Without internet, each page says how old the copy is. After two starts of a school term it is too old. Then it hides its lists and says so."</p>
                <h2>"Phone numbers for urgent help"</h2>
                <p>"They always show, with the day on which they were checked. If one of them changes, the copy changes it when there is internet."</p>
                <p>"If a number fails, call "<a href="tel:999">"999"</a>" or "<a href="tel:111">"111"</a>"."</p>
                <h2>"How to remove it"</h2>
                <p>"Come back to this page and press “Remove from this device”. It works without internet too. Then nothing of the copy is left."</p>
                <p>"Your browser’s own history stays. If you delete the data of this site in your browser, the copy goes too. A full device may delete it by itself."</p>
            </article>
        </main>
    }
}

//! A young person asks about something that nobody may know. What they choose
//! and type stays in the browser: no request, title or storage has it.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Role, Visit};

const TYPED: &str = "cutting, zebra";
const SECRET: [&str; 7] = ["cutting", "zebra", "self-harm", "selfharm", "havering", "secondary", "need="];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    page.find(Role::ComboBox, "Say it in your own words").write(TYPED)?;
    page.radio("Havering").click()?;
    page.radio("11 to 16").click()?;
    page.link("Show *").click()?;
    page.is_at("results.html#age=secondary&need=self-harm&area=havering&words=not-kept")?;
    page.sees("(you typed “cutting, zebra”)")?;
    let title = page.title()?;
    page.audit()?;
    // The words are on the page alone: not in its address, nor in the history.
    let state = page.ask("return JSON.stringify(history.state) + location.href")?;
    let state = state.as_str().unwrap_or_default().to_lowercase();
    ensure!(!state.contains("zebra") && !state.contains("cutting"), "the history has them: {state}");
    let named = page.ask("return [...document.querySelectorAll('#words')].every((field) => !field.name && !field.form.method.match(/post/))")?;
    ensure!(named == true, "the field could be sent");
    page.reload()?;
    page.sees_no("zebra")?;
    page.link("Remove Self-harm").see()?;
    page.link("Remove 11 to 16").click()?;
    page.link("Remove Havering").click()?;
    page.link("Made-up Kestrel Chat").click()?;
    page.is_on("Made-up Kestrel Chat")?;
    page.back()?;
    page.is_at("results.html#need=self-harm&words=not-kept")?;
    page.open("privacy.html")?;
    page.sees("No log-in, no cookies.")?;
    page.audit()?;

    let titles = format!("{title} {}", page.title()?).to_lowercase();
    ensure!(!SECRET.iter().any(|word| titles.contains(word)), "a title says it: {titles}");
    for request in visit.server.requests() {
        // The page of a listing carries its name; nothing carries a choice.
        let target = request.target.replace("service/kestrel-self-harm-chat.html", "");
        let said = format!("{target} {:?}", request.headers).to_lowercase();
        let word = SECRET.iter().find(|word| said.contains(*word));
        ensure!(word.is_none(), "{word:?} was sent: {request:?}");
        ensure!(!target.contains('?'), "a request with a question: {request:?}");
        // A style sheet names itself when it asks for its font; no page does.
        let referer = request.headers.get("referer").filter(|from| !from.ends_with(".css"));
        ensure!(referer.is_none(), "a page has named itself: {request:?}");
        let sent = ["cookie", "(body)"].iter().find(|key| request.headers.contains_key(**key));
        ensure!(sent.is_none(), "{sent:?} was sent: {request:?}");
    }
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("loaded from elsewhere", &page.strangers()?)?;
    nothing("kept on the device", &page.kept()?)?;
    nothing("asked for, and not there", &visit.server.missed())
}

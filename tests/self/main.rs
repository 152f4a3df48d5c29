//! The harness, proved on pages of its own in every engine: a journey that
//! passes because nothing was looked at would be worse than none.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use waymark_tests::server::Pages;
use waymark_tests::{Engine, Instead, Journey, Key, Manner, Outcome, Role, Visit};

mod paper;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'self'; form-action 'none'";

fn main() -> std::process::ExitCode {
    let every = &Engine::ALL;
    waymark_tests::run(&[
        Journey { name: "things_are_found_by_role_and_name", engines: every, task: finds },
        Journey { name: "what_comes_late_is_waited_for", engines: every, task: waits },
        Journey { name: "the_keyboard_reaches_and_presses", engines: every, task: keyboard },
        Journey { name: "a_planted_fault_is_found_by_the_audit", engines: every, task: audits },
        Journey { name: "every_request_is_written_down", engines: every, task: diary },
        Journey { name: "a_path_can_be_made_to_fail", engines: every, task: fails },
        Journey { name: "back_and_reload_are_the_browsers_own", engines: every, task: back },
        Journey { name: "screens_have_the_width_they_were_given", engines: every, task: widths },
        Journey { name: "what_is_kept_is_seen", engines: every, task: keeps },
        Journey { name: "complaints_are_heard", engines: &Engine::ALL[..2], task: complaints },
        Journey { name: "what_the_shipped_policy_stops_is_told", engines: every, task: refusals },
        Journey { name: "an_error_is_heard_in_every_engine", engines: every, task: listens },
        Journey { name: "dark_calm_and_forced_are_told_to_the_page", engines: every, task: manners },
        Journey { name: "storage_can_be_denied", engines: every, task: denied },
        Journey { name: "paper_has_the_size_that_was_asked_for", engines: &Engine::ALL[..2], task: paper::sizes },
        Journey { name: "what_is_cut_off_or_pale_on_paper_is_named", engines: &Engine::ALL[..2], task: paper::faults },
        Journey { name: "a_code_on_paper_is_read_and_measured", engines: &Engine::ALL[..2], task: paper::codes },
    ])
}

/// A site of one page, under the policy that the real one has.
fn visit(engine: Engine, body: &str, script: &str) -> Result<Visit> {
    let page = format!(
        "<!doctype html><html lang=en-GB data-ready><head><meta charset=utf-8>\
         <meta http-equiv=Content-Security-Policy content=\"{POLICY}\">\
         <meta name=viewport content=\"width=device-width\"><title>A page</title>\
         <link rel=stylesheet href=style.css></head>\
         <body><main><h1 tabindex=-1>A page</h1>{body}</main>\
         <script src=script.js></script></body></html>"
    );
    let style = "body { color: #111; background: #fff } .pale { color: #bbb } \
        .wide { width: 700px } @media (forced-colors: active) { .f::after { content: 'forced' } }";
    let pages = [
        ("index.html", page.as_str()),
        ("other.html", "<!doctype html><html lang=en data-ready><title>Other</title><h1>Other</h1>"),
        ("style.css", style),
        ("script.js", script),
        ("words.json", r#"{"version":1}"#),
    ];
    let pages: BTreeMap<String, Vec<u8>> =
        pages.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    Visit::to_pages(engine, Pages::Memory(pages), "/a/b/")
}

fn finds(engine: Engine) -> Outcome {
    let body = "<section aria-labelledby=s><h2 id=s>Filters</h2>\
        <label><input type=checkbox id=sleep> Sleep (3)</label>\
        <fieldset><legend>Age</legend><label><input type=radio name=a> 9</label></fieldset>\
        <button>Show 3</button></section>\
        <button aria-label='Show 4'>x</button><button hidden>Show 5</button>\
        <div hidden><a href=other.html>Away</a></div>\
        <details><summary>More</summary><p>Inner</p></details>\
        <label for=area>Area</label><select id=area><option>No<option>Havering</select>";
    let visit = visit(engine, body, "")?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.sees("filters * show 3")?;
    let filters = page.region("Filters");
    filters.checkbox("Sleep*").click()?;
    filters.checkbox("Sleep*").becomes_ticked(true)?;
    filters.find(Role::Group, "Age").radio("9").click()?;
    ensure!(filters.any(Role::Button).all()?.len() == 1, "one button in the region");
    let buttons = page.button("Show *").all()?;
    let names: Vec<&str> = buttons.iter().map(|one| one.name.as_str()).collect();
    ensure!(names == ["Show 3", "Show 4"], "{names:?}");
    page.link("Away").is_gone()?;
    page.sees_no("Inner")?;
    page.button("More").click()?;
    page.sees("Inner")?;
    page.find(Role::ComboBox, "Area").choose("Havering")?;
    ensure!(page.heading("A page").see()?.role == "heading");
    Ok(())
}

fn waits(engine: Engine) -> Outcome {
    let script = "setTimeout(() => { document.querySelector('main').innerHTML +=
        '<button>Late</button>'; document.querySelector('button').onclick = () => {
        setTimeout(() => { document.title = 'Done'; location.hash = 'done=1' }, 300) } }, 400)";
    let visit = visit(engine, "", script)?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.button("Late").click()?;
    page.is_at("#done=*")?;
    ensure!(page.title()? == "Done");
    Ok(())
}

fn keyboard(engine: Engine) -> Outcome {
    let script = "let shifts = 0; addEventListener('keydown', (event) => {
        if (event.key === 'Shift' && ++shifts === 3) document.title = 'Three' });
        document.querySelector('button').onclick = () => { document.title = 'Pressed' }";
    let body = "<a href=other.html>First</a><button>Second</button>\
        <label><input type=checkbox> Third</label>";
    let visit = visit(engine, body, script)?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.tab_to("Second", 3)?;
    page.press(Key::Enter)?;
    page.until("the press", || Ok((page.title()? == "Pressed").then_some(())))?;
    page.tab_to("Third", 1)?;
    let shown = page.ask("return document.activeElement.matches(':focus-visible')")?;
    ensure!(shown == true, "the focus cannot be seen");
    page.press(Key::Space)?;
    page.checkbox("Third").becomes_ticked(true)?;
    page.press_with_shift(Key::Tab)?;
    ensure!(page.focus()?.words == "Second", "{:?}", page.focus()?);
    page.ask("document.querySelector('button').blur()")?;
    for _ in 0..2 {
        page.press(Key::Shift)?;
    }
    page.until("three shifts", || Ok((page.title()? == "Three").then_some(())))?;
    page.tab_to("First", 4)?;
    page.press(Key::Enter)?;
    page.is_at("other.html")
}

fn audits(engine: Engine) -> Outcome {
    let bad = visit(engine, "<p class=pale>Hard to read</p><input>", "")?;
    let page = bad.open(&Manner::DESKTOP, "")?;
    let found = page.violations()?.join("\n");
    ensure!(found.contains("color-contrast") && found.contains("label"), "{found}");
    let told = page.audit().map_or_else(|error| error.to_string(), |()| "nothing".to_owned());
    ensure!(told.contains("reads") && told.contains(".png"), "{told}");
    drop(page);
    let good = visit(engine, "<p>Easy to read</p>", "")?;
    good.open(&Manner::DESKTOP, "")?.audit()
}

fn diary(engine: Engine) -> Outcome {
    let script = "fetch('words.json').then(() => { document.title = 'Fetched' });
        const image = new Image(); image.src = 'http://stranger.example/pixel.png';";
    let visit = visit(engine, "", script)?;
    let page = visit.open(&Manner::DESKTOP, "#need=secret")?;
    page.until("the fetch", || Ok((page.title()? == "Fetched").then_some(())))?;
    let asked: Vec<String> = visit.server.requests().into_iter().map(|one| one.target).collect();
    ensure!(asked.iter().any(|path| path == "/a/b/words.json"), "{asked:?}");
    ensure!(!asked.iter().any(|path| path.contains("secret")), "{asked:?}");
    // The policy stops the picture before it leaves; the other page has none.
    ensure!(!visit.server.left_the_site().join(" ").contains("stranger"));
    page.open_plain("other.html")?;
    page.ask("new Image().src = 'http://stranger.example/pixel.png'")?;
    page.until("the stranger", || {
        let left = visit.server.left_the_site().join(" ");
        Ok(left.contains("stranger.example").then_some(()))
    })
}

fn fails(engine: Engine) -> Outcome {
    let script = "fetch('words.json').then((answer) => answer.ok ? answer.text() : 'status ' +
        answer.status).catch(() => 'broken').then((text) => { document.querySelector('h1')
        .textContent = text })";
    let visit = visit(engine, "", script)?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.heading("*version*").see()?;
    let upside = |bytes: Vec<u8>| bytes.into_iter().rev().collect();
    for (instead, expected) in [
        (Instead::Status(404), "status 404"),
        (Instead::Body(b"nonsense".to_vec()), "nonsense"),
        (Instead::Changed(upside), "*noisrev*"),
        // WebKit hands over the half that came, as if it were all.
        (Instead::CutOff, if engine == Engine::WebKit { "{\"vers*" } else { "broken" }),
    ] {
        visit.server.answer("words.json", instead);
        page.reload()?;
        page.heading(expected).see()?;
    }
    visit.server.answer("words.json", Instead::Late(Duration::from_millis(900)));
    let start = Instant::now();
    page.reload()?;
    page.heading("*version*").see()?;
    ensure!(start.elapsed() > Duration::from_millis(800), "it came too early");
    visit.server.heal();
    page.open_plain("missing.html")?;
    page.sees("not found")
}

fn back(engine: Engine) -> Outcome {
    let visit = visit(engine, "<a href=other.html>Go</a><p id=x>x</p>", "")?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.ask("history.replaceState(null, '', '#age=10')")?;
    page.link("Go").click()?;
    page.is_at("other.html")?;
    page.back()?;
    page.is_at("#age=10")?;
    page.reload()?;
    page.is_at("#age=10")
}

fn widths(engine: Engine) -> Outcome {
    let visit = visit(engine, "<p class=wide>Too wide</p>", "")?;
    for manner in [Manner::DESKTOP, Manner::PHONE, Manner::NARROW] {
        let page = visit.open(&manner, "")?;
        let width = page.ask("return window.innerWidth")?;
        ensure!(width == manner.width, "{width} instead of {}", manner.width);
        ensure!(page.sideways()?.is_empty() == (manner.width > 700), "{:?}", page.sideways()?);
    }
    Ok(())
}

fn keeps(engine: Engine) -> Outcome {
    let script = "localStorage.setItem('list', '1'); document.cookie = 'a=b'";
    let visit = visit(engine, "", script)?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    ensure!(page.kept()? == ["cookie: a=b", "localStorage: list"], "{:?}", page.kept()?);
    // A second browser starts with nothing.
    let cold = visit.browser(&Manner::DESKTOP)?;
    cold.open("other.html")?;
    ensure!(cold.kept()?.is_empty(), "{:?}", cold.kept()?);
    Ok(())
}

fn complaints(engine: Engine) -> Outcome {
    let visit = visit(engine, "<p style='color:red'>x</p>", "null.x")?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    let heard = page.complaints()?.join("\n");
    ensure!(heard.contains("TypeError") && heard.contains("Content") && heard.contains("Security"), "{heard}");
    ensure!(page.complaints()?.is_empty(), "each complaint is heard once");
    page.open("other.html")?;
    ensure!(page.complaints()?.is_empty(), "a page without a fault");
    Ok(())
}

fn listens(engine: Engine) -> Outcome {
    let script = "console.error('said aloud'); fetch('words.json').then(() => { throw new Error('late') }); null.x";
    let visit = visit(engine, "<img alt='' src=nothing.png>", script)?;
    visit.server.listens("script.js");
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.until("three complaints", || {
        let heard = visit.server.refusals().join("\n");
        Ok(["said aloud", "late", "null"].iter().all(|part| heard.contains(part)).then_some(()))
    })
}

/// A policy that only the headers have, as they stand in `_headers`.
fn refusals(engine: Engine) -> Outcome {
    let headers = "/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'\n";
    let page = |body: &str| format!("<!doctype html><html lang=en data-ready><title>A</title><h1>A</h1>{body}");
    let pages = [
        ("_headers", headers.to_owned()),
        ("index.html", page("<link rel=icon href=data:,>")),
        ("bad.html", page("<script>document.title = 'Run'</script>")),
    ];
    let pages = pages.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    let visit = Visit::to_pages(engine, Pages::Memory(pages), "/a/b/")?;
    ensure!(visit.server.sends_a_policy());
    let page = visit.open(&Manner::DESKTOP, "bad.html")?;
    page.until("a report", || {
        let told = visit.server.refusals().join("\n");
        Ok((told.contains("bad.html") && told.contains("script")).then_some(()))
    })?;
    ensure!(page.title()? == "A", "the script was run");
    ensure!(visit.server.requests().iter().all(|one| one.method == "GET"), "a report is no request of the page");
    Ok(())
}

fn manners(engine: Engine) -> Outcome {
    let visit = visit(engine, "", "")?;
    let told = |manner: &Manner, query: &str| -> Result<bool> {
        let page = visit.open(manner, "")?;
        Ok(page.ask(&format!("return matchMedia('({query})').matches"))? == true)
    };
    let plain = Manner::PHONE;
    let dark = Manner { dark: true, ..Manner::PHONE };
    ensure!(!told(&plain, "prefers-color-scheme: dark")?, "dark without asking");
    ensure!(told(&dark, "prefers-color-scheme: dark")?, "dark is not told");
    if engine != Engine::WebKit {
        let calm = Manner { calm: true, ..Manner::PHONE };
        ensure!(told(&calm, "prefers-reduced-motion: reduce")?, "calm is not told");
        let forced = Manner { forced_colours: true, ..Manner::PHONE };
        ensure!(told(&forced, "forced-colors: active")?, "forced colours are not told");
    }
    Ok(())
}

fn denied(engine: Engine) -> Outcome {
    let script = "try { localStorage.setItem('a', 'b'); document.title = 'Kept' }
        catch { document.title = 'Refused' }";
    let visit = visit(engine, "", script)?;
    let page = visit.open(&Manner { no_storage: true, ..Manner::PHONE }, "")?;
    ensure!(page.title()? == "Refused", "{}", page.title()?);
    Ok(())
}

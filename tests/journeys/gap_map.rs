//! Eight weeks have gone by, and the group meets: where is nothing listed? The
//! coordinator reads the gap map with the keyboard alone and by its table,
//! looks from one area and by grouping, opens a cell, and takes it along on one
//! page, as a spreadsheet and as a picture.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use serde_json::json;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Thing, Visit};

/// Cells that do not say their head on a narrow screen, or have no link to hit.
const LOST: &str = "
return [...document.querySelectorAll('.gaps__cell')].filter((cell) => {
  const head = getComputedStyle(cell, '::before').content;
  const link = cell.querySelector('a.needs-app').getBoundingClientRect();
  // Firefox tells the rule, the others what it makes of it.
  const says = [JSON.stringify(cell.dataset.label), 'attr(data-label)'].includes(head) && cell.dataset.label;
  return !says || link.width < 43.5 || link.height < 43.5;
}).map((cell) => cell.parentElement.innerText.slice(0, 40))";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff.html")?;
    page.find(Role::Navigation, "For school staff").link("Where the gaps are").click()?;
    page.is_at("staff/gaps.html")?;
    page.is_on("What is listed, not what is needed")?;
    page.sees("Of 140 cells,")?;
    reads_the_table(&page)?;
    page.audit()?;
    by_keyboard(&page)?;
    looks_from_one_area(&page)?;
    opens_a_cell(&page)?;
    takes_it_along(&page)?;
    by_grouping(&page)?;
    if engine == Engine::Chromium {
        on_one_page(&page)?;
    }
    strange_links_are_named(&page)?;
    on_a_small_screen(&visit)?;
    nothing("it left the site", &visit.server.left_the_site())
}

fn reads_the_table(page: &Page<'_>) -> Outcome {
    let table = page.find(Role::Table, "Entries for each need and age: All areas together*");
    for head in ["Need", "Under 5", "5 to 11", "11 to 16", "16 to 18", "18 to 25"] {
        table.find(Role::ColumnHeader, head).see()?;
    }
    table.find(Role::RowHeader, "Drugs, alcohol, smoking and vaping").see()?;
    page.region("What the group has noted").says("More schools ask about vaping in Year 6.")?;
    page.region("What the map says").says("It fills no cell by itself.")
}

/// Nothing but Tab, Enter and the arrows, from the top of the page.
fn by_keyboard(page: &Page<'_>) -> Outcome {
    page.open("staff/gaps.html")?;
    page.tab_to("Skip to the main part", 1)?;
    page.press(Key::Enter)?;
    page.tab_to("Area", 14)?;
    page.tab_to("Save as a picture (SVG)", 8)?;
    // The first cell of the table, in words that say its state.
    page.tab_to("Only national*", 2)?;
    page.tab_back_to("Area", 10)?;
    // WebKit opens the list as a window of the system, which takes no keys here.
    if page.session().engine != Engine::WebKit {
        page.press(Key::Down)?;
        page.is_at("staff/gaps.html#area=havering")?;
        ensure!(page.focus()?.words.contains("Area"), "the focus has left the list: {:?}", page.focus()?);
    }
    Ok(())
}

fn looks_from_one_area(page: &Page<'_>) -> Outcome {
    page.find(Role::ComboBox, "Area").choose("Southwark")?;
    page.is_at("staff/gaps.html#area=southwark")?;
    page.find(Role::Table, "Entries for each need and age: Southwark*").see()?;
    page.find(Role::ComboBox, "All or checked").choose("Checked by the publisher")?;
    page.is_at("staff/gaps.html#area=southwark&checked=publisher")?;
    page.sees("The list that a cell opens holds entries that are not checked, too.")?;
    page.find(Role::ComboBox, "All or checked").choose("All entries")?;
    page.find(Role::ComboBox, "Free or paid").choose("Somebody pays")?;
    page.is_at("staff/gaps.html#area=southwark&cost=paid")?;
    page.find(Role::ComboBox, "Free or paid").choose("Free or paid")?;
    page.find(Role::ComboBox, "Kind of entry").choose("Service")?;
    page.is_at("staff/gaps.html#area=southwark&kind=service")?;
    page.reload()?;
    page.find(Role::Table, "Entries for each need and age: Southwark*").see()?;
    page.find(Role::ComboBox, "Kind of entry").choose("Any help")?;
    page.is_at("staff/gaps.html#area=southwark")
}

/// What a cell says, and the list that it opens, are the same.
fn opens_a_cell(page: &Page<'_>) -> Outcome {
    let cell = vaping(page, 3);
    let said = cell.see()?.text;
    ensure!(said.contains("1 local") && said.contains("in doubt") && said.contains("to ask"), "{said}");
    let numbers = |words: &str| -> usize {
        let numbers =
            words.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse::<usize>().ok());
        numbers.sum()
    };
    let (fits, ask) = match said.split_once("in doubt, ") {
        Some((fits, ask)) => (numbers(fits), numbers(ask)),
        None => (numbers(&said), 0),
    };
    cell.click()?;
    page.is_at(
        "staff/results.html#age=secondary&need=substances&area=southwark&kind=helpline,service,digital,contact",
    )?;
    page.is_ready()?;
    let rows = crate::site::rows(page)?;
    let of = |fit: &str| rows.iter().filter(|(_, one)| one == fit).map(|(id, _)| id.as_str()).collect::<Vec<_>>();
    ensure!(of("fits").len() == fits, "{said}, and in the list {:?}", of("fits"));
    ensure!(of("may").len() >= ask, "{said}, and in the list {:?}", of("may"));
    ensure!(of("fits").contains(&"gap-vape-group") && of("fits").contains(&"gap-vape-old"), "{rows:?}");
    ensure!(of("may").contains(&"gap-vape-any-age") && !rows.iter().any(|(id, _)| id == "gap-vape-course"), "{rows:?}");
    page.back()?;
    page.is_at("staff/gaps.html#area=southwark")?;
    page.is_ready()
}

/// A cell of the row about vaping.
fn vaping<'a>(page: &'a Page<'a>, column: usize) -> Thing<'a> {
    page.css(&format!("tr[data-need='substances'] td:nth-of-type({column}) a.needs-app"))
}

fn takes_it_along(page: &Page<'_>) -> Outcome {
    page.catch_files()?;
    page.button("Save as a spreadsheet (CSV)").click()?;
    let rows = page.taken(0)?;
    ensure!(rows.name == "gap-map-southwark-2026-11-21.csv" && rows.kind.starts_with("text/csv"), "{}", rows.name);
    ensure!(rows.bytes.starts_with(b"\xef\xbb\xbfneed,need_slug,age,"), "a spreadsheet would misread its letters");
    let text = String::from_utf8(rows.bytes)?;
    ensure!(text.lines().count() == 1 + 28 * 5, "{} rows", text.lines().count());
    let vaping = text.lines().find(|line| line.contains(",substances,") && line.contains(",secondary,"));
    let vaping = vaping.context("a row for each cell")?;
    ensure!(
        vaping.contains(",thin,1,") && vaping.ends_with(",Southwark,Any help,Free or paid,Checked or not,2026-11-21"),
        "{vaping}"
    );

    page.button("Save as a picture (SVG)").click()?;
    let picture = page.taken(1)?;
    ensure!(picture.name == "gap-map-southwark-2026-11-21.svg" && picture.kind == "image/svg+xml", "{}", picture.name);
    let text = String::from_utf8(picture.bytes)?;
    ensure!(text.contains("Southwark. All THRIVE groupings together."), "{text}");
    let drawn = page.session().script(
        "const read = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
         return read.querySelector('parsererror') ? -1 : read.querySelectorAll('rect[class]').length;",
        &json!([text]),
    )?;
    ensure!(drawn == 28 * 5, "the picture draws {drawn} cells");
    Ok(())
}

fn by_grouping(page: &Page<'_>) -> Outcome {
    let grouping = page.find(Role::ComboBox, "THRIVE grouping");
    grouping.choose("Getting help")?;
    page.is_at("staff/gaps.html#area=southwark&thrive=getting-help")?;
    vaping(page, 3).says("1 local")?;
    grouping.choose("Each, side by side")?;
    page.is_at("staff/gaps.html#area=southwark&show=each")?;
    page.sees("Of 700 cells,")?;
    let table = page.find(Role::Table, "Entries for each need and age: Southwark*");
    for head in
        ["Thriving", "Getting advice and signposting", "Getting help", "Getting more help", "Getting risk support"]
    {
        table.find(Role::ColumnHeader, head).see()?;
    }
    // A few signs are seen; the words stand there to be heard.
    let words = vaping(page, 13).with("return thing.innerText")?;
    ensure!(words.as_str().is_some_and(|words| words.contains("Thin: 1 local")), "{words}");
    nothing("wider than the screen", &page.sideways()?)?;
    page.audit()
}

/// As Chromium prints it: one page of A4 on its side, of a size that is printed.
fn on_one_page(page: &Page<'_>) -> Outcome {
    for address in ["staff/gaps.html#area=southwark&show=each", "staff/gaps.html"] {
        page.open_plain("404.html")?;
        page.open(address)?;
        let pdf = printed(page)?;
        let text = String::from_utf8_lossy(&pdf);
        let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
        ensure!(pages == 1, "{address} is printed on {pages} pages");
        ensure!(text.contains("/MediaBox [0 0 841.9"), "{address} is not printed on its side");
        ensure!(pdf.len() < 2_000_000, "{address} is a print of {} bytes", pdf.len());
    }
    Ok(())
}

fn printed(page: &Page<'_>) -> Result<Vec<u8>> {
    let wish = json!({ "preferCSSPageSize": true, "printBackground": false });
    let answer = page.session().chromium("Page.printToPDF", &wish)?;
    let text = answer["data"].as_str().context("the browser printed nothing")?;
    Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
}

fn strange_links_are_named(page: &Page<'_>) -> Outcome {
    page.open_plain("404.html")?;
    page.open("staff/gaps.html#area=atlantis&kind=training&thrive=getting-help")?;
    page.sees("Part of this link no longer works")?;
    page.sees("area: atlantis")?;
    page.sees("kind: training")?;
    page.find(Role::Table, "Entries for each need and age: All areas together*Getting help*").see()?;
    Ok(())
}

/// 320 pixels: no head is lost, nothing runs off the side, all can be hit.
fn on_a_small_screen(visit: &Visit) -> Outcome {
    for address in ["staff/gaps.html", "staff/gaps.html#show=each"] {
        let page = visit.open(&Manner::NARROW, address)?;
        nothing("wider than the screen", &page.sideways()?)?;
        let lost = page.ask(LOST)?;
        let lost: Vec<String> = lost.as_array().into_iter().flatten().map(ToString::to_string).collect();
        nothing("a cell has lost its head, or is too small", &lost)?;
        page.audit()?;
    }
    Ok(())
}

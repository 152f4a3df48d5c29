//! A father with a keyboard and a narrow screen puts three places side by side:
//! every cell says whose it is, and what nobody knows says so.

use anyhow::{Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Visit};

const LIST: &str =
    "list.html#list=meadow-counselling,new-bridge-service,harbour-school-team,beacon-helpline,quiet-corner";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::NARROW, LIST)?;
    page.heading("A list somebody sent you").see()?;
    with_keys(&page)?;
    page.sees("2 of at most 4 places.")?;
    nothing("runs off the side", &page.sideways()?)?;
    every_cell_is_named(&page, 2)?;
    page.checkbox("Compare: Made-up Harbour School Team").click()?;
    page.checkbox("Compare: Made-up Quiet Corner").click()?;
    page.sees("4 of at most 4 places.")?;
    let fifth = page.checkbox("Compare: Made-up Beacon Parents Helpline");
    ensure!(fifth.with("return thing.disabled")? == true, "a fifth can be ticked");
    every_cell_is_named(&page, 4)?;
    page.css(".compare").says("Wait")?;
    let unknown = page.ask("return [...document.querySelectorAll('.compare__cell')].filter((cell) => cell.innerText.includes('Not known')).length")?;
    ensure!(unknown.as_u64().is_some_and(|count| count > 0), "nothing says that it is not known");
    let empty = page.ask(
        "return [...document.querySelectorAll('.compare__cell span')].filter((cell) => !cell.innerText.trim()).length",
    )?;
    ensure!(empty == 0, "{empty} cells are empty");
    nothing("runs off the side", &page.sideways()?)?;
    page.audit()?;
    on_a_desk(&visit)
}

/// The keyboard alone ticks two, and the focus stays on the box.
fn with_keys(page: &Page<'_>) -> Outcome {
    for name in ["Compare*Made-up Meadow Counselling", "Compare*Made-up New Bridge Service"] {
        page.tab_to(name, 40)?;
        page.press(Key::Space)?;
        page.is_on(name)?;
    }
    page.checkbox("Compare: Made-up New Bridge Service").becomes_ticked(true)
}

/// Each cell has the header of its row and of its column, and on this screen says
/// the second in sight.
fn every_cell_is_named(page: &Page<'_>, columns: u64) -> Result<()> {
    let table = page.ask(
        "const table = document.querySelector('table.compare');
         const rows = [...table.querySelectorAll('tbody tr')];
         return [table.querySelectorAll('thead th[scope=col]').length, rows.length,
            rows.every((row) => row.querySelector('th[scope=row]').innerText.trim()),
            rows.every((row) => [...row.querySelectorAll('td')].every((cell) => {
                // Some browsers tell what is asked for, others what is written.
                const before = getComputedStyle(cell, '::before').content;
                return cell.dataset.label && (before.includes(cell.dataset.label) || before === 'attr(data-label)');
            }))]",
    )?;
    ensure!(table[0] == columns && table[1] == 7 && table[2] == true && table[3] == true, "{table}");
    Ok(())
}

/// On a wide screen the heads stand above their columns.
fn on_a_desk(visit: &Visit) -> Outcome {
    let page = visit.open(&Manner::DESKTOP, LIST)?;
    page.checkbox("Compare: Made-up Meadow Counselling").click()?;
    page.checkbox("Compare: Made-up Beacon Parents Helpline").click()?;
    page.css(".compare__head").nth(1).see()?;
    let heads = page.ask("return [...document.querySelectorAll('.compare__head')].map((head) => head.getBoundingClientRect().height > 20)")?;
    ensure!(heads == serde_json::json!([true, true]), "{heads}");
    nothing("runs off the side", &page.sideways()?)?;
    page.audit()
}

//! Paper, proved on pages that are wrong on purpose.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use qrcodegen::{QrCode, QrCodeEcc};
use waymark_tests::server::Pages;
use waymark_tests::{Engine, Manner, Outcome, Page, Paper, Size, Visit};

/// A page that is right in all that is asked of paper.
const RIGHT: &str = "<p>A plain sentence.</p><p>Another, with a number: 01632 960301.</p>";

const STYLE: &str = "
body { color: #111 }
.box { width: 30mm; overflow: hidden; white-space: nowrap }
.box span { margin-left: 10mm }
.faint { color: #bbb; print-color-adjust: exact }
.small { font-size: 6pt }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
.quiet { margin: 12mm; width: max-content }
.quiet svg { display: block }
.tight { border: 1mm solid; padding: 2mm }";

/// A page with this in it, of which `print` makes paper.
fn printed_by(
    engine: Engine,
    style: &str,
    body: &str,
    print: impl for<'a, 'b> Fn(&'a Page<'b>) -> Result<Paper>,
) -> Result<Paper> {
    let page = format!(
        "<!doctype html><html lang=en-GB><meta charset=utf-8><title>A page</title>\
         <link rel=stylesheet href=style.css><body>{body}</body></html>"
    );
    let files = [("index.html", page), ("style.css", format!("{STYLE}{style}"))];
    let files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    let visit = Visit::to_pages(engine, Pages::Memory(files), "/")?;
    let page = visit.browser(&Manner::DESKTOP)?;
    page.open_plain("")?;
    print(&page)
}

fn printed(engine: Engine, body: &str) -> Result<Paper> {
    printed_by(engine, "", body, |page| page.print())
}

pub(super) fn sizes(engine: Engine) -> Outcome {
    for size in [Size::A4, Size::A5] {
        let paper = printed_by(engine, "", RIGHT, |page| page.prints_soundly(size, "a page that is right"))?;
        ensure!(paper.is_on(size)?, "{size:?} is {:?}", paper.sizes()?);
        ensure!(paper.says("A plain sentence. Another, with a number: 01632 960301."), "{:?}", paper.sheets);
        ensure!(!paper.says("A plain sentence. Another, without"), "it says what nobody wrote");
    }
    if engine == Engine::Chromium {
        for (style, size) in [("@page { size: A5 }", Size::A5), ("@page { size: A4 }", Size::A4), ("", Size::A4)] {
            let paper = printed_by(engine, style, RIGHT, |page| page.print_as_asked())?;
            ensure!(paper.is_on(size)?, "asked for {size:?}, and it is {:?}", paper.sizes()?);
        }
    }
    Ok(())
}

pub(super) fn faults(engine: Engine) -> Outcome {
    let long = "abcdefghijklmnopqrstuvwxyz".repeat(12);
    let body = format!("<p>short</p><p>{long}</p>");
    if engine == Engine::Chromium {
        printed_by(engine, "", &body, |page| {
            let paper = page.print()?;
            let lost = page.lost(&paper)?;
            ensure!(lost == [long.as_str()], "lost over the edge: {lost:?}");
            Ok(paper)
        })?;
        // For a person it makes a page smaller that is too wide, before it cuts.
        let wide = printed_by(engine, "", &body, |page| page.print_as_asked())?;
        ensure!(wide.below(9.0)?.len() == 2, "all of it is smaller: {:?}", wide.below(9.0)?);
        let sound = printed_by(engine, "", &body, |page| page.prints_soundly(Size::A4, "a page that is too wide"));
        // Chromium leaves out what nobody would see: all of it, or since 156 the letters beyond the edge.
        let says = |error: &str| error.contains("it is lost") || error.contains("cut off: abcdefghijklm");
        ensure!(sound.as_ref().is_err_and(|error| says(&error.to_string())), "it is not sound: {sound:?}");
    } else {
        let wide = printed(engine, &body)?;
        let begins = |words: &[String]| words.len() == 1 && long.starts_with(words[0].as_str());
        ensure!(begins(&wide.cut()?), "over the edge: {:?}", wide.cut()?);
        ensure!(begins(&wide.beyond(5.0)?), "in the margin: {:?}", wide.beyond(5.0)?);
        ensure!(wide.is_sound("a page that is too wide").is_err(), "it is not sound");
    }
    let small = printed(engine, "<p>plain</p><p class=small>small</p>")?;
    ensure!(small.below(7.0)? == ["small"] && small.below(6.0)?.is_empty(), "too small: {:?}", small.below(7.0)?);

    let boxed = printed(engine, "<p class=box>box <span>behind-the-edge</span></p>")?;
    let boxed_off = boxed.cut()?;
    // Chromium parts a word at a hyphen or, since 156, anywhere, and leaves out what nobody would see.
    ensure!(boxed_off.len() == 1 && boxed_off[0].starts_with("behin"), "cut off by a box: {boxed_off:?}");
    ensure!(boxed.beyond(5.0)?.is_empty(), "no margin is touched: {:?}", boxed.beyond(5.0)?);

    let pale = printed(engine, "<p>dark</p><p class=faint>faint</p>")?;
    ensure!(pale.pale()? == ["faint"], "too pale: {:?}", pale.pale()?);

    let heard = "<p>seen <span class=heard>heard alone</span></p>";
    if engine == Engine::Chromium {
        printed_by(engine, "", heard, |page| {
            let paper = page.print()?;
            ensure!(page.lost(&paper)?.is_empty(), "what is for screen readers is not lost");
            Ok(paper)
        })?;
    }
    let heard = printed(engine, heard)?;
    ensure!(heard.cut()?.is_empty(), "what is for screen readers is not cut off: {:?}", heard.cut()?);
    Ok(())
}

/// A code as a drawing of squares, this wide in millimetres.
fn drawn(text: &str, millimetres: f64) -> Result<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|error| anyhow::anyhow!("{error}"))?;
    let size = code.size();
    let squares = (0..size).flat_map(|down| (0..size).map(move |across| (across, down)));
    let path: String = squares
        .filter(|(across, down)| code.get_module(*across, *down))
        .map(|(across, down)| format!("M{across},{down}h1v1h-1z"))
        .collect();
    Ok(format!(
        "<svg width={millimetres}mm height={millimetres}mm viewBox='0 0 {size} {size}'><path d='{path}'/></svg>"
    ))
}

pub(super) fn codes(engine: Engine) -> Outcome {
    let (first, second) = ("https://example.org/service/a.html", "https://example.org/list.html#list=bcdfgh");
    let body = format!(
        "<p>Two codes.</p><div class=quiet>{}</div><div class='quiet tight'>{}</div>",
        drawn(first, 20.0)?,
        drawn(second, 32.0)?
    );
    let paper = printed(engine, &body)?;
    let mut codes = paper.codes()?;
    codes.sort_by(|one, other| one.side.total_cmp(&other.side));
    let texts: Vec<&str> = codes.iter().map(|code| code.text.as_str()).collect();
    ensure!(texts == [first, second], "{codes:?}");
    for (code, side) in codes.iter().zip([20.0, 32.0]) {
        ensure!((code.side - side).abs() < 0.2, "{} wide instead of {side}", code.side);
        ensure!((code.module * 29.0 - side).abs() < 0.2, "a module is {} wide", code.module);
    }
    ensure!(codes[0].is_quiet && !codes[1].is_quiet, "one has white around it, the other a line: {codes:?}");
    ensure!(printed(engine, RIGHT)?.codes()?.is_empty(), "a page without a code has none");
    Ok(())
}

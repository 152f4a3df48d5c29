//! An address as a QR code: dark on light whatever the page's colours are, with
//! the quiet edge that cameras need.

use super::markup::{Markup, el};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The quiet edge on each side, in modules: the least that the standard allows.
const EDGE: i32 = 4;

/// A QR code of this address, which read out is `label`. The address itself
/// stands in words beside it, for whoever has no camera. `None` if it is too long
/// for any code.
pub fn qr(address: &str, label: String) -> Option<Markup> {
    let (line, size) = line_of(address)?;
    let edge = (-EDGE).to_string();
    let whole = (size + 2 * EDGE).to_string();
    let view = [edge.as_str(), &edge, &whole, &whole].join(" ");
    let svg = el("svg", "qr").with("viewBox", view).with("role", "img").with("aria-label", label);
    Some(svg.with("shape-rendering", "crispEdges").holds(el("path", "qr__dark").with("d", line)))
}

/// The dark modules as one line, a bar for each run of them, and how many modules
/// the code is wide. A quarter of it may be damaged by a fold or a stain where
/// that makes it no larger, and 15 in 100 in any case.
fn line_of(address: &str) -> Option<(String, i32)> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut line = String::new();
    for row in 0..size {
        let mut from = 0;
        while from < size {
            if !code.get_module(from, row) {
                from += 1;
                continue;
            }
            let end = (from..size).find(|at| !code.get_module(*at, row)).unwrap_or(size);
            // Writing to a string cannot fail.
            let _ = write!(line, "M{from} {row}h{0}v1h-{0}z", end - from);
            from = end;
        }
    }
    Some((line, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many dots of the picture a module is wide.
    const DOTS: usize = 4;

    /// Draws the line as a picture and has it read by another hand.
    fn read_back(address: &str) -> String {
        let (line, size) = line_of(address).unwrap();
        let side = (size + 2 * EDGE) as usize;
        let mut dark = vec![false; side * side];
        for bar in line.split('M').skip(1) {
            let (from, rest) = bar.split_once(' ').unwrap();
            let (row, length) = rest.split_once('h').unwrap();
            let length: usize = length.split_once('v').unwrap().0.parse().unwrap();
            let at = |text: &str| text.parse::<i32>().unwrap() + EDGE;
            let start = at(row) as usize * side + at(from) as usize;
            dark[start..start + length].fill(true);
        }
        let shade = |x: usize, y: usize| if dark[y / DOTS * side + x / DOTS] { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * DOTS, side * DOTS, shade);
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "{address}");
        grids[0].decode().unwrap().1
    }

    #[test]
    fn every_address_is_read_back_by_another_hand() {
        let list =
            |count: usize| format!("https://example.org/a/b/list.html#list={}", ["sb4n3t"; 50][..count].join(","));
        for address in [
            "https://a.uk/",
            "https://example.org/waymark/service/a-service-with-quite-a-long-name-in-southwark.html",
            "http://127.0.0.1:8080/list.html#list=4s85d8",
            &list(4),
            &list(12),
            &list(50),
        ] {
            assert_eq!(read_back(address), address);
        }
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert!(qr(&"x".repeat(3000), String::new()).is_none());
        assert!(qr("https://example.org/", "QR code".to_owned()).is_some());
    }
}

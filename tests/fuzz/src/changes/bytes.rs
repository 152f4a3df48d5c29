//! Mistakes in bytes.

use fastrand::Rng;

/// What has a meaning in some file, and numbers that are too large, too small or
/// none.
const TOKENS: [&str; 72] = [
    "0",
    "-1",
    "1",
    "255",
    "256",
    "65535",
    "2147483648",
    "4294967295",
    "18446744073709551615",
    "99999999999999999999999999",
    "1e309",
    "-1e309",
    "NaN",
    "0.1",
    "1e-400",
    "00",
    "0001-01-01",
    "2026-02-30",
    "9999-12-31",
    "29/02/2027",
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "[[[[[[[[",
    "{\"a\":",
    "\"",
    "'",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{0}",
    "\u{feff}",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "é",
    "😀",
    "ﬀ",
    "İ",
    "ß",
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    "&#x10ffff;",
    "&x;",
    "]]>",
    "<!--",
    "<![CDATA[",
    "<!DOCTYPE a>",
    "/>",
    "../",
    "//",
    "=1+1",
    "@",
    "|",
    "%00",
    "%",
    "#",
    "sep=;\n",
    "XFD1048576",
    "A1:XFD1048576",
    "5-11",
    "up to 18",
    "clear this",
];

/// Some bytes with one mistake to eight. `other` lends pieces.
pub(super) fn changed(whole: &[u8], other: &[u8], chance: &mut Rng) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=chance.usize(..8) {
        one(&mut bytes, other, chance);
    }
    bytes
}

fn one(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Rng) {
    let at = chance.usize(..=bytes.len());
    let length =
        if chance.u8(..4) == 0 { chance.usize(..=bytes.len() - at) } else { chance.usize(..=24).min(bytes.len() - at) };
    let range = at..at + length;
    match chance.u8(..12) {
        0 => bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << chance.u8(..8)),
        1 => bytes.get_mut(at).into_iter().for_each(|byte| *byte = chance.u8(..)),
        2 => drop(bytes.drain(range)),
        3 => {
            let piece = bytes[range].to_vec();
            bytes.splice(at..at, piece);
        }
        // Many times over, as in files that are made to fill a memory.
        4 if chance.u8(..8) == 0 => {
            let piece = bytes[at..at + length.min(64)].to_vec();
            let times = 1 << chance.usize(..12);
            bytes.splice(at..at, piece.repeat(times));
        }
        5 | 6 => drop(bytes.splice(at..at, token(chance))),
        7 => drop(bytes.splice(range, token(chance))),
        8 => number(bytes, at, chance),
        9 => {
            let from = chance.usize(..=other.len());
            let piece = &other[from..other.len().min(from + chance.usize(..200))];
            bytes.splice(range, piece.iter().copied());
        }
        10 => bytes.truncate(at),
        _ => {
            let to = chance.usize(..=bytes.len());
            let piece: Vec<u8> = bytes[range].to_vec();
            bytes.splice(to..to, piece);
        }
    }
}

fn token(chance: &mut Rng) -> Vec<u8> {
    TOKENS[chance.usize(..TOKENS.len())].as_bytes().to_vec()
}

/// Puts another number in the place of the next one.
fn number(bytes: &mut Vec<u8>, from: usize, chance: &mut Rng) {
    let Some(begin) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
    let length = bytes[begin..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let other = TOKENS[chance.usize(..18)].bytes();
    bytes.splice(begin..begin + length, other);
}

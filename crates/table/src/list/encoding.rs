//! In which encoding a list was written.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a list and the name of its encoding: as its mark says, as UTF-8, or
/// as the bytes make likely for a list from this country.
pub(super) fn decoded(bytes: &[u8]) -> (Cow<'_, str>, &'static str) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(length..).unwrap_or_default();
        return (lines(encoding.decode_without_bom_handling(rest).0), encoding.name());
    }
    if let Some(encoding) = wide(bytes) {
        return (lines(encoding.decode_without_bom_handling(bytes).0), encoding.name());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (lines(Cow::Borrowed(text)), "UTF-8");
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"uk"), Utf8Detection::Deny);
    let guess = if guess == WINDOWS_1252 && is_macintosh(bytes) { MACINTOSH } else { guess };
    (lines(guess.decode_without_bom_handling(bytes).0), guess.name())
}

/// A text whose rows end as rows do today. A Mac of long ago ended them in another
/// way.
fn lines(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_old = text.contains('\r') && !text.contains('\n');
    if is_old { Cow::Owned(text.replace('\r', "\n")) } else { text }
}

/// Two bytes for each sign, without a mark that says so: every other byte of what
/// is written in Latin letters is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2_048))?;
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if half < 2 || !bytes.len().is_multiple_of(2) {
        None
    } else if odd * 10 > half * 7 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a list was saved by Excel on a Mac in its old encoding: an apostrophe
/// between letters, or a dash or bullet between spaces, where Windows has a
/// capital letter of another language.
fn is_macintosh(bytes: &[u8]) -> bool {
    let count = |is_it: fn(u8, u8, u8) -> bool| {
        bytes.windows(3).filter(|part| matches!(part, [before, sign, after] if is_it(*before, *sign, *after))).count()
    };
    let of_mac = count(|before, sign, after| {
        let is_word = before.is_ascii_lowercase() && (after.is_ascii_lowercase() || after == b' ');
        (sign == 0xd5 && is_word) || (matches!(sign, 0xd0 | 0xd1 | 0xa5) && before == b' ' && after == b' ')
    });
    let of_windows = count(|before, sign, _| before.is_ascii_lowercase() && matches!(sign, 0x92 | 0xe9 | 0xe8 | 0xeb));
    of_mac > of_windows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, name: &str) {
        assert_eq!(decoded(bytes), (Cow::Borrowed(text), name));
    }

    #[test]
    fn a_list_is_read_in_the_encoding_in_which_it_was_saved() {
        check("\u{feff}Zoë’s\r\n£5".as_bytes(), "Zoë’s\r\n£5", "UTF-8");
        check("Zoë’s £5".as_bytes(), "Zoë’s £5", "UTF-8");
        check(b"Zo\xeb\x92s \xa35", "Zoë’s £5", "windows-1252");
        check(b"Children\xd5s Nest \xa35", "Children’s Nest £5", "macintosh");
        check(b"a,b\rc,d", "a,b\nc,d", "UTF-8");
        let wide: Vec<u8> = "a,Zoë\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "a,Zoë\n", "UTF-16LE");
        let wide: Vec<u8> = "\u{feff}a,Zoë\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&wide, "a,Zoë\n", "UTF-16BE");
    }
}

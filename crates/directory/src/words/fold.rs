//! Folding: two spellings of one thing become one.
//!
//! It lower-cases, turns `&` into "and", drops apostrophes, joins what hyphens
//! and dashes split, and folds accents, white space and all else that is no
//! letter and no digit. It holds no Unicode tables, so that they stay out of
//! the wasm; a test compares it with them over the whole directory.

/// Folds a text: only letters, digits and single spaces are left, and what a
/// hyphen splits is joined: "self-harm" is "selfharm".
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| push(&mut folded, letter, ""));
    in_single_spaces(&folded)
}

/// The same, but what a hyphen splits stays apart: "self harm".
pub fn fold_apart(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| push(&mut folded, letter, " "));
    in_single_spaces(&folded)
}

fn in_single_spaces(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2013}')
}

fn push(folded: &mut String, letter: char, hyphen: &str) {
    match letter {
        'a'..='z' | '0'..='9' => folded.push(letter),
        'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
        '&' => folded.push_str(" and "),
        '\'' | '\u{2018}' | '\u{2019}' => {}
        _ if is_hyphen(letter) => folded.push_str(hyphen),
        _ if letter.is_ascii() => folded.push(' '),
        _ if is_passed_over(letter) => {}
        _ => match plain(small(letter)) {
            Some(letters) => folded.push_str(letters),
            None if is_letter(letter) => folded.push(small(letter)),
            None => folded.push(' '),
        },
    }
}

/// The small letter of a capital: Latin, Greek and Cyrillic. Other scripts
/// that have capitals are left as they are.
fn small(letter: char) -> char {
    let code = u32::from(letter);
    let more = match code {
        0xd7 => 0,
        0xc0..=0xde | 0x391..=0x3ab | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        // Here each capital stands before its small letter.
        0x139..=0x148 | 0x179..=0x17e => code & 1,
        0x100..=0x137 | 0x14a..=0x177 | 0x218..=0x21b | 0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => !code & 1,
        0x1e00..=0x1e95 | 0x1ea0..=0x1eff => !code & 1,
        0x178 => return 'ÿ',
        0x1e9e => return 'ß',
        _ => 0,
    };
    char::from_u32(code + more).unwrap_or(letter)
}

/// Whether a sign stands for something once it is folded.
pub fn is_letter_or_digit(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || !sign.is_ascii() && (plain(small(sign)).is_some() || is_letter(sign))
}

/// Whether a sign beyond ASCII is a letter or a digit, by its block.
fn is_letter(letter: char) -> bool {
    !matches!(
        u32::from(letter),
        0..=0xbf | 0xd7 | 0xf7 | 0x2b0..=0x36f | 0x2000..=0x2bff | 0x2e00..=0x2e7f | 0x3000..=0x3004 | 0x3008..=0x303f
            | 0xe000..=0xf8ff | 0xfe00..=0xfe6f | 0xff01..=0xff0f | 0xfff0..=0xffff | 0x1f000..=0x1faff | 0xe0000..
    )
}

/// Marks that stand on the letter before, and what has no width.
fn is_passed_over(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The plain letters of a Latin one with accents, in lower case: all of Latin-1
/// and Latin Extended-A, and the signs that people paste.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ª' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' | 'ĸ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'º' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ß' => "ss",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ſ' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        '¹' => "1",
        '²' => "2",
        '³' => "3",
        '½' => "1 2",
        '¼' => "1 4",
        '¾' => "3 4",
        '™' => "tm",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_thing_fold_alike() {
        for one in ["self-harm", "Self\u{2011}harm", "SELFHARM", "self\u{200b}harm", "self\u{2013}harm"] {
            assert_eq!(fold(one), "selfharm");
        }
        assert_eq!(fold("  Wörry & \t anxiéty: it’s "), "worry and anxiety its");
        assert_eq!(fold("日本 café"), "日本 cafe");
        assert_eq!(fold("Zo\u{65}\u{308}"), fold("Zoë"));
        assert_eq!(fold("ŁÓDŹ Ŵyn Ştefan İzmir"), "lodz wyn stefan izmir");
    }

    #[test]
    fn what_is_folded_stays_as_it_is() {
        for one in ["self-harm", "½ Ǆ ß İ", "a\u{301}b", "  "] {
            assert_eq!(fold(&fold(one)), fold(one));
        }
    }
}

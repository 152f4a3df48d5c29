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

/// Folds a text, and after it each word with a hyphen, taken apart; so that
/// "self-harm" is found by "selfharm" and by "harm".
pub fn fold_all(text: &str) -> String {
    let mut folded = fold(text);
    for word in text.split_whitespace().filter(|word| word.contains(is_hyphen)) {
        let parts = fold_apart(word);
        if parts.contains(' ') {
            folded.push(' ');
            folded.push_str(&parts);
        }
    }
    folded
}

fn in_single_spaces(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
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
        _ if letter.is_alphanumeric() || plain(letter).is_some() => {
            for small in letter.to_lowercase().filter(|small| !is_passed_over(*small)) {
                match plain(small) {
                    Some(letters) => folded.push_str(letters),
                    None => folded.push(small),
                }
            }
        }
        _ => folded.push(' '),
    }
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

    #[test]
    fn what_a_hyphen_splits_is_found_by_its_parts_too() {
        assert_eq!(fold_all("One-to-one help"), "onetoone help one to one");
        assert_eq!(fold_all("a - b"), "a b");
    }
}

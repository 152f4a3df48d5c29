//! What people see of a text, and when two texts look alike to them.

/// A text without what nobody sees: signs of no width and control characters go,
/// every kind of space is a space, and there are none at the ends of a line.
/// Line breaks are kept, and so are quotation marks of any shape.
pub fn plain(text: &str) -> String {
    // Most texts are one line of Latin letters, and are looked at only once.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.trim_matches(' ').to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut before = None;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_break = matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if is_break {
            if sign == '\r' && signs.peek() == Some(&'\n') {
                signs.next();
            }
            plain.truncate(plain.trim_end_matches(' ').len());
            plain.push('\n');
        } else if sign.is_whitespace() {
            let is_at_start = plain.is_empty() || plain.ends_with('\n');
            if !is_at_start {
                plain.push(' ');
            }
        } else if is_seen(sign, before, signs.peek().copied()) {
            plain.push(sign);
        }
        before = Some(sign);
    }
    plain.trim_matches([' ', '\n']).to_owned()
}

/// Whether two texts look alike: [`plain`], and whatever shape their quotation
/// marks and dashes have, and however wide their spaces are.
pub fn alike(one: &str, other: &str) -> bool {
    one == other || likeness(one) == likeness(other)
}

fn likeness(text: &str) -> String {
    let shaped: String = plain(text)
        .chars()
        .map(|sign| match sign {
            '‘' | '’' | '‚' | '‛' | '`' | '´' | 'ʼ' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            _ => sign,
        })
        .collect();
    shaped.replace('…', "...").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a sign is seen, or needed by those beside it: joiners change how
/// letters of many scripts, and pictures, are drawn.
fn is_seen(sign: char, before: Option<char>, after: Option<char>) -> bool {
    match sign {
        '\u{200c}' | '\u{200d}' => {
            let needs_it = |sign: Option<char>| sign.is_some_and(|sign| sign > '\u{2ff}' && !sign.is_whitespace());
            needs_it(before) && needs_it(after)
        }
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => false,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fffe}' | '\u{ffff}' => false,
        '\u{e0000}'..='\u{e0fff}' => false,
        _ => !sign.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_nobody_sees_goes_and_what_people_see_stays() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text:?}");
        check(" \u{feff}Hill\u{a0}View\u{200b} ", "Hill View");
        check("one \r\n two\rthree\u{2028}", "one\ntwo\nthree");
        check("Children’s “Nest” – 5…", "Children’s “Nest” – 5…");
        check("a\u{202e}b\u{ad}c\u{7}d", "abcd");
        check("می\u{200c}خواهم 👩\u{200d}👧 a\u{200d}b", "می\u{200c}خواهم 👩\u{200d}👧 ab");
    }

    #[test]
    fn texts_that_look_alike_are_alike() {
        assert!(alike("Children’s  “Nest” – 5", "Children's \"Nest\" - 5"));
        assert!(alike("Mon\u{a0}to Fri\r\n9 to 5", "Mon to Fri 9 to 5"));
        assert!(!alike("Hill View", "Hillview"));
    }

    proptest! {
        #[test]
        fn what_is_plain_stays_as_it_is(text in "\\PC*|(?s).*") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}

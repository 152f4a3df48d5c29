//! Numbers in a pattern of digits, such as `00000 000000` or `£#,##0.00`.

use crate::doubt::Doubt;

/// A number in a pattern. `None`: the pattern asks for what is not known here, as
/// fractions and powers.
pub(super) fn pattern(code: &str, value: f64) -> Option<(String, Option<Doubt>)> {
    if !value.is_finite() || value.abs() >= 1e15 {
        return None;
    }
    let all: Vec<_> = sections(code).collect();
    let own = all.get(1).filter(|_| value < 0.0).or(all.get(2).filter(|_| value == 0.0));
    let section = own.or(all.first())?;
    let is_minus_shown = value < 0.0 && own.is_none();
    let bare = without_literals(section);
    if bare.contains(['E', 'e', '/']) {
        return None;
    }
    let places = |part: &str| part.chars().filter(|sign| matches!(sign, '0' | '#' | '?')).count();
    if places(&bare) == 0 {
        return None;
    }
    let (_, fraction) = bare.split_once('.').unwrap_or((&bare, ""));
    let whole = bare.split('.').next().unwrap_or_default();
    if fraction.contains(',')
        || whole.trim_end_matches(|sign: char| !matches!(sign, '0' | '#' | '?' | ',')).ends_with(',')
    {
        return None;
    }
    let value = if bare.contains('%') { value * 100.0 } else { value }.abs();
    let number = format!("{value:.*}", places(fraction).min(15));
    let (digits, decimals) = number.split_once('.').unwrap_or((&number, ""));
    let text = filled(section, digits, decimals, whole.contains(','));
    let doubt = Doubt::of(&text);
    Some((if is_minus_shown { format!("-{text}") } else { text }, doubt))
}

/// A section of a code with its places filled by digits, from the right.
fn filled(section: &str, digits: &str, decimals: &str, has_groups: bool) -> String {
    let tokens = tokens(section);
    let point = tokens.iter().position(|token| *token == Token::Point).unwrap_or(tokens.len());
    let (whole, rest) = tokens.split_at(point);
    let mut before: Vec<char> = Vec::new();
    let (mut left, mut written) = (digits.trim_start_matches('0').chars().rev().peekable(), 0_usize);
    let last_place = whole.iter().position(|token| matches!(token, Token::Place(_)));
    for (at, token) in whole.iter().enumerate().rev() {
        match token {
            Token::Literal(text) => before.extend(text.chars().rev()),
            Token::Point => {}
            Token::Place(must) => {
                let mut put = |before: &mut Vec<char>, sign: char| {
                    if has_groups && written > 0 && written % 3 == 0 {
                        before.push(',');
                    }
                    before.push(sign);
                    written += 1;
                };
                match left.next() {
                    Some(digit) => put(&mut before, digit),
                    None if *must => put(&mut before, '0'),
                    None => {}
                }
                if last_place == Some(at) {
                    left.by_ref().for_each(|digit| put(&mut before, digit));
                }
            }
        }
    }
    let mut text: String = before.iter().rev().collect();
    let mut decimals = decimals.chars();
    for token in rest {
        match token {
            Token::Literal(literal) => text += literal,
            Token::Point => text.push('.'),
            Token::Place(must) => {
                let digit = decimals.next();
                let is_rest_empty = digit == Some('0') && decimals.as_str().bytes().all(|digit| digit == b'0');
                text.extend(digit.filter(|_| *must || !is_rest_empty));
            }
        }
    }
    text.trim_end_matches('.').trim().to_owned()
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    /// A place for a digit, and whether it is filled with a 0 where there is none.
    Place(bool),
    /// The point.
    Point,
    /// What is written as it stands.
    Literal(String),
}

fn tokens(section: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut signs = section.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '0' => tokens.push(Token::Place(true)),
            '#' | '?' => tokens.push(Token::Place(false)),
            '.' => tokens.push(Token::Point),
            ',' => {}
            '"' => tokens.push(Token::Literal(signs.by_ref().take_while(|sign| *sign != '"').collect())),
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                if let Some(money) = inside.strip_prefix('$') {
                    tokens.push(Token::Literal(money.split('-').next().unwrap_or_default().to_owned()));
                }
            }
            '\\' => tokens.extend(signs.next().map(|sign| Token::Literal(sign.to_string()))),
            '_' => {
                signs.next();
                tokens.push(Token::Literal(" ".to_owned()));
            }
            '*' => drop(signs.next()),
            _ => tokens.push(Token::Literal(sign.to_string())),
        }
    }
    tokens
}

/// The parts of a code: for numbers above zero, below zero, for zero.
pub(super) fn sections(code: &str) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    code.split(move |sign: char| {
        if is_escaped {
            is_escaped = false;
            return false;
        }
        match sign {
            '"' => is_quoted = !is_quoted,
            '\\' | '_' | '*' if !is_quoted => is_escaped = true,
            _ => {}
        }
        sign == ';' && !is_quoted
    })
}

/// A code without what is written out as it stands, without colours, countries
/// and conditions.
pub(super) fn without_literals(section: &str) -> String {
    let mut bare = String::new();
    let mut signs = section.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => drop(signs.by_ref().find(|sign| *sign == '"')),
            '[' => drop(signs.by_ref().find(|sign| *sign == ']')),
            '\\' | '_' | '*' => drop(signs.next()),
            _ => bare.push(sign),
        }
    }
    bare
}

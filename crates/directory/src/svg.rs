//! What pictures (SVG) share: words as they may stand in one.

/// How words are made to fit into so much room, in place of `{room}`.
pub(crate) const PRESSED: &str = " textLength=\"{room}\" lengthAdjust=\"spacingAndGlyphs\"";

/// Words at a place, with attributes of their own; nothing where there are none.
pub(crate) fn text(left: usize, line: usize, how: &str, words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    format!("<text x=\"{left}\" y=\"{line}\"{how}>{}</text>\n", escaped(words))
}

/// Words as they may stand in XML, which has no place for control characters
/// and for the two that Unicode keeps free.
pub(crate) fn escaped(words: &str) -> String {
    let has_place = |letter: &char| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    let words: String = words.chars().filter(has_place).collect();
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

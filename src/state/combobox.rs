//! The keys of a combobox, as the ARIA Authoring Practices have them: list,
//! manual selection.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Nothing here: the field itself answers.
    Pass,
    /// To show the list, and to come to this place in it.
    To(Option<usize>),
    /// To take what is at this place.
    Pick(usize),
    /// To show nothing more.
    Close,
    /// To empty the field.
    Empty,
}

/// What a key asks for, by its name in the standard, where so many things are
/// offered.
pub fn pressed(key: &str, count: usize, is_open: bool, active: Option<usize>, has_words: bool) -> Pressed {
    let last = count.wrapping_sub(1);
    match (key, active) {
        ("ArrowDown" | "ArrowUp", _) if count == 0 => Pressed::Pass,
        ("ArrowDown", None) => Pressed::To(Some(0)),
        ("ArrowDown", Some(at)) => Pressed::To(Some(if at < last { at + 1 } else { 0 })),
        ("ArrowUp", None | Some(0)) => Pressed::To(Some(last)),
        ("ArrowUp", Some(at)) => Pressed::To(Some(at - 1)),
        ("Enter", Some(at)) if is_open => Pressed::Pick(at),
        ("Escape", _) if is_open => Pressed::Close,
        ("Escape", _) if has_words => Pressed::Empty,
        // Back to the text, where these keys move the caret.
        ("Home" | "End" | "ArrowLeft" | "ArrowRight", Some(_)) => Pressed::To(None),
        _ => Pressed::Pass,
    }
}

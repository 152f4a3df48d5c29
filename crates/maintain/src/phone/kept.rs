//! Numbers that the regulator, Ofcom, keeps free for films and examples:
//! nobody has them, and nobody ever answers.
//!
//! Ofcom, "Telephone numbers for use in TV and radio drama programmes".

/// How they begin, each followed by three digits.
const KEPT: [&str; 20] = [
    "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960", "01314960", "01414960",
    "01514960", "01614960", "01632960", "01914980", "02079460", "02896496", "02920180", "03069990", "07700900",
    "08081570", "09098790",
];

/// Whether nobody has this number, given as digits.
pub(super) fn is_kept(digits: &str) -> bool {
    digits.len() == 11 && KEPT.iter().any(|start| digits.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_of_these_ranges_are_kept() {
        assert!(is_kept("07700900123") && is_kept("02079460000"));
        assert!(!is_kept("07700900") && !is_kept("02079461000") && !is_kept("07700901123"));
    }
}

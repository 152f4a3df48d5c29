//! What is typed after `--take`.

use directory::merging::{Side, Take};
use directory::sheet::Column;

/// One decision: for one cell, or for all that none names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Taking {
    of: Option<(String, Column)>,
    side: Side,
}

/// Reads `theirs`, `ours` or `ID.COLUMN=theirs`.
pub(super) fn typed(text: &str) -> Result<Taking, String> {
    let side = |word: &str| match word {
        "theirs" => Ok(Side::Theirs),
        "ours" => Ok(Side::Ours),
        _ => Err("write theirs, ours, or ID.COLUMN=theirs".to_owned()),
    };
    let Some((of, word)) = text.split_once('=') else { return Ok(Taking { of: None, side: side(text)? }) };
    let (id, column) = of.split_once('.').ok_or("write the id of the entry, a full stop and the column")?;
    let column = Column::of_heading(column).ok_or_else(|| format!("no column is called {column}"))?;
    Ok(Taking { of: Some((id.to_owned(), column)), side: side(word)? })
}

/// All decisions; of two about one cell the last holds.
pub(super) fn all(typed: &[Taking]) -> Take {
    let mut take = Take::default();
    for one in typed.iter().rev() {
        match &one.of {
            Some((id, column)) => take.cells.push((id.clone(), *column, one.side)),
            None => take.all = take.all.or(Some(one.side)),
        }
    }
    take
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_for_all_or_for_one_cell() {
        let typed = |text| typed(text).unwrap();
        let take = all(&[typed("ours"), typed("kooth.hours=theirs"), typed("kooth.Phone numbers=ours")]);
        assert_eq!(take.all, Some(Side::Ours));
        assert!(take.cells.contains(&("kooth".to_owned(), Column::Hours, Side::Theirs)));
        assert!(take.cells.contains(&("kooth".to_owned(), Column::Phones, Side::Ours)));
    }

    #[test]
    fn what_is_no_decision_is_refused() {
        for text in ["", "mine", "kooth=theirs", "kooth.pigeons=theirs", "kooth.hours=mine"] {
            assert!(typed(text).is_err(), "{text}");
        }
    }
}

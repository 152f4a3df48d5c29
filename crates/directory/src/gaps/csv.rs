//! The gap map as comma-separated values: one row for each cell, which says
//! by itself of what it is.

use super::{GapMap, layer_slug};
use crate::age::AgeChoice;
use crate::catalogue::Directory;
use crate::closed::Closed;
use crate::csv::row;
use crate::vocabulary::Need;

/// The heads of the columns.
const HEADS: [&str; 16] = [
    "need",
    "need_slug",
    "age",
    "age_slug",
    "thrive",
    "state",
    "local",
    "wider",
    "national",
    "in_doubt",
    "to_ask",
    "area",
    "kind",
    "cost",
    "entries",
    "day",
];

impl GapMap {
    /// All cells, a head first.
    pub fn csv(&self, directory: &Directory) -> String {
        let [area, _, kind, price, checked] = self.choices.words(&directory.site);
        let day = directory.today.iso();
        let mut rows = row(&HEADS);
        for (layer, thrive) in self.layers.iter().enumerate() {
            for need in Need::for_families() {
                for age in AgeChoice::groups() {
                    let cell = self.cell(layer, need, age);
                    let [local, wider, national, doubtful, ask] =
                        [cell.local, cell.wider, cell.national, cell.doubtful, cell.ask].map(|count| count.to_string());
                    rows += &row(&[
                        need.label(),
                        need.slug(),
                        &age.label(),
                        age.slug(),
                        layer_slug(*thrive),
                        cell.state().slug(),
                        &local,
                        &wider,
                        &national,
                        &doubtful,
                        &ask,
                        &area,
                        &kind,
                        &price,
                        &checked,
                        &day,
                    ]);
                }
            }
        }
        rows
    }
}

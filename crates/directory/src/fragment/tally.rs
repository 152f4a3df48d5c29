//! How many fit beside each option, all in one go.
//!
//! A number is what one would find with that option alone in its group, all
//! else staying as it is; counted entry by entry and not option by option, so
//! that a choice among hundreds of entries is drawn at once.

/// Counts for so many groups, each with at most 64 options, as bits.
pub(crate) struct Tally<const GROUPS: usize> {
    groups: [Group; GROUPS],
}

#[derive(Clone, Copy)]
struct Group {
    chosen: u64,
    seen: u64,
    counts: [u32; 64],
}

impl<const GROUPS: usize> Tally<GROUPS> {
    /// Nothing counted yet, for what is chosen in each group.
    pub(crate) fn of(chosen: [u64; GROUPS]) -> Self {
        Self { groups: chosen.map(|chosen| Group { chosen, seen: 0, counts: [0; 64] }) }
    }

    /// Counts an entry, by the options of each group that it fits for certain.
    pub(crate) fn add(&mut self, fits: [u64; GROUPS]) {
        let is_missed = |(group, fits): (&Group, &u64)| group.chosen != 0 && group.chosen & fits == 0;
        let missed = self.groups.iter().zip(&fits).filter(|one| is_missed(*one)).count();
        for (group, fits) in self.groups.iter_mut().zip(&fits) {
            group.seen |= fits;
            // In every other group it fits what is chosen.
            if missed == usize::from(is_missed((group, fits))) {
                let counts = group.counts.iter_mut().enumerate();
                counts.for_each(|(bit, count)| *count += (fits >> bit & 1) as u32);
            }
        }
    }

    /// How many fit with this option alone in this group.
    pub(crate) fn count(&self, group: usize, bit: u32) -> usize {
        let count = self.groups.get(group).and_then(|group| group.counts.get(bit as usize));
        count.map_or(0, |count| *count as usize)
    }

    /// Whether any entry fits this option, or it is chosen.
    pub(crate) fn is_offered(&self, group: usize, bit: u32) -> bool {
        self.groups.get(group).is_some_and(|group| (group.seen | group.chosen) >> bit & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn a_number_is_of_what_fits_with_its_own_group_lifted() {
        let mut tally = Tally::of([0b01, 0b10]);
        for fits in [[0b01, 0b10], [0b10, 0b10], [0b01, 0b01], [0b10, 0b01], [0, 0b10], [0, 0]] {
            tally.add(fits);
        }
        assert_eq!([tally.count(0, 0), tally.count(0, 1)], [1, 1]);
        assert_eq!([tally.count(1, 0), tally.count(1, 1)], [1, 1]);
        assert!(tally.is_offered(0, 1) && !tally.is_offered(0, 2));
        assert_eq!(tally.count(2, 0) + tally.count(0, 64), 0);
    }
}

//! The link of a list: `list.html#list=` and the code of each entry, with commas
//! between them.

use super::{Code, Shortlist};
use crate::catalogue::Directory;
use crate::filters::Dropped;
use crate::finding::cut;
use crate::fragment::{add_key, each_value};
use crate::id::ListingId;
use crate::listing::{Listing, Standing};

/// The key that stands before the codes.
pub const KEY: &str = "list";

/// The most parts of a link that are named as not known.
const MOST_NAMED: usize = 8;

/// What a link says, as far as it is known here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadList {
    /// The entries that it names, by the ids that they have today. An ended one
    /// stands in it, so that it can be said what came after it.
    pub list: Shortlist,
    /// How many entries it names, none counted twice.
    pub named: usize,
    /// How many of them are not in this directory.
    pub unknown: usize,
    /// The first of those, as the link spells them, each cut to 40 characters.
    pub unknown_parts: Vec<String>,
    /// How many are known, and too many for a list.
    pub beyond: usize,
    /// Those that it names by an id of before.
    pub renamed: Vec<ListingId>,
    /// What else of it was not understood.
    pub dropped: Vec<Dropped>,
}

impl ReadList {
    /// Whether it is the link of a list at all.
    pub fn is_list(&self) -> bool {
        self.named > 0
    }
}

impl Shortlist {
    /// What stands after `#` in the link of this list; nothing if it is empty.
    pub fn write(&self) -> String {
        let mut written = String::new();
        add_key(&mut written, KEY, self.ids().iter().map(|id| Code::of(id.as_str()).to_string()));
        written
    }
}

impl Directory {
    /// Reads what stands after `#` in the link of a list: codes, or the ids
    /// themselves.
    pub fn read_list(&self, fragment: &str) -> ReadList {
        let known = self.codes();
        let mut read = ReadList::default();
        let (mut unknown, mut beyond): (Vec<String>, Vec<&ListingId>) = (Vec::new(), Vec::new());
        let dropped = each_value(fragment, &[KEY], &mut |_, word| {
            let word = bare(word);
            match self.named_by(&known, word) {
                None if word.is_empty() => {}
                None => {
                    let part = cut(word, 40);
                    if !unknown.contains(&part) {
                        unknown.push(part);
                    }
                }
                Some((listing, is_old)) => {
                    let id = &listing.id;
                    if read.list.position(id).is_none() && !beyond.contains(&id) {
                        match read.list.is_full() {
                            true => beyond.push(id),
                            false => read.list = std::mem::take(&mut read.list).with(id),
                        }
                        if is_old {
                            read.renamed.push(id.clone());
                        }
                    }
                }
            }
            !word.is_empty()
        });
        read.named = read.list.ids().len() + beyond.len() + unknown.len();
        (read.unknown, read.beyond, read.dropped) = (unknown.len(), beyond.len(), dropped);
        unknown.truncate(MOST_NAMED);
        ReadList { unknown_parts: unknown, ..read }
    }

    /// Each code that leads to an entry; those of present ids come first, and of
    /// each whether its id is one of before. A held entry has none.
    fn codes(&self) -> Vec<(Code, &Listing, bool)> {
        let shown = || self.listings().iter().filter(|listing| listing.standing != Standing::Held);
        let now = shown().map(|listing| (Code::of(listing.id.as_str()), listing, false));
        let before = shown()
            .flat_map(|listing| listing.former_slugs.iter().map(move |slug| (Code::of(slug.as_str()), listing, true)));
        now.chain(before).collect()
    }

    /// The entry that a code or an id names, and whether by an id of before.
    fn named_by<'a>(&'a self, known: &[(Code, &'a Listing, bool)], word: &str) -> Option<(&'a Listing, bool)> {
        let by_code = known.iter().find(|(code, _, _)| code.as_str() == word);
        by_code.map(|(_, listing, is_old)| (*listing, *is_old)).or_else(|| {
            let id = ListingId::new(word)?;
            let listing = self.find(&id).listing()?;
            Some((listing, listing.id != id))
        })
    }
}

/// A part of a link without what a sentence around the link may have left at its
/// end: `.`, `)`.
fn bare(word: &str) -> &str {
    let end = word.bytes().rposition(|byte| byte.is_ascii_alphanumeric()).map_or(0, |last| last + 1);
    word.get(..end).unwrap_or(word)
}

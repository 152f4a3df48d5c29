//! A course as it comes into question for one role of a team.

use super::Team;
use crate::Directory;
use crate::closed::Choices;
use crate::listing::{Listing, Standing};
use crate::search::Outcome;
use crate::training::grid::{Said, said};
use crate::training::search::outcome;
use crate::training::{Span, courses};
use crate::vocabulary::{Need, Role};

/// A course that somebody says is for a role, and that may answer what the
/// team looks for.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub listing: &'a Listing,
    pub said: Said<'a>,
    pub rank: Rank,
    /// Which of the needs that were asked it is about.
    pub covers: Choices<Need>,
    pub span: Option<Span>,
    /// Whether it can be taken in a way whose hours are not known.
    has_unknown_way: bool,
}

/// What comes first: the least. Each field is `false` for the better one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// Nobody recommends it; its provider says that it suits.
    is_only_suitable: bool,
    /// Something that was asked is not known of it.
    is_asked: bool,
    /// It is for all staff, and not for this very role.
    is_for_all: bool,
    /// It may not run any more.
    is_doubtful: bool,
    /// Nobody states that it suits them but us.
    is_ours: bool,
}

impl Rank {
    /// Whether a body recommends it for this very role, and nothing is open.
    pub(super) fn is_best(self) -> bool {
        let Self { is_only_suitable, is_asked, is_for_all, is_doubtful, is_ours } = self;
        !(is_only_suitable || is_asked || is_for_all || is_doubtful || is_ours)
    }
}

/// Whether a course fits into the hours that are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Yes,
    /// How long it is, is not known, or not for each way to take it.
    NotKnown,
    No,
}

impl<'a> Candidate<'a> {
    fn of((listing, outcome): (&'a Listing, Outcome), team: &Team, role: Role) -> Option<Self> {
        let said = said(listing, role);
        let (is_only_suitable, is_exact, is_ours) = match said {
            Said::Recommended { is_exact, .. } => (false, is_exact, false),
            Said::Suits { is_exact, is_ours } => (true, is_exact, is_ours),
            Said::NotKnown | Said::Nothing => return None,
        };
        let rank = Rank {
            is_only_suitable,
            is_asked: outcome == Outcome::May,
            is_for_all: !is_exact,
            is_doubtful: matches!(listing.standing, Standing::Doubtful(_)),
            is_ours,
        };
        let is_general = listing.needs.contains(Need::General);
        let is_about = |need: &Need| listing.needs.contains(*need) || is_general && need.is_for_families();
        Some(Self {
            listing,
            said,
            rank,
            covers: team.need.iter().filter(is_about).collect(),
            span: span(listing, team),
            has_unknown_way: has_unknown_way(listing, team),
        })
    }

    /// Whether it fits into what is left of the hours allowed.
    pub(super) fn fit(&self, team: &Team, used: Span) -> Fit {
        let Some(allowed) = team.minutes() else { return Fit::Yes };
        match self.span {
            Some(span) if used.and(span).most <= allowed => Fit::Yes,
            _ if self.has_unknown_way && used.most < allowed => Fit::NotKnown,
            _ => Fit::No,
        }
    }

    /// In minutes, what is not known as the longest.
    pub(super) fn minutes(&self) -> u32 {
        self.span.map_or(u32::MAX, |span| span.most)
    }

    pub(super) fn is(&self, other: &Listing) -> bool {
        self.listing.id == other.id
    }
}

/// Every course that answers what a team looks for, or may; whatever the role.
pub(super) fn asked<'a>(directory: &'a Directory, team: &Team) -> Vec<(&'a Listing, Outcome)> {
    let wanted = team.wanted();
    let judged = courses(directory).map(|listing| (listing, outcome(directory, listing, wanted)));
    judged.filter(|(_, outcome)| *outcome != Outcome::No).collect()
}

/// Those of them that come into question for a role, the best first.
pub(super) fn candidates<'a>(asked: &[(&'a Listing, Outcome)], team: &Team, role: Role) -> Vec<Candidate<'a>> {
    let mut all: Vec<_> = asked.iter().filter_map(|one| Candidate::of(*one, team, role)).collect();
    all.sort_by_key(|one| (one.rank, one.minutes()));
    all
}

/// How long a course is if it is taken in the shortest way that is known.
fn span(listing: &Listing, team: &Team) -> Option<Span> {
    let ways = listing.training.iter().flat_map(|training| &training.time);
    ways.filter_map(|time| time.span(team.day)).min_by_key(|span| span.most)
}

fn has_unknown_way(listing: &Listing, team: &Team) -> bool {
    let ways = listing.training.iter().flat_map(|training| &training.time);
    let spans: Vec<_> = ways.map(|time| time.span(team.day)).collect();
    spans.is_empty() || spans.contains(&None)
}

//! Many addresses: several sites side by side, each by one visitor at a time.

use std::collections::HashSet;
use std::sync::{Condvar, Mutex, PoisonError};

use super::web::{machine, read};

/// What is left to do, and by whom.
struct Left {
    /// Places of addresses, the next one last.
    queue: Vec<usize>,
    busy: HashSet<String>,
}

/// Calls back for each address, so many at a time, and never for two of one site
/// at once. The first ones go first. Gives what came of each, in their order.
pub(super) fn each<T: Send>(webs: &[&str], side_by_side: usize, work: impl Fn(&str) -> T + Sync) -> Vec<T> {
    let sites: Vec<String> =
        webs.iter().map(|web| read(web).map_or_else(|_| String::new(), |url| machine(&url))).collect();
    let left = Mutex::new(Left { queue: (0..webs.len()).rev().collect(), busy: HashSet::new() });
    let (turn, done) = (Condvar::new(), Mutex::new(Vec::with_capacity(webs.len())));
    let visitor = || {
        while let Some(at) = next(&left, &turn, &sites) {
            let (Some(web), Some(site)) = (webs.get(at), sites.get(at)) else { continue };
            let came = work(web);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, came));
            left.lock().unwrap_or_else(PoisonError::into_inner).busy.remove(site);
            turn.notify_all();
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..side_by_side.clamp(1, webs.len().max(1)) {
            scope.spawn(visitor);
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, came)| came).collect()
}

/// The next address whose site nobody is visiting; waits while there is none.
fn next(left: &Mutex<Left>, turn: &Condvar, sites: &[String]) -> Option<usize> {
    let mut left = left.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if left.queue.is_empty() {
            return None;
        }
        let is_free = |at: &usize| sites.get(*at).is_some_and(|site| !left.busy.contains(site));
        if let Some(place) = left.queue.iter().rposition(is_free) {
            let at = left.queue.remove(place);
            left.busy.extend(sites.get(at).cloned());
            return Some(at);
        }
        left = turn.wait(left).unwrap_or_else(PoisonError::into_inner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn each_is_visited_once_and_no_site_by_two_at_a_time() {
        let webs: Vec<_> = (0..60).map(|at| format!("https://site-{}.example.org/{at}", at % 5)).collect();
        let webs: Vec<_> = webs.iter().map(String::as_str).collect();
        let (inside, most) = (Mutex::new(HashSet::new()), AtomicUsize::new(0));
        let came = each(&webs, 4, |web| {
            let site = web.split('/').nth(2).unwrap().to_owned();
            let count = {
                let mut inside = inside.lock().unwrap();
                assert!(inside.insert(site.clone()), "two at {site}");
                inside.len()
            };
            most.fetch_max(count, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(2));
            assert!(inside.lock().unwrap().remove(&site));
            web.to_owned()
        });
        assert_eq!(came, webs);
        assert!((2..=4).contains(&most.load(Ordering::Relaxed)));
        assert!(each(&[], 4, |_| ()).is_empty() && each(&["no address"], 0, |_| ()).len() == 1);
    }
}

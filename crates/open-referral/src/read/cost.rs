//! What a service costs: free, paid, or not stated. Not stated is never free.

use directory::record::CostRecord;
use serde_json::Value;

use super::came::{Taking, joined};
use super::days::day;
use super::value::{flag, items, number, text};
use super::words::line;

/// Takes the cost of a service.
pub(super) fn take(service: &Value, taking: &mut Taking<'_, '_>) {
    let mut notes = Vec::new();
    let (mut is_free, mut is_paid) = (flag(service, "free") == Some(true), flag(service, "free") == Some(false));
    for option in items(service, &["cost_options", "cost_option"]) {
        taking.count_cost(option);
        let words = spelt(option);
        let ended = text(option, &["valid_to"]).and_then(|text| day(&text));
        if ended.is_some_and(|ended| ended.days_until(taking.today()) > 0) {
            taking.left("cost", "the price has ended, by its own last day", &words);
            taking.keep("cost", &words);
            continue;
        }
        match number(option, &["amount", "cost_amount"]) {
            Some(amount) if amount < 0.0 => taking.left("cost", "an amount below nothing", &words),
            Some(amount) => {
                is_free |= amount == 0.0;
                is_paid |= amount > 0.0;
                notes.push(words);
            }
            None if is_word_for_free(&words) => is_free = true,
            None => notes.push(words),
        }
    }
    let fees: Vec<String> = ["fees_description", "fees"]
        .iter()
        .filter_map(|name| text(service, &[name]))
        .map(|words| line(&words))
        .collect();
    if !is_free && !is_paid && !fees.is_empty() && fees.iter().all(|words| is_word_for_free(words)) {
        is_free = true;
    } else {
        notes.extend(fees);
    }
    notes.dedup();
    let kind = match (is_free, is_paid) {
        (true, false) => "free",
        (_, true) => "paid",
        (false, false) => {
            notes.iter().for_each(|words| taking.left("cost", "words that say neither free nor paid: ask", words));
            return notes.iter().for_each(|words| taking.keep("cost", words));
        }
    };
    if is_free && is_paid {
        taking.note("Some pay, and some do not: look at the cost", &joined(&notes));
    }
    // That it is free needs no price beside it.
    notes.retain(|words| kind == "paid" || !is_word_for_free(words));
    taking.record.cost = Some(CostRecord { kind: kind.to_owned(), note: joined(&notes) });
    taking.stated("cost");
    taking.took("cost");
}

impl Taking<'_, '_> {
    fn count_cost(&mut self, option: &Value) {
        if !self.is_counted
            && (number(option, &["amount", "cost_amount"]).is_some() || text(option, &["option"]).is_some())
        {
            self.report.count("costs", 1);
        }
    }
}

/// Words that say "free" and nothing else. "None" may also be no answer.
fn is_word_for_free(words: &str) -> bool {
    let words = words.trim_end_matches(['.', '!']).to_ascii_lowercase();
    ["free", "free of charge", "no charge", "no cost", "there is no charge", "£0"].contains(&words.as_str())
}

/// A price in a line: `£35 per 1 hour session, Under 18s`.
fn spelt(option: &Value) -> String {
    let currency = text(option, &["currency"]).filter(|currency| !currency.eq_ignore_ascii_case("gbp"));
    let amount = number(option, &["amount", "cost_amount"]).map(|amount| match &currency {
        _ if amount == 0.0 => "Free".to_owned(),
        Some(currency) => format!("{amount} {currency}"),
        None if amount.fract() == 0.0 => format!("£{amount}"),
        None => format!("£{amount:.2}"),
    });
    let unit = text(option, &["amount_description", "cost_type"]);
    let priced: Vec<String> = amount.into_iter().chain(unit).collect();
    let whom = text(option, &["option", "cost_option"]).filter(|whom| !priced.iter().any(|one| one == whom));
    let parts: Vec<String> =
        [Some(priced.join(" ")), whom].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    line(&parts.join(", "))
}

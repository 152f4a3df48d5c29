//! The house rules, over every file of the repository.

use waymark_tests::root;
use waymark_tests::tidy::{Source, complaints, rules, sources};

fn keeps(rule: fn(&Source) -> Vec<String>) {
    let sources = sources(&root());
    assert!(sources.len() > 20, "the repository was not read");
    let found = complaints(rule, &sources);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_points_back() {
    keeps(rules::arrows);
}

#[test]
fn only_browser_touches_the_browser() {
    keeps(rules::browser);
}

#[test]
fn the_core_has_no_file_network_screen_or_clock() {
    keeps(rules::core);
}

#[test]
fn views_hold_no_style_and_no_raw_html() {
    keeps(rules::views);
}

#[test]
fn a_file_is_at_most_300_lines() {
    keeps(rules::length);
}

#[test]
fn a_thing_has_a_name() {
    keeps(rules::names);
}

#[test]
fn colours_stand_in_the_tokens() {
    keeps(rules::colours);
}

#[test]
fn nothing_is_left_for_later() {
    keeps(rules::later);
}

#[test]
fn no_path_is_that_of_one_machine() {
    keeps(rules::machine);
}

#[test]
fn each_crate_stays_behind_its_wall() {
    keeps(rules::walls);
}

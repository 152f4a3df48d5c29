//! What people come to do, each in real browsers: one file for each task.
//!
//! `cargo test --package waymark-tests --test journeys -- leave` walks those
//! with "leave" in their name; `WAYMARK_ENGINES=webkit` those of one engine.

use waymark_tests::{Engine, Journey};

mod site;

mod find_help;
mod nothing_fits;
mod own_site;
mod own_words;
mod suggestions;
mod words_kept;
mod real_list;
mod refer;
mod gap_map;
mod real_sheets;
mod paper;
mod booklet;
mod leaflet;
mod read_meanwhile;
mod real_leaflets;
mod school_contacts;
mod school_covered;
mod school_letters;
mod plan;
mod referral_sheet;
mod staff_only;
mod look_up;
mod young;
mod contact_card;
mod funding;
mod resources;
mod staff_app;
mod changed;
mod save;
mod list_handout;
mod list_sent;
mod list_side;
mod list_shared;
mod list_denied;
mod update_entries;
mod merge_returned;
mod withdraw_here;

mod go_back;
mod link_cold;
mod link_old;
mod link_strange;
mod link_withdrawn;
mod not_found;
mod sub_folder;

mod crisis;
mod leave;
mod privacy;
mod urgent_words;

mod keep_app;
mod keep_copy;
mod keep_newer;
mod keep_none;
mod keep_number;
mod keep_old;

mod app_blocked;
mod without_script;
mod list_broken;
mod storage_denied;
mod take_over;

mod counts;
mod every_page;
mod keyboard;
mod narrow;
mod other_eyes;
mod strict;

fn main() -> std::process::ExitCode {
    let every: &'static [Engine] = &Engine::ALL;
    let chromium: &'static [Engine] = &[Engine::Chromium];
    let journey = |name, engines, task| Journey { name, engines, task };
    waymark_tests::run(&[
        journey("a_parent_finds_help_with_not_going_to_school_and_calls", every, find_help::journey),
        journey("a_parent_says_it_in_their_own_words", every, own_words::journey),
        journey("words_come_back_with_back_and_never_with_a_link", every, words_kept::journey),
        journey("what_is_offered_while_typing_is_for_every_hand", every, suggestions::journey),
        journey("what_cannot_wait_is_answered_while_it_is_typed", every, urgent_words::journey),
        journey("a_parent_for_whom_nothing_fits_is_shown_the_next_step", every, nothing_fits::journey),
        journey("a_parent_reads_the_real_list", every, real_list::journey),
        journey("a_council_has_a_site_of_its_own", chromium, own_site::journey),
        journey("a_senco_finds_who_may_refer", every, refer::journey),
        journey("a_parent_asks_if_the_school_is_covered", every, school_covered::journey),
        journey("a_senco_finds_who_answers_for_the_school", every, school_contacts::journey),
        journey("without_the_app_the_schools_stand_by_letter", chromium, school_letters::journey),
        journey("a_senco_puts_the_table_in_order_and_prints_a_sheet", every, referral_sheet::journey),
        journey("every_referral_sheet_is_one_sheet_of_paper", chromium, real_sheets::journey),
        journey("a_neighbour_without_the_internet_is_brought_the_booklet", every, booklet::journey),
        journey("a_school_office_prints_a_leaflet_for_its_area", every, leaflet::journey),
        journey("a_parent_reads_what_others_published_while_she_waits_and_comes_back", every, read_meanwhile::journey),
        journey("every_leaflet_is_one_side_of_paper_and_its_code_leads_here", chromium, real_leaflets::journey),
        journey("whatever_is_printed_is_whole", chromium, paper::journey),
        journey("a_parent_never_meets_what_is_for_staff_alone", every, staff_only::journey),
        journey("a_new_member_of_staff_looks_up_a_word_and_comes_back", every, look_up::journey),
        journey("a_young_person_finds_whom_to_text_by_themselves", every, young::journey),
        journey("a_parent_saves_a_contact_card_and_a_date", every, contact_card::journey),
        journey("a_governor_finds_money_that_closes_this_month", every, funding::journey),
        journey("whoever_leads_pshe_finds_a_framework_and_sees_how_old_it_is", every, resources::journey),
        journey("school_staff_go_from_page_to_page", every, staff_app::journey),
        journey("the_coordinator_reads_the_gap_map_and_takes_it_to_the_meeting", every, gap_map::journey),
        journey("a_mental_health_lead_with_eight_roles_gets_a_plan", every, plan::journey),
        journey("a_coordinator_copies_what_changed_into_a_newsletter", every, changed::journey),
        journey("a_mother_saves_what_she_finds_and_it_goes_with_her", every, save::journey),
        journey("a_teacher_makes_a_handout_of_four_and_prints_it", every, list_handout::journey),
        journey("a_mother_sends_a_list_and_the_father_opens_it_cold", every, list_sent::journey),
        journey("a_father_puts_places_side_by_side_on_a_narrow_screen", every, list_side::journey),
        journey("on_a_shared_computer_nothing_of_a_list_is_left", every, list_shared::journey),
        journey("a_list_cannot_be_kept_and_says_so", every, list_denied::journey),
        journey("a_partner_confirms_two_entries_and_corrects_one_number", every, update_entries::journey),
        journey("a_coordinator_takes_in_what_came_back_in_the_browser", every, merge_returned::journey),
        journey("a_coordinator_takes_a_wrong_entry_out_in_the_browser", every, withdraw_here::journey),
        journey("a_filtered_link_is_opened_cold_on_another_phone", every, link_cold::journey),
        journey("an_old_link_leads_to_what_it_is_now", chromium, link_old::journey),
        journey("a_link_leads_to_what_is_taken_out_for_now", every, link_withdrawn::journey),
        journey("a_strange_link_is_named_and_does_nothing", every, link_strange::journey),
        journey("a_dead_link_has_numbers_and_ways_up_at_any_depth", every, not_found::journey),
        journey("going_back_and_reloading_keeps_everything", every, go_back::journey),
        journey("the_site_lies_in_a_folder_of_another", chromium, sub_folder::journey),
        journey("a_worry_that_cannot_wait_pins_help_now", every, crisis::journey),
        journey("somebody_comes_in_and_the_site_is_left", every, leave::journey),
        journey("nothing_that_was_chosen_or_typed_goes_anywhere", every, privacy::journey),
        journey("the_site_is_put_among_the_apps_and_keeps_nothing", chromium, keep_app::journey),
        journey("a_copy_is_kept_and_read_without_a_network_and_removed", every, keep_copy::journey),
        journey("a_newer_copy_changes_no_words_under_the_reader", every, keep_newer::journey),
        journey("a_crisis_number_that_has_changed_is_replaced_at_once", every, keep_number::journey),
        journey("a_copy_that_is_too_old_is_not_shown_as_current", every, keep_old::journey),
        journey("where_no_copy_can_be_kept_a_sentence_says_so", every, keep_none::journey),
        journey("the_app_is_blocked_and_the_numbers_are_there", every, app_blocked::journey),
        journey("without_scripts_a_parent_narrows_down_by_links_and_calls", chromium, without_script::journey),
        journey("the_list_is_broken_and_the_numbers_are_there", every, list_broken::journey),
        journey("the_app_arrives_late_and_nothing_is_lost", every, take_over::journey),
        journey("storage_is_denied_and_nobody_notices", every, storage_denied::journey),
        journey("the_counts_beside_the_options_are_true", chromium, counts::journey),
        journey("every_page_has_its_title_and_no_complaint", chromium, every_page::journey),
        journey("no_page_is_stopped_or_complains_under_the_shipped_headers", every, strict::journey),
        journey("the_keyboard_alone_is_enough", every, keyboard::journey),
        journey("a_narrow_screen_is_enough", every, narrow::journey),
        journey("dark_calm_and_forced_colours_are_readable", chromium, other_eyes::journey),
    ])
}

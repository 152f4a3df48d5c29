//! People say what they see at home, as they would say it to a friend: with
//! mistakes, an age, the words of a school. What was understood is said, with
//! what was typed; each part of it can be taken away; nothing is rewritten in
//! silence.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Visit};

use crate::site;

/// What is typed, where it leads, and what is said of it.
const EXAMPLES: [(&str, &str, &[&str]); 5] = [
    ("my daughter is cuting herself", "results.html#*need=self-harm*", &["Self-harm", "Get help now"]),
    (
        "wont go to scool, she is 10",
        "results.html#age=10&need=school-avoidance*",
        &[
            "Showing results for: Struggling to go to school · aged 10* (you typed “wont go to scool, she is 10”)",
            "“scool” as “school”",
        ],
    ),
    ("CAHMS waiting list", "results.html*", &["(you typed “CAHMS waiting list”)"]),
    (
        "someone to talk to about exams",
        "results.html#*need=school-stress*",
        &["School stress, exams and moving school"],
    ),
    (
        "SENCO referal for anxious year 6",
        "results.html#age=y6&need=anxiety*",
        &["Showing results for: Worry and anxiety*Year 6", "Do you work in a school?"],
    ),
];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let real = Visit::to_real(engine)?;
    let page = real.open(&Manner::PHONE, "")?;
    for (typed, place, said) in EXAMPLES {
        page.open("index.html")?;
        ask(&page, typed)?;
        page.is_at(place)?;
        said.iter().try_for_each(|words| page.sees(words))?;
        ensure!(!site::rows(&page)?.is_empty(), "{typed}: nothing is listed");
        ensure!(page.css("#words").with("return thing.value")? == typed, "the field keeps what was typed");
        page.is_on("Places to try")?;
    }
    page.audit()?;

    // A member of staff goes on to the list for staff, with filters and words.
    page.link("See this for school staff").click()?;
    page.is_at("staff/results.html#age=y6&need=anxiety*")?;
    page.sees("(you typed “SENCO referal for anxious year 6”)")?;
    page.audit()?;

    taken_away(engine)
}

/// Types a question, and asks it with Enter.
pub(crate) fn ask(page: &Page<'_>, typed: &str) -> Result<()> {
    field(page)?;
    page.css("#words").write(typed)?;
    page.press(Key::Enter)
}

/// Goes to the field for own words, and empties it.
pub(crate) fn field(page: &Page<'_>) -> Result<()> {
    page.find(Role::ComboBox, "* own words").click()?;
    page.css("#words").with("thing.value = ''; thing.dispatchEvent(new Event('input', { bubbles: true }))")?;
    Ok(())
}

fn taken_away(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "results.html#area=havering")?;
    ask(&page, "9 year old with nightmares, a piano")?;
    page.is_at("results.html#age=9&need=sleep&area=havering&words=not-kept")?;
    page.sees("Showing results for: Sleep · aged 9 · “piano” (you typed “9 year old with nightmares, a piano”)")?;
    page.audit()?;

    // The next question replaces what this one chose, and not what she ticked.
    ask(&page, "shy")?;
    page.is_at("results.html#need=self-esteem&area=havering")?;
    page.back()?;
    page.is_at("results.html#age=9&need=sleep&area=havering&words=not-kept")?;

    page.link("Remove Aged 9").click()?;
    page.sees("Showing results for: Sleep · “piano” (you typed")?;
    page.button("Remove your words: “piano”").click()?;
    page.is_at("results.html#need=sleep&area=havering")?;
    page.sees_no("you typed")?;
    ensure!(page.css("#words").with("return thing.value")? == "", "the words are gone from the field, too");
    page.link("Clear all").nth(0).click()?;
    page.is_at("results.html")?;

    // The way on from home takes along what was typed there.
    page.open("index.html")?;
    page.radio("11 to 16").click()?;
    field(&page)?;
    page.css("#words").write("nightmares")?;
    page.link("Show *").click()?;
    page.is_at("results.html#age=secondary&need=sleep")?;
    page.sees("Showing results for: Sleep (you typed “nightmares”)")?;
    Ok(())
}

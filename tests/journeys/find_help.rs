//! A nine-year-old cries every morning and will not go to school. Her mother,
//! on a phone, finds who can help, sees that she may ask herself, and calls.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Role, Visit, visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let directory = site::directory(&visit::fixtures()?)?;
    let chosen = "age=9&need=school-avoidance&area=havering";
    let found = site::found(&directory, chosen);
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;

    page.find(Role::ComboBox, "Or exact age, or school year").choose("Aged 9")?;
    page.checkbox("Struggling to go to school").click()?;
    page.radio("Havering").click()?;
    page.checkbox("Struggling to go to school").becomes_ticked(true)?;
    page.audit()?;

    let on = format!("Show {} to try, and {} to ask", found.to_try(), found.may.len());
    page.link(&on).click()?;
    page.is_at(&format!("results.html#{chosen}"))?;
    page.is_on("Places to try")?;
    ensure!(page.scrolled()? == 0.0, "a new page begins at its top");
    page.find(Role::Status, "*").see()?;
    page.sees(&format!("{} to try, and {} to ask", found.to_try(), found.may.len()))?;

    let best = site::first(&directory, &found)?;
    ensure!(best.id.to_string() == "meadow-counselling", "{} is first", best.id);
    let card = page.region("Fits what you chose*").any(Role::ListItem).nth(0);
    card.says("Made-up Meadow Counselling")?;
    card.says("You can contact them yourself")?;
    card.says("Free")?;
    let may = page.region("May fit: ask*");
    may.says("Made-up Harbour School Team")?;
    may.says("May fit:")?;
    page.audit()?;

    page.link("Made-up Meadow Counselling").click()?;
    page.is_at("service/meadow-counselling.html")?;
    page.is_on("Made-up Meadow Counselling")?;
    page.sees("Call and say what worries you.")?;
    page.sees("Your child’s age and school")?;
    page.sees("Not while with CAMHS")?;
    page.sees("If things get worse while you wait")?;
    let call = page.link("Call 01632 960001*");
    ensure!(call.href()? == "tel:01632960001", "{} is no number to call", call.href()?);
    page.audit()
}

//! A SENCO with four minutes, on a school's computer: what is there for a pupil
//! of nine who does not come in, who may refer, and what do they need ready?

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Role, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.find(Role::Navigation, "Choose a view").link("School staff").click()?;
    page.is_at("staff.html")?;
    page.heading("Support for your pupils and your team").see()?;
    page.sees("Tell your DSL or deputy now.")?;
    page.audit()?;

    page.link("Support for pupils").click()?;
    page.is_at("staff/results.html")?;
    page.heading("Support for pupils").see()?;
    page.sees("Tell your DSL or deputy now.")?;
    page.button("Filters*").click()?;
    page.checkbox("Primary school, about 5 to 11").click()?;
    page.button("Show all*").nth(0).click()?;
    page.checkbox("Struggling to go to school").click()?;
    page.checkbox("Havering").click()?;
    page.is_at("staff/results.html#age=primary&need=school-avoidance&area=havering")?;

    let table = page.find(Role::Table, "Fits what you chose*");
    table.find(Role::ColumnHeader, "Who may refer").see()?;
    let row = site::row(&page, "meadow-counselling");
    row.says("Parent or carer, school, GP")?;
    row.says("Getting help")?;
    row.says("Parents call. Schools and GPs use the form.")?;
    page.audit()?;

    row.link("Made-up Meadow Counselling").click()?;
    page.is_at("staff/service/meadow-counselling.html")?;
    page.is_on("Made-up Meadow Counselling")?;
    let referral = page.region("Referral sheet");
    referral.says("Parent or carer, school, GP")?;
    page.sees("Do not refer through this directory")?;
    page.sees("Your child’s age and school")?;
    ensure!(page.title()?.contains("school staff"), "the title says for whom: {}", page.title()?);
    page.audit()?;

    page.link("Parents and carers").click()?;
    page.is_at("index.html")
}

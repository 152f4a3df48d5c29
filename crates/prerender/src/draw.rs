//! The pages themselves, drawn by the app.

use crate::explained::{explained, is_explained};
use crate::head::Head;
use crate::public_address::PublicAddress;
use crate::shell::{App, Filling, Shell, Style};
use crate::{Output, not_found};
use anyhow::Result;
use directory::day::Day;
use directory::glossary::Glossary;
use directory::leaflet::LeafletTexts;
use directory::schools::Register;
use directory::search::View;
use directory::self_help::SelfHelp;
use directory::{Address, Directory};
use leptos::prelude::*;
use std::sync::Arc;
use waymark_app::components::markup::escaped;
use waymark_app::components::strip::strip;
use waymark_app::pages::{self, desk, drawn};
use waymark_app::state::{
    Desk, PrintedBooklet, Reader, provide_booklets, provide_catalogue, provide_glossary, provide_leaflet_texts,
    provide_register, provide_self_help,
};

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The directory.
    pub directory: &'a Arc<Directory>,
    /// The words that are explained.
    pub glossary: &'a Arc<Glossary>,
    /// Published pages to read at home.
    pub self_help: &'a Arc<SelfHelp>,
    /// Our own words on leaflets, as far as they are approved.
    pub leaflets: &'a Arc<LeafletTexts>,
    /// The schools, if there are any.
    pub register: Option<&'a Arc<Register>>,
    /// Their lists: for families, and for school staff.
    pub schools: Option<[&'a str; 2]>,
    /// The booklets that lie ready as PDFs.
    pub booklets: &'a [PrintedBooklet],
}

/// Every page of a directory, in a shell. The lists are those of the two apps:
/// of home and results, and of the staff pages.
pub fn pages(
    shell: &Shell,
    content: Content<'_>,
    lists: [&str; 2],
    fixed_day: Option<Day>,
    public: Option<&PublicAddress>,
) -> Result<Vec<Output>> {
    let strip = strip(&content.directory.crisis).to_html();
    let draw = |address: Address| page(shell, content, &strip, lists, fixed_day, public, address);
    drawn::all(content.directory, content.register.map(Arc::as_ref)).into_iter().map(draw).collect()
}

fn page(
    shell: &Shell,
    content: Content<'_>,
    strip: &str,
    lists: [&str; 2],
    fixed_day: Option<Day>,
    public: Option<&PublicAddress>,
    address: Address,
) -> Result<Output> {
    let (file, directory) = (address.file(), content.directory);
    if address == Address::NotFound {
        let main = main_part(content, &address)?.unwrap_or_default();
        return Ok(Output { path: file, text: not_found::page(directory, &drawn::title(&address, directory), &main) });
    }
    let app = drawn_page(content, &address)?;
    let head = Head::of(&address, &app, directory, public);
    let made = format!(" data-made=\"{}\"", directory.today.iso());
    let today = fixed_day.map(|day| format!(" data-today=\"{}\"", day.iso())).unwrap_or_default();
    let site = &directory.site;
    let trial = site.trial_words().map(|words| format!("<p class=\"wrap\">{}</p>", escaped(&words)));
    let data = lists[usize::from(address.is_of_desk() || address.is_of_upkeep())];
    let schools = content.schools.filter(|_| address.is_of_desk()).map(|lists| lists[usize::from(address.is_staff())]);
    let schools = schools.map(|file| format!(" data-schools=\"{}\"", escaped(file))).unwrap_or_default();
    let worked_by = match address {
        Address::List => App::Shortlist,
        _ if address.is_of_desk() => App::Staff,
        _ if address.is_of_upkeep() => App::Keeper,
        _ => App::Families,
    };
    let style = match worked_by {
        _ if address.is_to_take_away() => Style::Away,
        App::Staff => Style::Staff,
        App::Keeper => Style::Keeper,
        _ if address.is_staff() => Style::Staff,
        _ => Style::Plain,
    };
    // Also where the page of the list is put in place by the app.
    let has_list = matches!(worked_by, App::Families | App::Shortlist);
    let shortlist = has_list.then(|| format!(" data-shortlist=\"{}\"", shell.shortlist()));
    let attributes = [schools, shortlist.unwrap_or_default(), made, today].concat();
    let filling = Filling {
        style,
        app: worked_by,
        page: &format!("{}\" data-directory=\"{}\"{attributes}", pages::kind(&address), escaped(data)),
        file: &file,
        leave: &site.leave_to,
        head: &head.tags,
        strip,
        name: &site.name,
        site: &site.strapline,
        drawn: &app,
        trial: &trial.unwrap_or_default(),
        linked_data: &head.linked_data,
    };
    let view = pages::view(&address);
    let text = shell.filled(&filling);
    let text = text.replace(&format!("data-view=\"{view}\""), &format!("data-view=\"{view}\" aria-current=\"true\""));
    Ok(Output { path: file, text })
}

/// What stands between the head and the foot of the site, and the foot.
fn drawn_page(content: Content<'_>, address: &Address) -> Result<String> {
    let directory = content.directory;
    if address.is_of_desk() {
        let schools = for_view(content.register, address.is_staff()).into();
        let desk = Desk { schools, ..Desk::at(directory.clone(), address.clone()) };
        return Ok(plain(&desk::draw(&desk).to_html()));
    }
    let reader = Reader::at(address.clone(), Vec::new());
    let mut app = pages::draw(directory, &reader, true);
    Ok(match main_part(content, address)? {
        Some(page) => format!("{page}{}", plain(&app.split_off(1).to_html())),
        None => plain(&app.to_html()),
    })
}

/// The register as a view has it: families see nobody who answers for a school.
fn for_view(register: Option<&Arc<Register>>, is_staff: bool) -> Option<Arc<Register>> {
    register.map(|register| if is_staff { register.clone() } else { Arc::new(register.for_families()) })
}

/// The main part of a page without anything to choose, its words explained.
fn main_part(content: Content<'_>, address: &Address) -> Result<Option<String>> {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_catalogue(content.directory.clone());
        provide_glossary(content.glossary.clone());
        provide_self_help(content.self_help.clone());
        provide_leaflet_texts(content.leaflets.clone());
        provide_register(content.register.cloned());
        provide_booklets(content.booklets.to_vec());
        drawn::page(address.clone()).map(RenderHtml::to_html)
    });
    drop(owner);
    let html = html.map(|html| plain(&html));
    let view = if address.is_staff() { View::Staff } else { View::Families };
    match html {
        Some(html) if is_explained(address) => explained(&html, content.glossary, view).map(Some),
        html => Ok(html),
    }
}

/// Without the marks between texts that only a page to be hydrated needs; this
/// one is replaced.
fn plain(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

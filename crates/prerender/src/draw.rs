//! The pages themselves, drawn by the app.

use crate::head::Head;
use crate::public_address::PublicAddress;
use crate::shell::{Filling, Shell};
use crate::{Output, not_found};
use directory::day::Day;
use directory::schools::Register;
use directory::{Address, Directory};
use leptos::prelude::*;
use std::sync::Arc;
use waymark_app::components::markup::escaped;
use waymark_app::components::strip::strip;
use waymark_app::pages::{self, desk, drawn};
use waymark_app::state::{Desk, Reader, provide_catalogue, provide_register};

/// Everything that pages are drawn from.
pub struct Pages<'a> {
    /// The page around every page.
    pub shell: &'a Shell,
    /// The directory.
    pub directory: Arc<Directory>,
    /// The schools, if there are any.
    pub register: Option<Arc<Register>>,
    /// The lists of the two apps: of home and results, and of the staff pages.
    pub lists: [&'a str; 2],
    /// The lists of schools, if there are any: for families, and for school staff.
    pub schools: Option<[&'a str; 2]>,
    /// The day that holds for ever, in a site for tests.
    pub fixed_day: Option<Day>,
    /// Where the site is served from, once it is released.
    pub public: Option<&'a PublicAddress>,
}

/// Every page of a directory, in a shell.
pub fn pages(of: &Pages<'_>) -> Vec<Output> {
    let strip = strip(&of.directory.crisis).to_html();
    let draw = |address: Address| page(of, &strip, address);
    drawn::all(&of.directory, of.register.as_deref()).into_iter().map(draw).collect()
}

fn page(of: &Pages<'_>, strip: &str, address: Address) -> Output {
    let Pages { shell, directory, lists, fixed_day, public, .. } = of;
    let file = address.file();
    if address == Address::NotFound {
        let main = main_part(of, &address).unwrap_or_default();
        return Output { path: file, text: not_found::page(directory, &drawn::title(&address, directory), &main) };
    }
    let app = drawn_page(of, &address);
    let head = Head::of(&address, &app, directory, *public);
    let made = format!(" data-made=\"{}\"", directory.today.iso());
    let today = fixed_day.map(|day| format!(" data-today=\"{}\"", day.iso())).unwrap_or_default();
    let site = &directory.site;
    let trial = site.trial_words().map(|words| format!("<p class=\"wrap\">{}</p>", escaped(&words)));
    let data = lists[usize::from(address.is_of_desk())];
    let schools = of.schools.filter(|_| address.is_of_desk()).map(|lists| lists[usize::from(address.is_staff())]);
    let schools = schools.map(|file| format!(" data-schools=\"{}\"", escaped(file))).unwrap_or_default();
    let filling = Filling {
        is_staff: address.is_staff() || address.is_of_desk(),
        is_of_desk: address.is_of_desk(),
        page: &format!("{}\" data-directory=\"{}\"{schools}{made}{today}", pages::kind(&address), escaped(data)),
        file: &file,
        leave: &site.leave_to,
        head: &head.tags,
        strip,
        name: &site.name,
        site: &site.strapline,
        app: &app,
        trial: &trial.unwrap_or_default(),
        linked_data: &head.linked_data,
    };
    let view = if address.is_staff() { "staff" } else { "parents" };
    let text = shell.filled(&filling);
    let text = text.replace(&format!("data-view=\"{view}\""), &format!("data-view=\"{view}\" aria-current=\"true\""));
    Output { path: file, text }
}

/// What stands between the head and the foot of the site, and the foot.
fn drawn_page(of: &Pages<'_>, address: &Address) -> String {
    let Pages { directory, register, .. } = of;
    if address.is_of_desk() {
        let schools = for_view(register.as_ref(), address.is_staff()).into();
        let desk = Desk { schools, ..Desk::at(directory.clone(), address.clone()) };
        return plain(&desk::draw(&desk).to_html());
    }
    let reader = Reader::at(address.clone(), Vec::new());
    let mut app = pages::draw(directory, &reader, true);
    match main_part(of, address) {
        Some(page) => format!("{page}{}", plain(&app.split_off(1).to_html())),
        None => plain(&app.to_html()),
    }
}

/// The register as a view has it: families see nobody who answers for a school.
fn for_view(register: Option<&Arc<Register>>, is_staff: bool) -> Option<Arc<Register>> {
    register.map(|register| if is_staff { register.clone() } else { Arc::new(register.for_families()) })
}

/// The main part of a page without anything to choose.
fn main_part(of: &Pages<'_>, address: &Address) -> Option<String> {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_catalogue(of.directory.clone());
        provide_register(of.register.clone());
        drawn::page(address.clone()).map(RenderHtml::to_html)
    });
    drop(owner);
    html.map(|html| plain(&html))
}

/// Without the marks between texts that only a page to be hydrated needs; this
/// one is replaced.
fn plain(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

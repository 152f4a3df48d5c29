//! What stands in an address, and what people ask.

use std::sync::OnceLock;

use directory::Directory;
use directory::address::Address;
use directory::filters::Filters;
use directory::search::Query;

use super::data;

fn directory() -> &'static Directory {
    static DIRECTORY: OnceLock<Directory> = OnceLock::new();
    DIRECTORY.get_or_init(|| {
        let text = maintain::bundle::write(data::made_up(), data::today()).unwrap_or_default();
        let read = Directory::read(&text, data::today());
        read.map(|(directory, _)| directory).unwrap_or_else(|_| unreachable!("the made-up directory can be read"))
    })
}

/// The address of a page, with what stands after `#`.
pub(super) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (file, fragment) = text.split_once('#').unwrap_or((&text, ""));
    let areas = &directory().site.areas;
    let (address, _) = Address::read(file, fragment, areas);
    let _ = address.href(areas);
    let (filters, _) = Filters::read(fragment, areas);
    let (again, dropped) = Filters::read(&filters.write(areas), areas);
    assert!(again == filters && dropped.is_empty(), "an address is not read as it was written");
    let _ = directory().search(Query { filters, ..Query::default() });
}

/// A question in somebody's own words.
pub(super) fn question(bytes: &[u8]) {
    let question = directory().read_question(&String::from_utf8_lossy(bytes));
    let _ = directory().search(Query { question: question.as_ref(), ..Query::default() });
}

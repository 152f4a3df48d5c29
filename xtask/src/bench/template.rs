//! Filling the pages of `tests/peers`: `{name}` is a place, `<!--row-->` to
//! `<!--/row-->` a part that is repeated. A line whose place has nothing to
//! say is left out, as somebody would who writes the page by hand.

/// The page with these places filled; others stay as they are.
pub(super) fn filled(page: &str, values: &[(&str, String)]) -> String {
    page.lines().filter_map(|line| line_filled(line, values)).collect::<Vec<_>>().join("\n") + "\n"
}

/// The page with its part of this name once for each of `all`.
pub(super) fn repeated(page: &str, part: &str, all: &[Vec<(&str, String)>]) -> String {
    let (begin, end) = (format!("<!--{part}-->\n"), format!("<!--/{part}-->\n"));
    let Some((before, rest)) = page.split_once(&begin) else { return page.to_owned() };
    let Some((part, after)) = rest.split_once(&end) else { return page.to_owned() };
    let parts: String = all.iter().map(|values| filled(part, values)).collect();
    format!("{before}{parts}{after}")
}

fn line_filled(line: &str, values: &[(&str, String)]) -> Option<String> {
    let mut out = line.to_owned();
    for (name, value) in values {
        let place = format!("{{{name}}}");
        if out.contains(&place) {
            // What stands beside a place keeps its line: a sentence goes on.
            let is_alone = line.matches('{').count() == line.matches(&place).count();
            if value.is_empty() && is_alone {
                return None;
            }
            out = out.replace(&place, &escaped(value));
        }
    }
    Some(out)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_repeated_and_a_line_without_its_fact_is_left_out() {
        let page = "<ul>\n<!--row-->\n<li id=\"{id}\">{name}\n<p>{cost}</p>\n<!--/row-->\n</ul>\n";
        let row =
            |id: &str, cost: &str| vec![("id", id.to_owned()), ("name", "A & B".to_owned()), ("cost", cost.to_owned())];
        let html = repeated(page, "row", &[row("1", "Free"), row("2", "")]);
        assert_eq!(html, "<ul>\n<li id=\"1\">A &amp; B\n<p>Free</p>\n<li id=\"2\">A &amp; B\n</ul>\n");
    }
}

//! A field of a form: its label, what to write, what stands in it, and what is
//! wrong with that. As every field for own words it has no name, so that no form
//! could send it, and the browser is asked neither to keep nor to correct it.

use super::markup::{Markup, el};

/// What a field is, beside what stands in it.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its label.
    pub label: &'a str,
    /// What to write in it.
    pub hint: &'a str,
    /// What is wrong with what stands in it.
    pub wrong: Option<&'a str>,
}

/// A field of one line.
pub fn line(field: Field<'_>, now: &str) -> Markup {
    let input = quiet(el("input", "field__input").with("type", "text"), field).now("value", now);
    around(field, input)
}

/// A field of several lines.
pub fn lines(field: Field<'_>, now: &str, rows: usize) -> Markup {
    let area = quiet(el("textarea", "field__input").with("rows", rows.to_string()), field).now("value", now);
    around(field, area)
}

/// One of a few words, or what it was before if that is none of them.
pub fn list(field: Field<'_>, now: &str, choices: &[String]) -> Markup {
    let option = |value: &str, words: &str| {
        el("option", "").with("value", value.to_owned()).is("selected", now == value).says(words.to_owned())
    };
    let other = (!now.is_empty() && choices.iter().all(|choice| choice != now)).then(|| option(now, now));
    let options = choices.iter().map(|choice| option(choice, choice)).collect();
    let select = el("select", "field__input")
        .with("id", field.id.to_owned())
        .with("name", field.id.to_owned())
        .with("aria-describedby", told_by(field))
        .with("autocomplete", "off")
        .holds(option("", "Not known"))
        .maybe(other)
        .each(options);
    around(field, select)
}

/// Several of a few words, each with a box.
pub fn boxes(field: Field<'_>, is_ticked: impl Fn(&str) -> bool, choices: &[String]) -> Markup {
    let tick = |(number, choice): (usize, &String)| {
        let id = format!("{}-{number}", field.id);
        let input = el("input", "field__box")
            .with("type", "checkbox")
            .with("name", field.id.to_owned())
            .with("id", id.clone())
            .with("value", choice.clone())
            .with("autocomplete", "off")
            .is("checked", is_ticked(choice));
        el("p", "field__tick").holds(input).holds(el("label", "").with("for", id).says(choice.clone()))
    };
    let ticks = choices.iter().enumerate().map(tick).collect();
    el("fieldset", "field")
        .with("id", field.id.to_owned())
        .with("tabindex", "-1")
        .with("aria-describedby", told_by(field))
        .holds(el("legend", "field__label").says(field.label.to_owned()))
        .holds(hint(field))
        .holds(el("div", "field__ticks").each(ticks))
        .holds(wrong(field))
}

fn quiet(input: Markup, field: Field<'_>) -> Markup {
    input
        .with("id", field.id.to_owned())
        .with("aria-describedby", told_by(field))
        .with("aria-invalid", if field.wrong.is_some() { "true" } else { "false" })
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("autocorrect", "off")
        // A browser may send what is written to whoever checks spelling for it.
        .with("spellcheck", "false")
}

fn around(field: Field<'_>, input: Markup) -> Markup {
    el("div", "field")
        .holds(el("label", "field__label").with("for", field.id.to_owned()).says(field.label.to_owned()))
        .holds(hint(field))
        .holds(input)
        .holds(wrong(field))
}

fn told_by(field: Field<'_>) -> String {
    [field.id, "-hint ", field.id, "-wrong"].concat()
}

fn hint(field: Field<'_>) -> Markup {
    el("p", "field__hint").with("id", [field.id, "-hint"].concat()).says(field.hint.to_owned())
}

/// What is wrong, below it; it is read out when it comes.
fn wrong(field: Field<'_>) -> Markup {
    el("p", "field__wrong")
        .with("id", [field.id, "-wrong"].concat())
        .with("role", "status")
        .says(field.wrong.unwrap_or_default().to_owned())
}

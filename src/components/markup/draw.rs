//! Markup as Leptos draws it: elements in the browser, HTML at build.

use super::{Child, Markup, Value, escaped};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// The elements that are drawn in the name space of SVG.
const DRAWINGS: [&str; 2] = ["svg", "path"];

/// The elements that have no end.
const VOID: [&str; 1] = ["input"];

impl Markup {
    /// Makes it an element, which stands nowhere yet.
    pub fn element(&self) -> Element {
        let parts = &*self.0;
        let space = DRAWINGS.contains(&parts.tag).then_some("http://www.w3.org/2000/svg");
        let element = Rndr::create_element(parts.tag, space);
        for (name, value) in &parts.attributes {
            value.set(&element, name);
        }
        for child in &parts.children {
            Rndr::insert_node(&element, &child.node(), None);
        }
        element
    }

    fn write(&self, html: &mut String) {
        let parts = &*self.0;
        html.push('<');
        html.push_str(parts.tag);
        for (name, value) in &parts.attributes {
            match value {
                Value::Words(words) => html.extend([" ", name, "=\"", &escaped(words.as_str()), "\""]),
                Value::Is(true) => html.extend([" ", name]),
                Value::Is(false) | Value::Now(_) => {}
            }
        }
        html.push('>');
        if VOID.contains(&parts.tag) {
            return;
        }
        for child in &parts.children {
            match child {
                Child::Element(child) => child.write(html),
                Child::Words(words) => html.push_str(&escaped(words.as_str())),
            }
        }
        html.extend(["</", parts.tag, ">"]);
    }
}

impl Child {
    pub(super) fn node(&self) -> Node {
        match self {
            Self::Element(child) => child.element().into(),
            Self::Words(words) => Rndr::create_text_node(words.as_str()).into(),
        }
    }
}

impl Value {
    pub(super) fn set(&self, element: &Element, name: &str) {
        match self {
            Self::Words(words) => Rndr::set_attribute(element, name, words.as_str()),
            Self::Is(is_so) => Rndr::set_property(element, name, &(*is_so).into()),
            Self::Now(text) => Rndr::set_property(element, name, &text.as_str().into()),
        }
    }
}

/// An element that was drawn, for the views that hold markup.
pub struct Drawn(Element);

impl Render for Markup {
    type State = Drawn;

    fn build(self) -> Drawn {
        Drawn(self.element())
    }

    /// Views are drawn once, at build; in the browser markup is patched.
    fn rebuild(self, drawn: &mut Drawn) {
        let mut next = self.build();
        drawn.insert_before_this(&mut next);
        drawn.unmount();
        *drawn = next;
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone()]
    }
}

impl AddAnyAttr for Markup {
    type Output<Attr: Attribute> = Self;

    /// Markup is written with all its attributes; none is added from outside.
    fn add_any_attr<Attr: Attribute>(self, _: Attr) -> Self
    where
        Self::Output<Attr>: RenderHtml,
    {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 16;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, html: &mut String, position: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        self.write(html);
        *position = Position::NextChild;
    }

    /// A page that was drawn at build is replaced and not hydrated.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{el, link};

    #[test]
    fn nothing_in_the_data_becomes_an_element() {
        let hostile = "\"><script>alert(1)</script>&".to_owned();
        let mut html = String::new();
        el("p", "card__what").holds(link("card__link", hostile.clone()).says(hostile)).write(&mut html);
        assert_eq!(html.matches('<').count(), 4, "{html}");
        assert!(!html.contains("<script"));
    }
}

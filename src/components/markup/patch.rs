//! From one markup to the next: only what differs is touched, so that the
//! focus, an open panel and a half-read list stay where they are.

use super::{Child, Markup, Value};
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Text};

impl Markup {
    /// Makes an element that was drawn from `before` show this. Both have the
    /// same tag.
    pub fn patch(&self, before: &Self, element: &Element) {
        let (parts, before) = (&*self.0, &*before.0);
        for (name, value) in &parts.attributes {
            let same = before.attributes.iter().any(|(other, was)| other == name && was == value);
            // What is being typed is left alone; only what is cleared is set.
            let is_typed = matches!(value, Value::Now(text) if !text.is_empty());
            if !same && !is_typed {
                value.set(element, name);
            }
        }
        for (name, was) in &before.attributes {
            let is_gone = parts.attributes.iter().all(|(other, _)| other != name);
            match was {
                Value::Words(_) if is_gone => Rndr::remove_attribute(element, name),
                Value::Is(_) | Value::Now(_) if is_gone => Value::Is(false).set(element, name),
                _ => {}
            }
        }
        let mut node = Rndr::first_child(element);
        for (at, child) in parts.children.iter().enumerate() {
            let Some(here) = node else {
                Rndr::insert_node(element, &child.node(), None);
                continue;
            };
            node = Rndr::next_sibling(&here);
            match before.children.get(at) {
                Some(was) if child == was => {}
                was => child.replace(was, &here, element),
            }
        }
        while let Some(rest) = node {
            node = Rndr::next_sibling(&rest);
            Rndr::remove(&rest);
        }
    }
}

impl Child {
    /// Makes a node that was drawn from `before` show this. Words change within
    /// their node: a finger may just be on them, and WebKit forgets the click of
    /// one whose node is gone.
    fn replace(&self, before: Option<&Self>, node: &Node, parent: &Element) {
        match (self, before) {
            (Self::Element(next), Some(Self::Element(was))) if next.0.tag == was.0.tag => {
                if let Some(element) = as_element(node) {
                    next.patch(was, &element);
                }
            }
            (Self::Words(next), Some(Self::Words(_))) => {
                if let Some(text) = as_text(node) {
                    Rndr::set_text(&text, next.as_str());
                }
            }
            _ => {
                Rndr::insert_node(parent, &self.node(), Some(node));
                Rndr::remove(node);
            }
        }
    }
}

fn as_element(node: &Node) -> Option<Element> {
    use leptos::tachys::renderer::CastFrom;
    Element::cast_from(node.clone())
}

fn as_text(node: &Node) -> Option<Text> {
    use leptos::tachys::renderer::CastFrom;
    Text::cast_from(node.clone())
}

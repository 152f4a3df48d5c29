//! What stands in the place of the app, and the markup that it was made from.
//!
//! A page that was drawn at build is taken over as it stands: nothing in it is
//! made anew, so nothing moves, and the focus, what is being typed and how far
//! the page was scrolled stay. That is only right if it is the page that the
//! app would have drawn. An extension or a proxy may have put something in, and
//! then a number would be written into the wrong card; so the elements are
//! counted and all words compared, and a page that differs is drawn again.

use crate::browser::page;
use crate::components::markup::Markup;
use leptos::tachys::renderer::types::Element;

/// What stands in a place.
pub struct Shown {
    place: Element,
    pieces: Vec<(Markup, Element)>,
}

impl Shown {
    /// Takes over what stands in a place, if it was drawn from these pieces.
    pub fn standing(place: &Element, pieces: &[Markup]) -> Option<Self> {
        let elements = page::children(place);
        let are_same = elements.len() == pieces.len()
            && pieces.iter().zip(&elements).all(|(piece, element)| {
                let mut words = String::new();
                let count = piece.read(&mut words);
                page::is_made_of(element, piece.tag(), count, &words)
            });
        let pieces = pieces.iter().cloned().zip(elements).collect();
        are_same.then(|| Self { place: place.clone(), pieces })
    }

    /// Draws these pieces into a place, instead of all that stands in it.
    pub fn fresh(place: &Element, pieces: Vec<Markup>) -> Self {
        page::clear(place);
        let pieces = pieces.into_iter().map(|piece| {
            let element = piece.element();
            page::add(place, &element);
            (piece, element)
        });
        Self { place: place.clone(), pieces: pieces.collect() }
    }

    /// Whether it stands in this place, and nothing has been drawn over it.
    pub fn is_in(&self, place: &Element) -> bool {
        self.place == *place && page::children(place).len() == self.pieces.len()
    }

    /// Goes on to the next pieces; only what differs is touched.
    #[must_use]
    pub fn next(mut self, pieces: Vec<Markup>) -> Self {
        let is_alike = pieces.len() == self.pieces.len();
        if !is_alike {
            return Self::fresh(&self.place, pieces);
        }
        for (next, (before, element)) in pieces.into_iter().zip(&mut self.pieces) {
            if next.tag() != before.tag() {
                let made = next.element();
                page::replace(element, &made);
                *element = made;
            } else if next != *before {
                next.patch(before, element);
            }
            *before = next;
        }
        self
    }
}

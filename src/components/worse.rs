//! The settled words beside any wait.

use super::markup::{Markup, el, link};

/// What to do if things get worse while somebody waits: these words and no
/// others, wherever a wait is shown.
pub fn worse(class: &'static str) -> Markup {
    el("p", class)
        .says("If things get worse while you wait, do not wait for the appointment. Tell the service or your GP. Urgent: ")
        .holds(link("", "tel:111").says("111"))
        .says(", mental health option. Life at risk: ")
        .holds(link("", "tel:999").says("999"))
        .says(" or A&E.")
}

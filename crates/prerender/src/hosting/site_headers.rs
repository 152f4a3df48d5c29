//! `_headers`, which Netlify and Cloudflare Pages read from the site's folder.
//!
//! Both join what two rules say of one header, so nothing is said twice: what
//! no rule names they already ask for again each time. Both know every type.

use super::{FOR_EVER, headers};
use std::collections::BTreeSet;

pub(super) fn text(hashed: &BTreeSet<&str>) -> String {
    let mut text = "# Netlify and Cloudflare Pages read this file from the top of a site.\n/*\n".to_owned();
    for (name, value) in headers() {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for path in hashed {
        text.push_str(&format!("\n/{path}\n  Cache-Control: {FOR_EVER}\n"));
    }
    text
}

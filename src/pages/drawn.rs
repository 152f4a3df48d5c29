//! Pages without anything to choose, drawn at build only.

mod about;
mod a_to_z;
mod accessibility;
mod browse;
mod kinds;
mod leaving;
mod privacy;
mod staff;
mod urgent;

use directory::Address;
use leptos::prelude::*;

/// Draws the page at an address, if it is one of these.
pub fn page(address: Address) -> Option<AnyView> {
    Some(match address {
        Address::Need(need) => view! { <browse::NeedPage need/> }.into_any(),
        Address::Age(age) => view! { <browse::AgePage age/> }.into_any(),
        Address::Thrive(thrive) => view! { <browse::ThrivePage thrive/> }.into_any(),
        Address::Urgent => view! { <urgent::Urgent/> }.into_any(),
        Address::About => view! { <about::About/> }.into_any(),
        Address::Privacy => view! { <privacy::Privacy/> }.into_any(),
        Address::Accessibility => view! { <accessibility::Accessibility/> }.into_any(),
        Address::Kinds => view! { <kinds::Kinds/> }.into_any(),
        Address::AToZ => view! { <a_to_z::AToZ/> }.into_any(),
        Address::Leaving => view! { <leaving::Leaving/> }.into_any(),
        Address::Staff => view! { <staff::Staff/> }.into_any(),
        _ => return None,
    })
}

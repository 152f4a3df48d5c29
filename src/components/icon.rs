//! Our own line icons, on a grid of 24 by 24; every one has its word beside it.

use super::markup::{Markup, el};

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A telephone.
    Phone,
    /// A message.
    Text,
    /// A mortar board.
    School,
    /// A stethoscope.
    Gp,
    /// One person.
    Person,
    /// Someone older and someone younger.
    Age,
    /// A key.
    Known,
    /// A question mark.
    Unknown,
    /// A coin.
    Cost,
    /// A screen.
    Format,
    /// A pin on a map.
    Area,
    /// A clock.
    Clock,
    /// A warning sign.
    Warn,
    /// A cross.
    Close,
    /// An arrow back.
    ArrowLeft,
    /// An arrow out of a box.
    External,
    /// Two sliders.
    Filter,
    /// An envelope.
    Mail,
    /// A magnifying glass.
    Search,
}

impl Icon {
    /// The line that draws it.
    fn line(self) -> &'static str {
        match self {
            Self::Phone => {
                "M5 3.5h4l2 5-2.6 1.7a11 11 0 0 0 5.4 5.4L15.5 13l5 2v4a1.5 1.5 0 0 1-1.5 1.5A15.5 15.5 0 0 1 3.5 5 1.5 1.5 0 0 1 5 3.5z"
            }
            Self::Text => {
                "M4 4.5h16a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1h-8.5L7 21v-4H4a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1zM8 9h8M8 12.5h5"
            }
            Self::School => "M2.5 9.5 12 5l9.5 4.5L12 14zM6.5 12v4.5c3 2.4 8 2.4 11 0V12M21.5 9.5v5",
            Self::Gp => {
                "M6 3H4.5v5.5a4.5 4.5 0 0 0 9 0V3H12M9 13v2.5a5 5 0 0 0 10 0V13M16.5 10.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z"
            }
            Self::Person => "M8 7.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM4 21c0-4.4 3.6-7.5 8-7.5s8 3.1 8 7.5",
            Self::Age => {
                "M5 6a3 3 0 1 0 6 0a3 3 0 1 0 -6 0zM2.5 20v-3.5a5.5 5.5 0 0 1 9.5-3.8M14.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0zM12 20.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5"
            }
            Self::Known => "M3.5 15.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM11.2 12.3 20 3.5M16.5 7l3 3",
            Self::Unknown => {
                "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM9.3 9.5a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.1-1.5 2.1M12 17.2v.1"
            }
            Self::Cost => {
                "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM9 16.5h6.2M10.5 16.5v-6a2.5 2.5 0 0 1 4.6-1.4M9 12.5h4.5"
            }
            Self::Format => "M3 4.5h18v12.5H3zM8.5 21h7M12 17v4",
            Self::Area => {
                "M12 21.5s7-6.7 7-12.2a7 7 0 1 0-14 0c0 5.5 7 12.2 7 12.2zM9.5 9.3a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z"
            }
            Self::Clock => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM12 7v5.2l3.3 2",
            Self::Warn => "M12 3.5 22 20.5H2zM12 10v4.5M12 17.4v.1",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::ArrowLeft => "M20 12H4.5M11 5.5 4.5 12l6.5 6.5",
            Self::External => "M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9",
            Self::Filter => {
                "M3.5 7h8M17.5 7h3M3.5 17h3M12.5 17h8M12 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0zM7 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z"
            }
            Self::Search => "M3.5 10.5a7 7 0 1 0 14 0a7 7 0 1 0 -14 0zM15.5 15.5 21 21",
            Self::Mail => "M3 5h18v14H3zm3.5 6.5 8.5 7 8.5-7",
        }
    }
}

/// An icon beside its word; it is not read out.
pub fn picture(icon: Icon) -> Markup {
    drawing("icon", icon.line())
}

/// A line drawing of this class, on a grid of 24 by 24.
pub fn drawing(class: &'static str, line: &'static str) -> Markup {
    let svg = el("svg", class).with("viewBox", "0 0 24 24").with("aria-hidden", "true");
    svg.holds(el("path", "").with("d", line))
}

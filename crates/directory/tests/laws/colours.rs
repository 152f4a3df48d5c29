//! How far colours stand apart.

use directory::colours::Colour;
use proptest::prelude::*;

fn colour() -> impl Strategy<Value = Colour> {
    any::<[u8; 3]>().prop_map(Colour)
}

proptest! {
    #[test]
    fn contrast_has_no_direction_and_stays_from_1_to_21(one in colour(), two in colour()) {
        let ratio = one.contrast(two);
        prop_assert_eq!(ratio, two.contrast(one));
        prop_assert!((1.0..=21.0 + 1e-9).contains(&ratio));
        prop_assert!((one.contrast(one) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_lighter_channel_is_never_darker(one in colour(), channel in 0..3_usize) {
        let mut lighter = one;
        lighter.0[channel] = lighter.0[channel].saturating_add(1);
        prop_assert!(lighter.luminance() >= one.luminance());
    }

    #[test]
    fn a_shade_that_is_advised_is_far_enough(one in colour(), two in colour()) {
        // Black or white is always at least 4.5 from any colour.
        let shade = one.apart_from(two, 4.5);
        prop_assert!(shade.is_some_and(|shade| shade.contrast(two) >= 4.5));
        prop_assert_eq!(Colour::read(&one.spelt()), Some(one));
    }

    #[test]
    fn no_text_panics_as_a_colour(text in ".{0,12}") {
        let read = Colour::read(&text);
        prop_assert!(read.is_none_or(|colour| colour.spelt().eq_ignore_ascii_case(&text)));
    }
}

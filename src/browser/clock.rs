//! The clock of the device, in UK time.
//!
//! A page built for a fixed day names it in `data-today`; then that day holds.

use super::place::document;
use js_sys::{Date, Object, Reflect};

/// A moment: the day of the week (0 is Monday) and the minute of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// 0 is Monday.
    pub weekday: u8,
    /// Minutes after midnight.
    pub minute: u16,
}

/// Today as `2026-11-21`, or the day for which the page was built.
pub fn today() -> Option<String> {
    let root = document()?.document_element()?;
    root.get_attribute("data-today").or_else(|| {
        let now = Date::new_0();
        Some(format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()))
    })
}

/// Now in the United Kingdom, wherever the reader is; `None` if the device
/// cannot say.
pub fn now() -> Option<Moment> {
    let options = Object::new();
    for (key, value) in
        [("timeZone", "Europe/London"), ("weekday", "short"), ("hour", "2-digit"), ("minute", "2-digit")]
    {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    // "Sat 21:52" in every engine that knows the time zone.
    let words = String::from(Date::new_0().to_locale_string("en-GB", &options));
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().position(|day| words.starts_with(day))?;
    let (hour, minute) = words.rsplit([' ', ',']).next()?.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    Some(Moment { weekday: u8::try_from(weekday).ok()?, minute: hour % 24 * 60 + minute })
}

//! Where a service is for.

use super::Setting;
use super::thing::{Ids, Thing};
use crate::terms::ENGLAND;
use directory::record::ListingAreaRecord;

/// Each place as an area. Only England has an address of its own: no source
/// says which area of the national list another one is.
pub(super) fn areas(setting: &Setting<'_>, ids: &mut Ids, area: &ListingAreaRecord) -> Vec<Thing> {
    let one = |place: &String| {
        let is_england = place == ENGLAND[0];
        let named = setting.site.areas.named(place).map_or(place.as_str(), |area| &area.label);
        ids.thing("service_area", place)
            .with("name", if is_england { "England" } else { named })
            .text("description", area.coverage.as_deref())
            .text("uri", is_england.then_some(ENGLAND[1]))
    };
    area.places.iter().map(one).collect()
}

//! Stores of the S3 kind keep type and caching with each file, so they are
//! said when a file is put there; headers are added by what stands before it.

use super::{ASKED_AGAIN, FOR_EVER, TYPES, headers};
use serde_json::json;
use std::collections::BTreeSet;

/// Puts every file there, pages last, so that no page names what is not there.
pub(super) fn script(hashed: &BTreeSet<&str>) -> String {
    let end_of = |path: &str| path.rsplit_once('.').map(|(_, end)| end.to_owned());
    let but: String = hashed.iter().map(|path| format!(" --exclude '{path}'")).collect();
    let put = |which: &str, kind: &str, kept: &str| {
        format!("put --exclude '*'{which} --content-type '{kind}' --cache-control '{kept}' \"$@\"\n")
    };
    let for_ever = TYPES.iter().filter_map(|(end, kind)| {
        let these = hashed.iter().filter(|path| end_of(path).as_deref() == Some(end));
        let these: String = these.map(|path| format!(" --include '{path}'")).collect();
        (!these.is_empty()).then(|| put(&these, kind, FOR_EVER))
    });
    let mut others = TYPES;
    others.sort_by_key(|(end, _)| *end == "html");
    let others = others
        .iter()
        .map(|(end, kind)| put(&format!(" --include '*.{end}'{but} --exclude 'hosting/*'"), kind, ASKED_AGAIN));
    format!(
        "#!/bin/sh
# For object stores of the S3 kind. Puts every file there with its type, and how
# long it may be kept:
#
#   sh hosting/object-store.sh s3://BUCKET
#   sh hosting/object-store.sh s3://BUCKET/FOLDER --endpoint-url https://STORE
#
# It needs the `aws` command and your keys for the store. Old files stay there,
# so that pages that are open go on working; take them away after a day or two.
set -eu
to=\"${{1:?write where to, such as s3://BUCKET}}\"
shift
from=\"$(cd \"$(dirname \"$0\")/..\" && pwd)\"

put() {{
  aws s3 cp \"$from\" \"${{to%/}}\" --recursive \"$@\"
}}

# Names with a hash are kept for ever.
{}
# Everything else is asked for again each time; pages come last.
{}",
        for_ever.collect::<String>(),
        others.collect::<String>(),
    )
}

/// The headers, as CloudFront takes them.
pub(super) fn headers_of_cloudfront() -> String {
    let all = headers();
    let value = |wanted: &str| all.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
    let own = ["Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"];
    let others: Vec<_> = all
        .iter()
        .filter(|(name, _)| !own.contains(name))
        .map(|(name, value)| json!({ "Header": name, "Value": value, "Override": true }))
        .collect();
    let policy = json!({
        "Name": "waymark",
        "Comment": "The headers of Waymark, for every file",
        "SecurityHeadersConfig": {
            "ContentSecurityPolicy": { "ContentSecurityPolicy": value(own[0]), "Override": true },
            "ReferrerPolicy": { "ReferrerPolicy": value(own[1]), "Override": true },
            "ContentTypeOptions": { "Override": true },
        },
        "CustomHeadersConfig": { "Quantity": others.len(), "Items": others },
    });
    format!("{policy:#}\n")
}

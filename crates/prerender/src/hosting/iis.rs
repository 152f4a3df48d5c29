//! `web.config`, which IIS reads from the site's folder.

use super::{TYPES, headers};
use std::collections::BTreeSet;

pub(super) fn text(hashed: &BTreeSet<&str>) -> String {
    // A type that IIS has already may not be given twice, so it is taken away.
    let types: String = TYPES
        .iter()
        .map(|(end, kind)| {
            format!(
                "      <remove fileExtension=\".{end}\" />\n      \
                 <mimeMap fileExtension=\".{end}\" mimeType=\"{kind}\" />\n"
            )
        })
        .collect();
    let headers: String = headers()
        .iter()
        .map(|(name, value)| {
            format!("        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />\n")
        })
        .collect();
    let kept: String = hashed
        .iter()
        .map(|path| {
            format!(
                "  <location path=\"{path}\">\n    <system.webServer>\n      <staticContent>\n        \
                 <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" \
                 cacheControlCustom=\"public, immutable\" />\n      </staticContent>\n    </system.webServer>\n  \
                 </location>\n"
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<configuration>
  <system.webServer>
    <directoryBrowse enabled=\"false\" />
    <defaultDocument enabled=\"true\">
      <files>
        <clear />
        <add value=\"index.html\" />
      </files>
    </defaultDocument>
    <urlCompression doStaticCompression=\"true\" />
    <staticContent>
      <clientCache cacheControlMode=\"DisableCache\" />
{types}    </staticContent>
    <security>
      <requestFiltering>
        <hiddenSegments>
          <remove segment=\"hosting\" />
          <add segment=\"hosting\" />
        </hiddenSegments>
      </requestFiltering>
    </security>
    <httpErrors errorMode=\"Custom\">
      <remove statusCode=\"403\" subStatusCode=\"14\" />
      <error statusCode=\"403\" subStatusCode=\"14\" path=\"404.html\" responseMode=\"File\" />
      <remove statusCode=\"404\" subStatusCode=\"-1\" />
      <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
        <remove name=\"X-Powered-By\" />
{headers}      </customHeaders>
    </httpProtocol>
  </system.webServer>
{kept}</configuration>
"
    )
}

//! `hosting/nginx.conf`, which an administrator of nginx includes in a
//! `location`.

use super::{ASKED_AGAIN, FOR_EVER, HASHED, TYPES, compressed, headers};

pub(super) fn text() -> String {
    let bare = |kind: &'static str| kind.split(';').next().unwrap_or(kind);
    let types: String = TYPES.iter().map(|(end, kind)| format!("    {} {end};\n", bare(kind))).collect();
    let named = TYPES.iter().filter(|(end, kind)| kind.contains("charset") && *end != "html");
    let named: Vec<_> = named.map(|(_, kind)| bare(kind)).collect();
    // Of HTML nginx thinks by itself, and warns when it is told.
    let compressed: Vec<_> = compressed().filter(|kind| *kind != "text/html").collect();
    let headers: String =
        headers().iter().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).collect();
    format!(
        "# For nginx. Include this file in the location of the site, after the line
# that names its page for what is missing:
#
#   server {{
#     root /var/www/waymark;
#     location / {{
#       error_page 403 404 =404 /404.html;
#       include /var/www/waymark/hosting/nginx.conf;
#     }}
#   }}
#
# In a folder of another site, with the files in /var/www/html/support:
#
#   location /support/ {{
#     error_page 403 404 =404 /support/404.html;
#     include /var/www/html/support/hosting/nginx.conf;
#   }}

index index.html;
autoindex off;
charset utf-8;
charset_types {};
default_type application/octet-stream;
types {{
{types}}}

gzip on;
gzip_vary on;
gzip_min_length 512;
gzip_types {};

set $waymark_kept \"{ASKED_AGAIN}\";
if ($uri ~ \"{HASHED}\") {{
  set $waymark_kept \"{FOR_EVER}\";
}}
{headers}add_header Cache-Control $waymark_kept always;

# What is for hosts is nobody else's: it is not there.
location ~ (/\\.(?!well-known/)|/(_headers|web\\.config)$|/hosting(/|$)) {{
  return 404;
}}
",
        named.join(" "),
        compressed.join(" "),
    )
}

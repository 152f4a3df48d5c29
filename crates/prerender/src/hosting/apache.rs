//! `.htaccess`, which Apache reads from the site's folder, in whatever folder
//! of a host that is.

use super::{ASKED_AGAIN, FOR_EVER, HASHED, TYPES, compressed, headers};

pub(super) fn text() -> String {
    let types: String = TYPES.iter().map(|(end, kind)| format!("AddType \"{kind}\" .{end}\n")).collect();
    let headers: String =
        headers().iter().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n")).collect();
    let compressed = compressed().collect::<Vec<_>>().join(" ");
    format!(
        "# For Apache 2.4, where AllowOverride is All for this folder.
Options -Indexes -MultiViews +SymLinksIfOwnerMatch
DirectoryIndex index.html

{types}
# What is for hosts is nobody else's: it is not there.
<IfModule mod_alias.c>
  RedirectMatch 404 \"(^|/)(\\.(?!well-known/)|(_headers|web\\.config)$|hosting(/|$))\"
</IfModule>

# 404.html lies in the site's own folder. Apache wants its whole path, so the
# first rule finds out which folder that is. Without mod_rewrite, write it here.
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond $0#%{{REQUEST_URI}} ^([^#]*)#/(.*)\\1$
  RewriteRule ^.*$ - [E=WAYMARK_FOLDER:%2]
  # A folder without a first page is no page either.
  RewriteCond %{{REQUEST_FILENAME}} -d
  RewriteCond %{{REQUEST_FILENAME}}/index.html !-f
  RewriteRule /$ - [R=404,L]
  ErrorDocument 404 /%{{reqenv:WAYMARK_FOLDER}}404.html
</IfModule>
<IfModule !mod_rewrite.c>
  ErrorDocument 404 /404.html
</IfModule>

<IfModule mod_headers.c>
{headers}  Header always set Cache-Control \"{ASKED_AGAIN}\"
  <FilesMatch \"{HASHED}\">
    Header always set Cache-Control \"{FOR_EVER}\"
  </FilesMatch>
</IfModule>

<IfModule mod_filter.c>
  <IfModule mod_brotli.c>
    AddOutputFilterByType BROTLI_COMPRESS {compressed}
  </IfModule>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE {compressed}
  </IfModule>
</IfModule>
"
    )
}

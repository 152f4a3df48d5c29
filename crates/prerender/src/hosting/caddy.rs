//! `hosting/Caddyfile`, which an administrator of Caddy imports.

use super::{ASKED_AGAIN, FOR_EVER, HASHED, TYPES, compressed, headers};

pub(super) fn text() -> String {
    let types: String = TYPES
        .iter()
        .map(|(end, kind)| {
            format!("\t\t@waymark_{end} path_regexp \\.{end}$\n\t\theader @waymark_{end} Content-Type \"{kind}\"\n")
        })
        .collect();
    // By itself Caddy leaves WebAssembly as large as it is.
    let compressed: String = compressed().map(|kind| format!("\t\t\theader Content-Type {kind}*\n")).collect();
    let headers: String = headers().iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
    format!(
        "# For Caddy 2. Import this file at the top of your own, and then:
#
#   import /var/www/waymark/hosting/Caddyfile
#   support.example.org {{
#     root * /var/www/waymark
#     import waymark
#   }}
#
# In a folder of another site:
#
#   example.org {{
#     redir /support /support/
#     handle_path /support/* {{
#       root * /var/www/waymark
#       import waymark
#     }}
#   }}

(waymark_missing) {{
	rewrite * /404.html
	header Content-Type \"text/html; charset=utf-8\"
	file_server {{
		status 404
	}}
}}

(waymark) {{
	encode {{
		zstd
		gzip
		minimum_length 512
		match {{
{compressed}		}}
	}}
	header {{
{headers}		Cache-Control \"{ASKED_AGAIN}\"
	}}

	# What is for hosts is nobody else's: it is not there.
	@waymark_hidden {{
		path_regexp (^|/)(\\.|(_headers|web\\.config)$|hosting(/|$))
		not path /.well-known/*
	}}
	@waymark_no_file {{
		not path */
		not file
	}}
	@waymark_no_index {{
		path */
		not file {{path}}index.html
	}}
	handle @waymark_hidden {{
		import waymark_missing
	}}
	handle @waymark_no_file {{
		import waymark_missing
	}}
	handle @waymark_no_index {{
		import waymark_missing
	}}
	handle {{
		@waymark_hashed path_regexp {HASHED}
		header @waymark_hashed Cache-Control \"{FOR_EVER}\"
		@waymark_folder path */
		header @waymark_folder Content-Type \"text/html; charset=utf-8\"
{types}		file_server
	}}
}}
"
    )
}

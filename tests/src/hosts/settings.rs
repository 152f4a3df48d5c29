//! What an administrator would write around the settings that the site ships.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::Server;

/// Where a server is to serve the site.
pub(super) struct Place<'a> {
    /// A folder for what the server writes.
    pub(super) folder: &'a Path,
    /// The top folder of the address, with the site under `base`.
    pub(super) top: &'a Path,
    pub(super) base: &'a str,
    pub(super) port: u16,
}

impl Place<'_> {
    /// The folder of the site.
    fn site(&self) -> PathBuf {
        self.top.join(self.base.trim_matches('/'))
    }
}

/// Writes the settings of a server, and makes it read them.
pub(super) fn write(server: Server, command: &mut Command, place: &Place<'_>) -> Result<()> {
    let settings = place.folder.join("settings");
    let text = match server {
        Server::Nginx => nginx(place),
        Server::Apache => apache(place)?,
        Server::Caddy => caddy(place),
    };
    fs::write(&settings, text)?;
    match server {
        Server::Nginx => command.arg("-p").arg(place.folder).arg("-e").arg("error.log").arg("-c").arg(settings),
        Server::Apache => command.arg("-DFOREGROUND").arg("-f").arg(settings),
        Server::Caddy => command.args(["run", "--adapter", "caddyfile", "--config"]).arg(settings),
    };
    Ok(())
}

fn nginx(place: &Place<'_>) -> String {
    let Place { folder, top, base, port } = place;
    let (folder, top) = (folder.display(), top.display());
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("  {name}_temp_path {folder}/{name};\n"))
        .collect();
    format!(
        "daemon off;
master_process off;
pid {folder}/pid;
events {{}}
http {{
  access_log off;
{temporary}  server {{
    listen 127.0.0.1:{port};
    root {top};
    autoindex on;
    location {base} {{
      error_page 403 404 =404 {base}404.html;
      include {}/hosting/nginx.conf;
    }}
  }}
}}
",
        place.site().display(),
    )
}

/// Everything that Debian and others turn on, and what the site asks for.
const MODULES: [&str; 13] = [
    "mpm_event",
    "authz_core",
    "mime",
    "dir",
    "alias",
    "autoindex",
    "negotiation",
    "setenvif",
    "filter",
    "headers",
    "rewrite",
    "deflate",
    "brotli",
];

fn apache(place: &Place<'_>) -> Result<String> {
    let Place { folder, top, port, .. } = place;
    let (folder, top) = (folder.display(), top.display());
    let libraries = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"];
    let library = libraries.into_iter().find(|library| Path::new(library).is_dir());
    let library = library.context("the modules of Apache are in none of the places where distributions put them")?;
    let load = |name: &&str| format!("LoadModule {name}_module {library}/mod_{name}.so\n");
    let modules: String = MODULES.iter().map(load).collect();
    // Whoever starts Apache as root has to say who it is to be instead.
    let known = |file: &str| fs::read_to_string(file).is_ok_and(|all| all.contains("\nwww-data:"));
    let nobody = [("User", "/etc/passwd"), ("Group", "/etc/group")].iter().filter(|(_, file)| known(file));
    let nobody: String = nobody.map(|(what, _)| format!("{what} www-data\n")).collect();
    Ok(format!(
        "ServerRoot {folder}
DefaultRuntimeDir {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
{modules}TypesConfig /dev/null
{nobody}DocumentRoot {top}
<Directory />
  AllowOverride None
  Require all denied
</Directory>
<Directory {top}>
  Options Indexes FollowSymLinks MultiViews
  AllowOverride All
  Require all granted
</Directory>
<Files \".ht*\">
  Require all denied
</Files>
"
    ))
}

fn caddy(place: &Place<'_>) -> String {
    let site = place.site();
    let site = site.display();
    let port = place.port;
    let inside = match place.base {
        "/" => format!("  root * {site}\n  import waymark\n"),
        base => format!("  handle_path {base}* {{\n    root * {site}\n    import waymark\n  }}\n"),
    };
    format!(
        "{{
  admin off
  auto_https off
}}
import {site}/hosting/Caddyfile
http://127.0.0.1:{port} {{
  bind 127.0.0.1
{inside}}}
"
    )
}

//! The servers that hosts run: nginx, Apache and Caddy.
//!
//! Debian starts a server as soon as it is installed. So packages are asked for
//! only where there is no system that would start one, as in a container;
//! elsewhere the servers that are there are used, and the missing named.

use std::path::Path;

use super::{debian, on_path};

/// A server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    /// The name that the tests know it by.
    pub(crate) slug: &'static str,
    programs: &'static [&'static str],
    package: &'static str,
}

/// All of them. `apache2-bin` alone is Apache without a service.
pub(crate) const ALL: [Server; 3] = [
    Server { slug: "nginx", programs: &["nginx"], package: "nginx" },
    Server { slug: "apache", programs: &["apache2", "httpd"], package: "apache2-bin" },
    Server { slug: "caddy", programs: &["caddy"], package: "caddy" },
];

impl Server {
    fn is_there(&self) -> bool {
        // Debian keeps servers in a folder that stands only in root's `PATH`.
        let is_in = |folder: &str| self.programs.iter().any(|name| Path::new(folder).join(name).is_file());
        on_path(self.programs).is_some() || is_in("/usr/sbin") || is_in("/usr/local/sbin")
    }
}

/// Installs what is missing where that starts nothing, and says what can be
/// used; what cannot is said with the reason.
pub(crate) fn ensure() -> Vec<Server> {
    let missing = || ALL.iter().filter(|server| !server.is_there()).map(|server| server.package).collect::<Vec<_>>();
    let packages = missing();
    if !packages.is_empty() {
        let done = match (debian::is_here(), Path::new("/run/systemd/system").exists()) {
            (true, false) => debian::install("servers", &packages),
            (true, true) => Err(anyhow::anyhow!(
                "to install a server here would start it. Run this once, and then stop what it starts:\n  {}",
                debian::by_hand(&packages)
            )),
            (false, _) => Err(anyhow::anyhow!("this is not Debian; install {} by hand", packages.join(", "))),
        };
        if let Err(why) = done {
            eprintln!("  {why:#}");
        }
    }
    for server in ALL.iter().filter(|server| !server.is_there()) {
        eprintln!("  {} is left out: {} not on PATH", server.slug, server.programs[0]);
    }
    ALL.into_iter().filter(Server::is_there).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_has_a_name_a_program_and_a_package_of_its_own() {
        for field in [|server: &Server| server.slug, |server: &Server| server.package] {
            let names: std::collections::BTreeSet<_> = ALL.iter().map(field).collect();
            assert_eq!(names.len(), ALL.len());
        }
        let nowhere = Server { slug: "x", programs: &["no-such-server"], package: "x" };
        assert!(!nowhere.is_there());
    }
}

//! The servers that hosts really use, each started with what the site ships
//! for it, on a free port, in a folder of its own.
//!
//! No service of the system is touched: a server is a child of the test, and
//! ends with it. The site is copied, since a server that was started by root
//! reads it as somebody else.

use std::fmt;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process::{Program, Scratch};
use crate::{tools, visit};

mod answer;
mod settings;
mod upload;

pub use answer::Answer;
pub use upload::Upload;

/// A server that a host may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx, with `hosting/nginx.conf`.
    Nginx,
    /// Apache, with `.htaccess`.
    Apache,
    /// Caddy, with `hosting/Caddyfile`.
    Caddy,
}

impl Server {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nginx, Self::Apache, Self::Caddy];

    /// The name in test names and in `WAYMARK_HOSTS`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::Caddy => "caddy",
        }
    }

    /// Whether this run includes the server: `WAYMARK_HOSTS=nginx,caddy` names
    /// those that it does; without the variable it is all of them.
    #[must_use]
    pub fn is_wanted(self) -> bool {
        std::env::var("WAYMARK_HOSTS").map_or(true, |list| list.split(',').any(|name| name.trim() == self.slug()))
    }

    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Nginx => &["nginx"],
            Self::Apache => &["apache2", "httpd"],
            Self::Caddy => &["caddy"],
        }
    }
}

impl fmt::Display for Server {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.slug())
    }
}

/// The published site on a running server. Dropping it ends the server.
pub struct Host {
    /// The folder of the site, as it was built.
    pub dist: PathBuf,
    /// The folder of the address, which begins and ends with a slash.
    pub base: &'static str,
    port: u16,
    _program: Program,
    _scratch: Scratch,
}

impl Host {
    /// Starts a server with the published site under `base`.
    ///
    /// # Errors
    /// When the site has not been built, or the server is missing or does not
    /// start; what it said is in the error.
    pub fn start(server: Server, base: &'static str) -> Result<Self> {
        let dist = visit::published()?;
        let scratch = Scratch::new()?;
        let folder = scratch.path();
        let top = folder.join("www");
        copy(&dist, &top.join(base.trim_matches('/')))?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new(tools::program(server.programs())?);
        settings::write(server, &mut command, &settings::Place { folder, top: &top, base, port })?;
        let log = folder.join("said.log");
        let said = fs::File::create(&log)?;
        command
            .env("HOME", folder)
            .env("XDG_DATA_HOME", folder)
            .env("XDG_CONFIG_HOME", folder)
            .stdout(said.try_clone()?)
            .stderr(said)
            .stdin(Stdio::null());
        let mut program = Program::start(&mut command)?;
        wait_for(port, &mut program).with_context(|| {
            let said = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
            format!("{server} did not start: {} {}", said("said.log"), said("error.log"))
        })?;
        Ok(Self { dist, base, port, _program: program, _scratch: scratch })
    }

    /// Asks for a path from the folder of the site, with these headers.
    ///
    /// # Errors
    /// When no whole answer comes.
    pub fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let target = format!("{}{path}", self.base);
        Answer::to(self.port, &target, headers).with_context(|| format!("no answer to {target}"))
    }
}

fn wait_for(port: u16, program: &mut Program) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(15);
    while Instant::now() < end {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(());
        }
        if program.has_ended() {
            bail!("it ended by itself");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    bail!("nothing answered within 15 seconds")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)?.flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).with_context(|| format!("could not copy {}", path.display()))?;
        }
    }
    Ok(())
}

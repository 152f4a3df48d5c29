//! The three engines, each started afresh through its own WebDriver.
//!
//! Every session has its own driver, profile and folder: what one journey
//! leaves behind, no other can find. A driver starts in a few hundredths of a
//! second, so sharing one would save nothing.

use std::fmt;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::process::{Program, Scratch};
use crate::tools;
use crate::visit::Manner;
use crate::wire::{Refusal, Wire};

mod console;
mod screen;
mod wishes;

use screen::Screen;

/// The engines that people's browsers are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chrome, Edge, Samsung Internet and most of Android.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and every browser on an iPhone.
    WebKit,
}

impl Engine {
    /// All of them, the most used first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in test names and in `WAYMARK_ENGINES`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether this run includes the engine: `WAYMARK_ENGINES=chromium,webkit`
    /// names those that it does; without the variable it is all of them.
    #[must_use]
    pub fn is_wanted(self) -> bool {
        std::env::var("WAYMARK_ENGINES").map_or(true, |list| list.split(',').any(|name| name.trim() == self.slug()))
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.slug())
    }
}

/// A browser with one window. Dropping it ends the browser and its driver.
#[derive(Debug)]
pub struct Session {
    /// Which engine it is.
    pub engine: Engine,
    wire: Wire,
    id: String,
    no_script: bool,
    _driver: Program,
    _screen: Option<Screen>,
    _scratch: Scratch,
}

impl Session {
    /// Starts a browser that knows nothing, in the given manner, with `proxy`
    /// as its only way out of this machine.
    ///
    /// # Errors
    /// When the engine or its driver is missing or does not start.
    pub fn start(engine: Engine, manner: &Manner, proxy: u16, limit: Duration) -> Result<Self> {
        // A free port may be taken by another before the driver has it.
        let mut last = None;
        for _ in 0..3 {
            match Self::attempt(engine, manner, proxy, limit) {
                Ok(session) => return Ok(session),
                Err(error) => last = Some(error),
            }
        }
        let error = last.context("never tried")?;
        Err(error.context(format!("{engine} did not start")))
    }

    fn attempt(engine: Engine, manner: &Manner, proxy: u16, limit: Duration) -> Result<Self> {
        let scratch = Scratch::new()?;
        let port = free_port()?;
        let screen = (engine == Engine::WebKit).then(Screen::start).transpose()?;
        let mut command = driver(engine, port)?;
        command.envs(screen.iter().map(|screen| ("DISPLAY", &screen.name)));
        command
            .env("HOME", scratch.path())
            .env("TMPDIR", scratch.path())
            .env("XDG_RUNTIME_DIR", scratch.path())
            .env("TZ", "Europe/London")
            .env("LANG", "C.UTF-8")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut driver = Program::start(&mut command)?;
        let wire = Wire::new(port, limit);
        wait_for(&wire, &mut driver)?;

        let mut wanted = wishes::capabilities(engine, manner, &scratch)?;
        let out = format!("127.0.0.1:{proxy}");
        wanted["proxy"] = json!({
            "proxyType": "manual", "httpProxy": out, "sslProxy": out,
            "noProxy": ["127.0.0.1"],
        });
        wanted["timeouts"] = json!({ "implicit": 0, "pageLoad": 30_000, "script": 30_000 });
        let body = json!({ "capabilities": { "alwaysMatch": wanted } });
        let answer = wire.send("POST", "/session", Some(&body))?;
        let id = answer["sessionId"].as_str().context("a session without an id")?;
        let (id, no_script) = (id.to_owned(), manner.no_script);
        let session = Self { engine, id, no_script, wire, _driver: driver, _screen: screen, _scratch: scratch };
        session.dress(manner)?;
        Ok(session)
    }

    /// Sends a command of this session.
    ///
    /// # Errors
    /// What the driver refuses, or what breaks on the way.
    pub fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        self.wire.send(method, &format!("/session/{}{path}", self.id), body)
    }

    /// Sends a command of Chromium's own protocol.
    ///
    /// # Errors
    /// When the engine is not Chromium, or refuses.
    pub fn chromium(&self, command: &str, values: &Value) -> Result<Value> {
        ensure!(self.engine == Engine::Chromium, "only Chromium understands {command}");
        let body = json!({ "cmd": command, "params": values });
        self.send("POST", "/goog/cdp/execute", Some(&body))
    }

    /// Switches the scripts of pages off or on. What the harness itself asks is
    /// answered all the same.
    fn refuse_scripts(&self, is_so: bool) -> Result<()> {
        self.chromium("Emulation.setScriptExecutionDisabled", &json!({ "value": is_so }))?;
        Ok(())
    }

    /// Does something that needs timers, which run with the scripts of the page.
    /// Where those are off they are on meanwhile: a page that was loaded
    /// without them stays so, since its scripts were passed over for good.
    ///
    /// # Errors
    /// What it gives, or when the engine refuses.
    pub fn with_timers<T>(&self, does: impl FnOnce() -> Result<T>) -> Result<T> {
        if !self.no_script {
            return does();
        }
        self.refuse_scripts(false)?;
        let done = does();
        self.refuse_scripts(true)?;
        done
    }

    /// The size of the window and what the reader has asked their system for.
    fn dress(&self, manner: &Manner) -> Result<()> {
        let (width, height) = (manner.width, manner.height);
        if self.engine == Engine::Chromium {
            let size = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.chromium("Emulation.setDeviceMetricsOverride", &size)?;
            let features = json!({ "features": [
                { "name": "prefers-color-scheme", "value": if manner.dark { "dark" } else { "light" } },
                { "name": "prefers-reduced-motion", "value": if manner.calm { "reduce" } else { "no-preference" } },
                { "name": "forced-colors", "value": if manner.forced_colours { "active" } else { "none" } },
            ]});
            self.chromium("Emulation.setEmulatedMedia", &features)?;
            return self.refuse_scripts(manner.no_script);
        }
        ensure!(!manner.no_script, "only Chromium can be told to run no script");
        // Their windows have a frame, whose size is measured and added.
        let rect = json!({ "width": width, "height": height });
        self.send("POST", "/window/rect", Some(&rect))?;
        let inner = self.script("return [innerWidth, innerHeight]", &json!([]))?;
        let outer = |at: usize, wish: u32| {
            let wish = i64::from(wish);
            wish + (wish - inner[at].as_i64().unwrap_or(wish)).max(0)
        };
        let rect = json!({ "width": outer(0, width), "height": outer(1, height) });
        self.send("POST", "/window/rect", Some(&rect))?;
        if self.engine == Engine::Firefox {
            self.send("POST", "/moz/context", Some(&json!({ "context": "chrome" })))?;
            self.script(FIREFOX_SIZE, &json!([width, height]))?;
            self.send("POST", "/moz/context", Some(&json!({ "context": "content" })))?;
        }
        Ok(())
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Errors
    /// What the script throws, or what breaks on the way.
    pub fn script(&self, text: &str, values: &Value) -> Result<Value> {
        let body = json!({ "script": text, "args": values });
        self.send("POST", "/execute/sync", Some(&body))
    }

    /// As [`Session::script`], for a script that calls back its last argument.
    ///
    /// # Errors
    /// What the script throws, or what breaks on the way.
    pub fn script_later(&self, text: &str, values: &Value) -> Result<Value> {
        let body = json!({ "script": text, "args": values });
        self.send("POST", "/execute/async", Some(&body))
    }
}

/// Makes the page of Firefox's window as wide and as high as was asked.
const FIREFOX_SIZE: &str = "
const [width, height] = arguments;
for (const [side, length] of [['width', width], ['height', height]])
  for (const bound of ['', 'min-', 'max-'])
    gBrowser.selectedBrowser.style.setProperty(bound + side, length + 'px', 'important');
";

impl Drop for Session {
    fn drop(&mut self) {
        // A polite goodbye lets the driver remove its own folders.
        self.send("DELETE", "", None).ok();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn driver(engine: Engine, port: u16) -> Result<Command> {
    let mut command = match engine {
        Engine::Chromium => Command::new(tools::program(&["chromedriver"])?),
        Engine::Firefox => {
            let mut command = Command::new(tools::program(&["geckodriver"])?);
            // Firefox's own window is at least 500 wide; only with this right
            // may the page in it be made narrower.
            command.args(["--allow-system-access", &format!("--websocket-port={}", free_port()?)]);
            command
        }
        Engine::WebKit => {
            let mut command = Command::new(tools::program(&["WebKitWebDriver"])?);
            command
                .env("GDK_BACKEND", "x11")
                .env("GSETTINGS_BACKEND", "memory")
                .env("NO_AT_BRIDGE", "1")
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                // Where there is no graphics card its threads paint by way of
                // Mesa's stand-in for one, and crash or hang now and then.
                .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
            command
        }
    };
    command.arg(format!("--port={port}"));
    Ok(command)
}

fn wait_for(wire: &Wire, driver: &mut Program) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(15);
    while Instant::now() < end {
        match wire.send("GET", "/status", None) {
            Ok(_) => return Ok(()),
            // WebKit's driver answers, but has no words for its state.
            Err(error) if error.is::<Refusal>() => return Ok(()),
            Err(_) => std::thread::sleep(Duration::from_millis(20)),
        }
        ensure!(!driver.has_ended(), "the driver ended by itself");
    }
    bail!("the driver did not answer within 15 seconds")
}

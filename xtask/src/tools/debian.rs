//! Debian's packages: asked for where nobody has to be asked, and otherwise
//! named, with the command that installs them.

use std::fs;

use anyhow::{Result, bail};

use crate::process;
use crate::progress::Step;

/// Whether this is Debian itself: only there do packages have these names.
pub(super) fn is_here() -> bool {
    is_debian(&fs::read_to_string("/etc/os-release").unwrap_or_default())
}

fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| line.trim() == "ID=debian")
}

/// Installs packages, or says how a person would; `what` names the log.
pub(super) fn install(what: &str, packages: &[&str]) -> Result<()> {
    let Some(apt) = apt_get() else {
        bail!("the tests need {}; run this once, then try again:\n  {}", packages.join(", "), by_hand(packages));
    };
    let mut step = Step::begin(&packages.join(", "), "from the system's packages, once only");
    let log = super::log(what);
    let _ = fs::remove_file(&log);
    let mut call = |arguments: &[&str]| {
        let mut command = process::command(apt[0]);
        command.args(&apt[1..]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::logged(&mut command, &log, &mut step)
    };
    // A stale list of packages names files that the server no longer has; an
    // update that fails for one source may still do for ours.
    call(&["update"])?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    if !call(&arguments)? {
        bail!(
            "the packages could not be installed; the system says:\n{}\nBy hand it would be:\n  {}",
            process::tail(&log, 20),
            by_hand(packages)
        );
    }
    step.end("installed");
    Ok(())
}

/// How to call apt-get without asking anybody, if that is possible.
fn apt_get() -> Option<Vec<&'static str>> {
    let user = process::read(process::command("id").arg("-u")).ok()?;
    if user.trim() == "0" {
        return Some(vec!["apt-get"]);
    }
    process::read(process::command("sudo").args(["-n", "true"])).ok()?;
    Some(vec!["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
}

/// What a person would type.
pub(super) fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get update && sudo apt-get install --yes --no-install-recommends {}", packages.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_is_told_from_what_is_like_it() {
        assert!(is_debian("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n"));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian(""));
    }

    #[test]
    fn a_person_is_told_every_package() {
        assert!(by_hand(&["nginx", "caddy"]).ends_with("--no-install-recommends nginx caddy"));
    }
}

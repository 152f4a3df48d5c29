//! Which machines may be asked: those of the public internet alone.
//!
//! An address in the data, or one that a page leads on to, could name a machine
//! of the network that this runs in. What is asked is decided by the numbers that
//! a name stands for at the moment of asking, since a name can stand for others
//! a moment later.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up, and knows no machine that is not public.
#[derive(Debug)]
pub(super) struct PublicOnly {
    inner: DefaultResolver,
    /// Whether machines of this network are asked, too.
    is_open: bool,
}

/// A name stands for a machine that is not public.
#[derive(Clone, Copy, Debug)]
pub(super) struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is a machine of a private network")
    }
}

impl std::error::Error for NotPublic {}

impl PublicOnly {
    pub(super) fn new(is_open: bool) -> Self {
        Self { inner: DefaultResolver::default(), is_open }
    }
}

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        // The way out of the network is a machine of the network.
        let is_proxy = config.proxy().is_some_and(|proxy| Some(proxy.host()) == uri.host());
        if self.is_open || is_proxy {
            return Ok(found);
        }
        let mut public = self.empty();
        found.iter().filter(|one| is_public(one.ip())).for_each(|one| public.push(*one));
        if public.is_empty() { Err(Error::Other(Box::new(NotPublic))) } else { Ok(public) }
    }
}

/// Whether a host that is written as a number, or stands for this machine by
/// its name, is not public. Behind a proxy nobody else would look.
pub(super) fn is_private_by_name(host: &str) -> bool {
    let bare = host.trim_matches(['[', ']']).trim_end_matches('.').to_lowercase();
    let is_local = ["localhost", "local", "internal", "intranet", "lan", "home", "localdomain"]
        .iter()
        .any(|end| bare == *end || bare.strip_suffix(end).is_some_and(|rest| rest.ends_with('.')));
    is_local || bare.parse().is_ok_and(|ip| !is_public(ip))
}

/// Whether a number belongs to a machine of the public internet.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_named = ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_broadcast();
    let is_special = match a {
        0 | 224..=255 => true,
        100 => (64..128).contains(&b),
        192 => b == 0 && (c == 0 || c == 2) || b == 88 && c == 99,
        198 => b == 18 || b == 19 || b == 51 && c == 100,
        203 => b == 0 && c == 113,
        _ => false,
    };
    !is_named && !is_special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    // Some numbers of the new kind hold one of the old, and lead there.
    let [first, second, _, _, _, fifth, sixth, seventh] = ip.segments();
    let old = |high: u16, low: u16| Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
    if let Some(ip) = ip.to_ipv4_mapped() {
        return is_public_v4(ip);
    }
    let _ = fifth;
    match (first, second) {
        (0x64, 0xff9b) => is_public_v4(old(sixth, seventh)),
        (0x2002, high) => is_public_v4(old(high, ip.segments()[2])),
        // Only a part of what is public has been given out; Teredo and examples are not.
        (0x2001, second) => second != 0xdb8 && second >= 0x200,
        (first, _) => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_of_a_network_are_told_from_those_of_the_internet() {
        for private in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
            assert!(is_private_by_name(private), "{private}");
        }
        for public in [
            "8.8.8.8",
            "93.184.216.34",
            "100.128.0.1",
            "2a00:1450:4009::200e",
            "2606:4700::1111",
            "2001:4860:4860::8888",
            "64:ff9b::808:808",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for name in ["localhost", "LOCALHOST.", "db.internal", "printer.local", "[::1]"] {
            assert!(is_private_by_name(name), "{name}");
        }
        assert!(
            !is_private_by_name("nhs.uk") && !is_private_by_name("homestart.org.uk") && !is_private_by_name("mylocal")
        );
    }
}

//! `links` over secure connections: what a certificate is worth, and to whom.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use serde_json::Value;

use crate::folder::{Folder, Said};
use crate::links::{folder, verdicts};
use crate::web::{Server, moved, page};

/// Somebody who vouches for sites. Made up for tests.
struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn of(name: &str) -> Result<Self> {
        let mut whose = CertificateParams::default();
        whose.distinguished_name.push(DnType::CommonName, name);
        whose.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Ok(Self(CertifiedIssuer::self_signed(whose, KeyPair::generate()?)?))
    }

    /// A server with one page, for which it vouches in this way.
    fn server(&self, site: &str, change: impl FnOnce(&mut CertificateParams)) -> Result<Server> {
        let key = KeyPair::generate()?;
        let mut whose = CertificateParams::new([site.to_owned()])?;
        change(&mut whose);
        let certificate = whose.signed_by(&key, &self.0)?;
        let key = PrivateKeyDer::try_from(key.serialize_der()).map_err(anyhow::Error::msg)?;
        let config =
            ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate.der().clone()], key)?;
        Server::secure(&[("/page", page("<title>Made up</title>"))], config)
    }

    /// A server as it should be.
    fn sound(&self) -> Result<Server> {
        self.server("127.0.0.1", |_| ())
    }
}

/// What is said of the page of a server when this file is trusted.
fn said_of(server: &Server, trust: Option<&str>) -> Result<Value> {
    let web = server.web("/page");
    let folder = folder(std::slice::from_ref(&web))?;
    let mut more = vec!["--timeout", "20"];
    let path = trusted(&folder, trust.unwrap_or_default().as_bytes())?;
    if trust.is_some() {
        more.extend(["--trust", &path]);
    }
    verdicts(&folder, &more)?.remove(&web).context("it was not visited")
}

/// A file of certificates, in the private folder beside the data.
fn trusted(folder: &Folder, bytes: &[u8]) -> Result<String> {
    std::fs::create_dir_all(folder.partners())?;
    let path = folder.partners().join("network.pem");
    std::fs::write(&path, bytes)?;
    Ok(path.to_str().context("the path is UTF-8")?.to_owned())
}

fn assert_said(one: &Value, verdict: &str, why: &str) {
    let said = one["why"].as_str().unwrap_or_default();
    assert!(one["verdict"] == verdict && said == why, "{verdict} {why}: {one}");
}

#[test]
fn a_site_of_an_authority_works_once_it_is_trusted_and_is_never_taken_for_gone() -> Result<()> {
    let (network, other) = (Authority::of("A made-up network")?, Authority::of("Another made-up network")?);
    let unknown = "its certificate is not one that this program knows";
    let server = network.sound()?;
    assert_said(&said_of(&server, None)?, "unreachable", unknown);
    assert_said(&said_of(&server, Some(&other.0.pem()))?, "unreachable", unknown);
    assert!(server.lines().iter().all(String::is_empty), "{:?}", server.lines());
    assert_said(&said_of(&server, Some(&network.0.pem()))?, "works", "");
    let both = format!("\u{feff}{}\r\nSome words.\r\n{}", network.0.pem().replace('\n', "\r\n"), other.0.pem());
    assert_said(&said_of(&server, Some(&both))?, "works", "");
    assert_said(&said_of(&other.sound()?, Some(&both))?, "works", "");
    Ok(())
}

#[test]
fn those_that_are_built_in_are_asked_where_one_that_was_named_knows_nothing() -> Result<()> {
    let (network, other) = (Authority::of("A made-up network")?, Authority::of("Another made-up network")?);
    for (trust, connections) in [(None, 1), (Some(other.0.pem()), 2)] {
        let server = network.sound()?;
        said_of(&server, trust.as_deref())?;
        let began = Instant::now();
        while server.lines().len() < connections && began.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(server.lines(), vec![""; connections]);
    }
    Ok(())
}

#[test]
fn what_is_wrong_with_a_certificate_is_said_by_name() -> Result<()> {
    let network = Authority::of("A made-up network")?;
    let trust = network.0.pem();
    let expired = network.server("127.0.0.1", |whose| whose.not_after = date_time_ymd(2020, 1, 1))?;
    assert_said(&said_of(&expired, Some(&trust))?, "unreachable", "its certificate has expired");
    assert_said(&said_of(&expired, None)?, "unreachable", "its certificate has expired");
    let early = network.server("127.0.0.1", |whose| whose.not_before = date_time_ymd(4000, 1, 1))?;
    assert_said(&said_of(&early, Some(&trust))?, "unreachable", "its certificate is not valid yet");
    let named = network.server("other.example", |_| ())?;
    assert_said(&said_of(&named, Some(&trust))?, "unreachable", "its certificate is for another name");
    let authority = network.server("127.0.0.1", |whose| whose.is_ca = IsCa::Ca(BasicConstraints::Unconstrained))?;
    assert_said(&said_of(&authority, Some(&trust))?, "unreachable", "its certificate is not made as it should be");
    // What leads on to such a site is suspicious, as before.
    let before = Server::of(&[("/page", moved("301 Moved Permanently", &expired.web("/page")))])?;
    let why = "it leads on to an address where its certificate has expired";
    assert_said(&said_of(&before, Some(&trust))?, "suspicious", why);
    Ok(())
}

#[test]
fn the_report_says_once_what_to_do_about_certificates() -> Result<()> {
    let network = Authority::of("A made-up network")?;
    let servers = [network.sound()?, network.sound()?];
    let expired = network.server("127.0.0.1", |whose| whose.not_after = date_time_ymd(2020, 1, 1))?;
    let webs: Vec<_> = servers.iter().chain([&expired]).map(|server| server.web("/page")).collect();
    let said = folder(&webs)?.maintain(&["links", "--allow-local", "--pause", "0"])?;
    assert_eq!(said.code, Some(1), "{}", said.err);
    let unknown = "Where its certificate is not one that this program knows: your network may look into secure \
                   connections. Ask who runs it for the certificate, and name it with --trust.";
    for words in [unknown, "Where its certificate has expired: first see that the clock", "Not reached (3)"] {
        assert_eq!(said.out.matches(words).count(), 1, "{words}: {}", said.out);
    }
    assert!(!said.out.contains("Gone") && !said.out.contains("another name"), "{}", said.out);
    Ok(())
}

#[test]
fn a_file_without_certificates_is_refused_before_anybody_is_asked() -> Result<()> {
    let network = Authority::of("A made-up network")?;
    let server = network.sound()?;
    let folder = folder(&[server.web("/page")])?;
    let say = |path: &str| -> Result<Said> { folder.maintain(&["links", "--allow-local", "--trust", path]) };
    let pem = network.0.pem();
    let key = KeyPair::generate()?.serialize_pem();
    for (bytes, words) in [
        (b"".as_slice(), "it holds no certificate as text"),
        (b"\xff\xfe\x00 no text", "it holds no certificate as text"),
        (network.0.der(), "it holds no certificate as text"),
        (key.as_bytes(), "it holds no certificate as text"),
        (&pem.as_bytes()[..pem.len() / 2], "it is damaged"),
        (pem.replacen("MI", "!!", 1).as_bytes(), "it is damaged"),
        (b"-----BEGIN CERTIFICATE-----\nTm90aGluZw==\n-----END CERTIFICATE-----\n", "cannot be understood"),
        (&pem.as_bytes().repeat(2_000), "larger than any"),
    ] {
        let path = trusted(&folder, bytes)?;
        let said = say(&path)?;
        let is_told = said.err.contains(&format!("--trust {path}: ")) && said.err.contains(words);
        assert!(said.code == Some(2) && is_told && said.out.is_empty(), "{words}: {:?} {}", said.code, said.err);
    }
    let nowhere = Path::new("/nowhere/network.pem").display().to_string();
    let said = say(&nowhere)?;
    assert!(said.code == Some(2) && said.err.contains("it cannot be read"), "{}", said.err);
    assert_eq!(server.lines(), Vec::<String>::new());
    Ok(())
}

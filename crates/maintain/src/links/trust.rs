//! Authorities that are trusted beside those that are built in: those of a
//! network that looks into secure connections.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use ureq::tls::{Certificate, PemItem, parse_pem};

/// The most of a file that is read: all authorities of a system are a quarter of
/// it.
const MOST_BYTES: u64 = 1024 * 1024;

/// The certificates in a file, or why it cannot be used.
pub(super) fn read(path: &Path) -> Result<Vec<Certificate<'static>>, String> {
    let refused = |why: &str| format!("--trust {}: {why}", path.display());
    let mut bytes = Vec::new();
    let opened = File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    opened.map_err(|why| refused(&format!("it cannot be read ({why}); name a file with certificates")))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(refused("it is larger than any file of certificates; name one with those that you need"));
    }
    certificates(&bytes).map_err(refused)
}

fn certificates(bytes: &[u8]) -> Result<Vec<Certificate<'static>>, &'static str> {
    // Some editors put a mark before all, which would hide the first certificate.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut known = RootCertStore::empty();
    let mut found = Vec::new();
    for item in parse_pem(bytes) {
        let item = item.map_err(|_| "it is damaged; ask for the file once more")?;
        if let PemItem::Certificate(one) = item {
            // What cannot be read would be left out in silence when sites are asked.
            known
                .add(CertificateDer::from(one.der()).into_owned())
                .map_err(|_| "a certificate in it cannot be understood; ask for the file once more")?;
            found.push(one);
        }
    }
    if found.is_empty() {
        return Err("it holds no certificate as text (PEM, which Windows calls Base-64 encoded X.509); \
                    ask for it in that form");
    }
    Ok(found)
}

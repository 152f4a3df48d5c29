//! What is wrong with the certificate of a site, and what to do about it.

use rustls::CertificateError as Wrong;
use ureq::Error;

/// What is wrong with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Its time is over.
    Expired,
    /// Its time has not come.
    NotYet,
    /// It is of a site with another name.
    OtherName,
    /// Nobody who is trusted stands behind it.
    Unknown,
    /// It is not made as certificates are.
    Broken,
}

impl Fault {
    /// All of them, in the order in which they are told.
    pub(super) const ALL: [Self; 5] = [Self::Unknown, Self::Expired, Self::NotYet, Self::OtherName, Self::Broken];

    /// That by which a request failed, if it failed by a certificate.
    pub(super) fn of(why: &Error) -> Option<Self> {
        let inner = match why {
            Error::Rustls(inner) => inner,
            Error::Io(io) => io.get_ref()?.downcast_ref::<rustls::Error>()?,
            _ => return None,
        };
        let rustls::Error::InvalidCertificate(wrong) = inner else { return None };
        Some(match wrong {
            Wrong::Expired | Wrong::ExpiredContext { .. } => Self::Expired,
            Wrong::NotValidYet | Wrong::NotValidYetContext { .. } => Self::NotYet,
            Wrong::NotValidForName | Wrong::NotValidForNameContext { .. } => Self::OtherName,
            Wrong::UnknownIssuer => Self::Unknown,
            _ => Self::Broken,
        })
    }

    /// Whether other authorities could judge otherwise.
    pub(super) fn is_of_authorities(self) -> bool {
        matches!(self, Self::Unknown | Self::Broken)
    }

    /// In a few words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Expired => "its certificate has expired",
            Self::NotYet => "its certificate is not valid yet",
            Self::OtherName => "its certificate is for another name",
            Self::Unknown => "its certificate is not one that this program knows",
            Self::Broken => "its certificate is not made as it should be",
        }
    }

    /// What it means, and what to do.
    pub(super) fn then(self) -> &'static str {
        match self {
            Self::Expired | Self::NotYet => {
                "first see that the clock of this computer is right. If it is, tell the service: \
                 browsers warn whoever opens the address."
            }
            Self::OtherName => {
                "the address may be written wrongly, or a network may answer in place of the site. \
                 Open it yourself: if your browser warns, too, tell the service."
            }
            Self::Unknown => {
                "your network may look into secure connections. Ask who runs it for the certificate, \
                 and name it with --trust. If it is one site alone, tell the service."
            }
            Self::Broken => "open it yourself. If your browser warns, too, tell the service.",
        }
    }
}

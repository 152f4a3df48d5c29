//! One request, with all its limits: time, size of what is read, machines that
//! may be asked. Nothing is kept from one to the next: no cookie, no connection.

use std::io::Read;
use std::time::Duration;

use ureq::http::{HeaderMap, Response, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};
use url::Url;

use super::certificate::Fault;
use super::public::{NotPublic, PublicOnly};

/// The most of a page that is read: its title stands at its beginning.
const MOST_OF_PAGE: u64 = 64 * 1024;

/// The name by which a site may ask this program to stay away.
pub(super) const ROBOT: &str = "WaymarkLinks";

/// How a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Only if it is there.
    Head,
    /// With its beginning.
    Get,
}

/// What a site answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answer {
    /// The status.
    pub(super) status: u16,
    /// Where it sends whoever asks.
    pub(super) location: Option<String>,
    /// After how many seconds to come back.
    pub(super) retry_after: Option<u64>,
    /// Whether it is a page of HTML.
    pub(super) is_page: bool,
    /// The beginning of it, if that was asked for.
    pub(super) bytes: Vec<u8>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoAnswer {
    /// In words.
    pub(super) why: String,
    /// Whether it leads into a private network.
    pub(super) is_private: bool,
    /// Whether to try again.
    pub(super) is_passing: bool,
}

/// Asks sites.
#[derive(Debug)]
pub(super) struct Asker {
    /// With the authorities that are built in.
    agent: Agent,
    /// With those that were named, if any were.
    trusting: Option<Agent>,
}

impl Asker {
    /// One that says who asks, and waits so long. It trusts these authorities, too.
    /// Where `is_open`, machines of this network are asked, too, and directly.
    pub(super) fn new(who: &str, patience: Duration, trusted: &[Certificate<'static>], is_open: bool) -> Self {
        let agent = |roots: RootCerts| {
            let config = Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .max_redirects_will_error(false)
                .timeout_global(Some(patience))
                .max_idle_connections(0)
                .tls_config(TlsConfig::builder().root_certs(roots).build())
                .user_agent(who);
            let config = if is_open { config.proxy(None) } else { config }.build();
            let connector = ureq::unversioned::transport::DefaultConnector::default();
            Agent::with_parts(config, connector, PublicOnly::new(is_open))
        };
        let trusting = (!trusted.is_empty()).then(|| agent(RootCerts::new_with_certs(trusted)));
        Self { agent: agent(RootCerts::WebPki), trusting }
    }

    /// Asks once.
    pub(super) fn ask(&self, how: How, url: &Url) -> Result<Answer, NoAnswer> {
        self.ask_for(how, url, MOST_OF_PAGE)
    }

    /// Asks once, and reads so much of what comes.
    pub(super) fn ask_for(&self, how: How, url: &Url, most: u64) -> Result<Answer, NoAnswer> {
        let mut bare = url.clone();
        bare.set_fragment(None);
        let mut response = self.call(how, bare.as_str()).map_err(|why| no_answer(&why))?;
        let headers = response.headers();
        let text = |name| said(headers, name);
        let mut answer = Answer {
            status: response.status().as_u16(),
            location: text(header::LOCATION),
            retry_after: text(header::RETRY_AFTER).and_then(|after| after.trim().parse().ok()),
            is_page: text(header::CONTENT_TYPE).is_none_or(|kind| kind.to_lowercase().contains("html")),
            bytes: Vec::new(),
        };
        if how == How::Get {
            // Half a page is enough to know it; what breaks off later is no matter.
            response.body_mut().as_reader().take(most).read_to_end(&mut answer.bytes).ok();
        }
        Ok(answer)
    }

    /// Asks as one who trusts the authorities that were named. A certificate that
    /// they do not know is shown before anything is asked, so those that are built
    /// in may then judge it.
    fn call(&self, how: How, web: &str) -> Result<Response<Body>, Error> {
        let call = |agent: &Agent| match how {
            How::Head => agent.head(web).call(),
            How::Get => agent.get(web).call(),
        };
        match self.trusting.as_ref().map(call) {
            Some(Err(why)) if Fault::of(&why).is_some_and(Fault::is_of_authorities) => call(&self.agent),
            Some(came) => came,
            None => call(&self.agent),
        }
    }
}

fn said(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Why there is no answer, in words that a coordinator can act on.
fn no_answer(why: &Error) -> NoAnswer {
    let is_private = matches!(why, Error::Other(inner) if inner.is::<NotPublic>());
    if let Some(fault) = Fault::of(why) {
        return NoAnswer { why: fault.words().to_owned(), is_private, is_passing: false };
    }
    let (words, is_passing) = match why {
        _ if is_private => ("it leads to a machine of a private network", false),
        Error::HostNotFound => ("no site has this name", false),
        Error::Io(io) if io.to_string().contains("lookup address") => ("no site has this name", true),
        Error::Timeout(_) => ("it did not answer in time", true),
        Error::Rustls(_) | Error::Tls(_) => ("a secure connection to it cannot be made", false),
        Error::Io(_) | Error::ConnectionFailed => ("the connection broke", true),
        Error::Protocol(_) | Error::LargeResponseHeader(..) | Error::Http(_) => {
            ("its answer cannot be understood", false)
        }
        Error::BadUri(_) => ("it is no address", false),
        _ => ("it cannot be asked", false),
    };
    NoAnswer { why: words.to_owned(), is_private, is_passing }
}

//! What is kept for each reader, tried again: each file as it is, and with the
//! same mistakes every time. One test for each file.

use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use libtest_mimic::{Arguments, Failed, Trial};
use waymark_fuzz::changes;
use waymark_fuzz::corpus;
use waymark_fuzz::readers::{READERS, Reader};

/// With how many mistakes each file is tried.
const TIMES: u64 = 40;

/// When a reader has hung, not when it is slow: this machine may do much else.
const HUNG: Duration = Duration::from_secs(300);

fn main() -> ExitCode {
    let mut trials = Vec::new();
    for reader in READERS {
        match corpus::files(reader.name) {
            Ok(files) if !files.is_empty() => trials.extend(of(reader, &files)),
            Ok(_) => trials.push(missing(reader, "there is no file for it in the corpus".to_owned())),
            Err(why) => trials.push(missing(reader, format!("{why:#}"))),
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn missing(reader: &Reader, why: String) -> Trial {
    Trial::test(reader.name, move || Err(Failed::from(why)))
}

fn of(reader: &'static Reader, files: &[(String, Vec<u8>)]) -> Vec<Trial> {
    let trial = |(at, (name, _)): (usize, &(String, Vec<u8>))| {
        let files = files.to_vec();
        Trial::test(format!("{}/{name}", reader.name), move || again(reader, files, at))
    };
    files.iter().enumerate().map(trial).collect()
}

/// Reads a file as it is, and with mistakes in it.
fn again(reader: &'static Reader, mut files: Vec<(String, Vec<u8>)>, at: usize) -> Result<(), Failed> {
    let (done, all_done) = mpsc::channel();
    // What is being read is named by the thread that reads it.
    let worker = thread::spawn(move || {
        files.swap(0, at);
        let whole = files[0].1.clone();
        (reader.read)(&whole);
        let own = &files[..1];
        for seed in 0..TIMES {
            let tried = changes::tried(reader.form, own, &mut fastrand::Rng::with_seed(seed));
            (reader.read)(&tried);
        }
        done.send(()).ok();
    });
    match all_done.recv_timeout(HUNG) {
        Ok(()) => Ok(()),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Failed::from("the reader does not come to an end")),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            let why = worker.join().err().and_then(|why| why.downcast_ref::<String>().cloned());
            Err(Failed::from(why.unwrap_or_else(|| "the reader panicked".to_owned())))
        }
    }
}

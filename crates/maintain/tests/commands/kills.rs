//! Writing many files: all of them or none, whenever a command is cut off, and
//! whoever else writes.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use directory::day::Day;
use directory::record::ChangeRecord;
use maintain::command::Setting;
use maintain::files;
use maintain::pending::{self, Batch, Change, Root, Settled};
use serde_json::json;

use crate::folder::{Folder, TODAY, listing};
use crate::schools::with_schools;

/// So many entries change in one command.
const ENTRIES: usize = 60;

/// How often it is killed.
const KILLS: u32 = 100;

fn setting(folder: &Folder) -> Result<Setting> {
    let today = Day::read(TODAY).context("a day")?;
    Ok(Setting { data: folder.path().to_owned(), partners: folder.partners(), today, is_quiet: true })
}

/// Every file under a folder with what stands in it.
fn whole(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(whole(&path)?);
        } else {
            all.insert(path.display().to_string(), std::fs::read(&path)?);
        }
    }
    Ok(all)
}

fn put_back(folder: &Folder, old: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    for path in whole(folder.path())?.keys().filter(|path| !old.contains_key(*path)) {
        std::fs::remove_file(path)?;
    }
    old.iter().try_for_each(|(path, bytes)| Ok(std::fs::write(path, bytes)?))
}

/// A folder with many entries, and a list that changes every one.
fn with_a_list() -> Result<(Folder, String)> {
    let folder = with_schools()?;
    let mut list = "URN,Service,Covered,Date,Confirmed by\n".to_owned();
    for number in 0..ENTRIES {
        let id = format!("made-up-{number:03}");
        let mut entry = listing(&id);
        entry["area"] = json!({"places": ["anytown"], "schools": "not-known"});
        folder.write(&format!("listings/{id}.json"), &entry.to_string())?;
        list += &format!("100001,{id},yes,21/09/2026,team manager\n");
    }
    assert_eq!(folder.maintain(&["record", "--write"])?.code, Some(0));
    let path = folder.path().with_file_name("list.csv");
    std::fs::write(&path, list)?;
    Ok((folder, path.to_str().context("the path is UTF-8")?.to_owned()))
}

fn taking(folder: &Folder, list: &str) -> Result<Command> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maintain"));
    let data = folder.path().to_str().context("the path is UTF-8")?;
    command.args(["schools", list, "--write", "--today", TODAY, "--data", data]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    Ok(command)
}

#[test]
fn a_kill_at_any_moment_leaves_all_of_the_old_or_all_of_the_new() -> Result<()> {
    let (folder, list) = with_a_list()?;
    let old = whole(folder.path())?;
    let began = Instant::now();
    assert!(taking(&folder, &list)?.status()?.success());
    let takes = began.elapsed();
    let new = whole(folder.path())?;
    assert!(
        new.len() == old.len() && new.iter().filter(|(path, bytes)| old.get(*path) != Some(*bytes)).count() > ENTRIES
    );
    let (mut before, mut after, mut cut) = (0, 0, 0);
    for kill in 0..KILLS {
        put_back(&folder, &old)?;
        let mut child = taking(&folder, &list)?.spawn()?;
        // From the first moment until well after it must have ended.
        std::thread::sleep(takes * kill * 2 / KILLS);
        child.kill()?;
        child.wait()?;
        cut += usize::from(folder.path().join(".pending").exists());
        // The next command of any kind settles it.
        let said = folder.maintain(&["find", "sleep"])?;
        assert_eq!(said.code, Some(0), "{}", said.err);
        let now = whole(folder.path())?;
        assert!(now == old || now == new, "kill {kill} left a mixture");
        before += usize::from(now == old);
        after += usize::from(now == new);
    }
    assert!(before > 0 && after > 0, "{before} before, {after} after, {cut} while it wrote");
    Ok(())
}

/// Two files of the data and one of partners.
fn changes() -> Result<Vec<Change>> {
    let text = serde_json::to_string(&listing("new-one"))?;
    Ok(vec![
        Change::of_data("listings/new-one.json", text),
        Change::of_data("listings/sleep-well.json", serde_json::to_string(&listing("sleep-well"))? + "\n"),
        Change::of_partners("log.jsonl", "{}\n"),
    ])
}

fn put_all(batch: &mut Batch<'_>) -> Result<()> {
    for change in changes()? {
        batch.put(change.root, &change.path, &change.bytes.context("a file")?)?;
    }
    Ok(())
}

#[test]
fn what_was_prepared_and_not_decided_is_undone_and_what_was_decided_is_finished() -> Result<()> {
    for (is_decided, moved) in [(false, 0), (true, 0), (true, 1), (true, 2), (true, 3)] {
        let folder = Folder::sound()?;
        let at = setting(&folder)?;
        let old = whole(folder.path())?;
        let mut batch = Batch::begin(&at)?;
        put_all(&mut batch)?;
        batch.cut_off_after(is_decided, moved)?;
        assert_eq!(pending::settle(&at)?, Some(if is_decided { Settled::Finished } else { Settled::Undone }));
        assert_eq!(pending::settle(&at)?, None);
        let log = files::text_at(&folder.partners().join("log.jsonl"))?;
        assert_eq!(log.is_some(), is_decided, "{moved}");
        assert_eq!(whole(folder.path())? == old, !is_decided, "{moved}");
        assert_eq!(folder.path().join("listings/new-one.json").exists(), is_decided);
    }
    Ok(())
}

#[test]
fn a_command_that_waited_for_another_finishes_what_that_one_was_cut_off_in() -> Result<()> {
    let folder = Folder::sound()?;
    let at = setting(&folder)?;
    // Another command has begun, and nothing of it is to be seen yet.
    let lock = std::fs::File::open(folder.path())?;
    lock.lock()?;
    std::thread::scope(|scope| -> Result<()> {
        let second = scope.spawn(|| -> Result<()> {
            let mut second = Batch::begin(&at)?;
            second.put(Root::Data, Path::new("listings/second.json"), b"{}")?;
            second.commit()
        });
        std::thread::sleep(Duration::from_millis(300));
        // It decides, and is cut off before its file has taken its place.
        let waiting = folder.path().join(".pending");
        std::fs::create_dir_all(&waiting)?;
        std::fs::write(waiting.join("1"), "{}")?;
        std::fs::write(waiting.join("plan"), "{\"root\":\"data\",\"path\":\"listings/first.json\",\"new\":1}\n")?;
        lock.unlock()?;
        second.join().map_err(|_| anyhow::anyhow!("the second command panicked"))?
    })?;
    for file in ["listings/first.json", "listings/second.json"] {
        assert!(folder.path().join(file).exists(), "{file}");
    }
    assert!(!folder.path().join(".pending").exists());
    Ok(())
}

#[test]
fn a_batch_that_is_dropped_leaves_nothing_behind() -> Result<()> {
    let folder = Folder::sound()?;
    let (at, old) = (setting(&folder)?, whole(folder.path())?);
    let mut batch = Batch::begin(&at)?;
    put_all(&mut batch)?;
    drop(batch);
    assert_eq!(whole(folder.path())?, old);
    assert_eq!(pending::settle(&at)?, None);
    Ok(())
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_lost() -> Result<()> {
    let folder = Folder::sound()?;
    let at = setting(&folder)?;
    let read = files::Folder::read(folder.path())?;
    folder.set("listings/sleep-well.json", "/summary", json!("Somebody else wrote this."))?;
    let old = whole(folder.path())?;
    let said = pending::write(&at, &read, &changes()?, Some("coordinator")).err().context("it is refused")?;
    assert!(said.to_string().contains("changed by somebody else"), "{said}");
    assert_eq!(whole(folder.path())?, old);
    Ok(())
}

#[test]
fn every_write_says_in_the_history_who_changed_what_and_leaves_the_rest_to_nobody() -> Result<()> {
    let folder = Folder::sound()?;
    assert_eq!(folder.maintain(&["record", "--write"])?.code, Some(0));
    folder.set("listings/advice-line.json", "/summary", json!("Edited by hand."))?;
    let at = setting(&folder)?;
    let written = pending::write(&at, &files::Folder::read(folder.path())?, &changes()?, Some("coordinator"))?;
    let told = |lines: &[ChangeRecord]| lines.iter().map(|line| (line.id.clone(), line.by.clone())).collect::<Vec<_>>();
    assert_eq!(told(&written.earlier), [("advice-line".to_owned(), None)]);
    assert_eq!(told(&written.lines), [("new-one".to_owned(), Some("coordinator".to_owned()))]);
    assert_eq!(folder.maintain(&["record"])?.out, "The history holds everything.\n");
    Ok(())
}

#[test]
fn a_history_that_begins_with_a_change_tells_of_it_and_of_how_things_stood_before() -> Result<()> {
    let folder = Folder::sound()?;
    let at = setting(&folder)?;
    let mut other = listing("sleep-well");
    other["summary"] = json!("Talks about sleep, and about dreams.");
    let change = [Change::of_data("listings/sleep-well.json", serde_json::to_string(&other)?)];
    let written = pending::write(&at, &files::Folder::read(folder.path())?, &change, Some("coordinator"))?;
    assert!(written.earlier.iter().all(|line| line.what == "gathered") && written.earlier.len() == 3);
    let [line] = written.lines.as_slice() else { anyhow::bail!("{:?}", written.lines) };
    assert_eq!((line.what.as_str(), line.fields.as_slice()), ("changed", ["summary".to_owned()].as_slice()));
    let told = folder.maintain(&["changes", "--term"])?.out;
    assert!(told.contains("- The sleep-well: what it is (21 November 2026)"), "{told}");
    Ok(())
}

#[test]
fn a_path_that_leaves_its_folder_is_refused() -> Result<()> {
    let folder = Folder::sound()?;
    let (at, old) = (setting(&folder)?, whole(folder.path())?);
    for path in ["../x.json", "/tmp/x.json", "listings/../../x.json", "", ".pending/plan"] {
        let mut batch = Batch::begin(&at)?;
        assert!(batch.put(Root::Data, Path::new(path), b"x").is_err(), "{path}");
    }
    let plan = folder.path().join(".pending");
    std::fs::create_dir_all(&plan)?;
    std::fs::write(plan.join("plan"), r#"{"root":"data","path":"../x.json","new":null}"#)?;
    assert!(pending::settle(&at).is_err());
    std::fs::remove_dir_all(plan)?;
    assert_eq!(whole(folder.path())?, old);
    Ok(())
}

#[test]
fn two_commands_at_once_write_one_after_the_other() -> Result<()> {
    let (folder, list) = with_a_list()?;
    let began = Instant::now();
    let children = (0..4).map(|_| Ok(taking(&folder, &list)?.spawn()?)).collect::<Result<Vec<_>>>()?;
    let ended = children.into_iter().map(|mut child| Ok(child.wait()?.success())).collect::<Result<Vec<_>>>()?;
    assert!(ended.contains(&true) && began.elapsed() < Duration::from_secs(120));
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    assert_eq!(folder.maintain(&["record"])?.out, "The history holds everything.\n");
    assert!(!folder.path().join(".pending").exists());
    Ok(())
}

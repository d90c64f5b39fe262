//! Waiting for a change of the sources, by looking at their times every so often.
//!
//! No notification of the system is used: looking at a few hundred files costs a millisecond, and
//! works the same on network drives, in containers and in virtual machines.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::project::Project;

const SOURCES: &[&str] = &["src", "www", "index.html", "Cargo.toml", "Cargo.lock"];
const INTERVAL: Duration = Duration::from_millis(300);

type Times = BTreeMap<PathBuf, SystemTime>;

/// The sources of the page, as they were when they were last looked at.
pub(crate) struct Watch {
    roots: Vec<PathBuf>,
    times: Times,
}

impl Watch {
    pub(crate) fn new(project: &Project) -> Self {
        let roots: Vec<_> = SOURCES.iter().map(|source| project.path(source)).collect();
        let times = times_of(&roots);
        Self { roots, times }
    }

    /// Waits until a source has changed, and then until none changes any more: an editor writes
    /// in several steps, and a checkout of another branch takes a while.
    pub(crate) fn next_change(&mut self) -> PathBuf {
        let changed = loop {
            if let Some(path) = self.look() {
                break path;
            }
            thread::sleep(INTERVAL);
        };
        loop {
            thread::sleep(INTERVAL);
            if self.look().is_none() {
                return changed;
            }
        }
    }

    /// The first source that is new, gone or newer than at the last look.
    fn look(&mut self) -> Option<PathBuf> {
        let now = times_of(&self.roots);
        let changed = difference(&self.times, &now);
        self.times = now;
        changed
    }
}

fn difference(before: &Times, now: &Times) -> Option<PathBuf> {
    let newer = now.iter().find(|(path, time)| before.get(*path) != Some(*time));
    let gone = before.iter().find(|(path, _)| !now.contains_key(*path));
    newer.or(gone).map(|(path, _)| path.clone())
}

fn times_of(roots: &[PathBuf]) -> Times {
    let mut times = Times::new();
    for root in roots {
        collect(root, &mut times);
    }
    times
}

/// Adds the files at or below `path`. What cannot be read now is seen as gone, and looked for
/// again next time.
fn collect(path: &Path, times: &mut Times) {
    let Ok(metadata) = path.metadata() else { return };
    if metadata.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            collect(&entry.path(), times);
        }
    } else if let Ok(time) = metadata.modified() {
        times.insert(path.to_path_buf(), time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(files: &[(&str, u64)]) -> Times {
        let time = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        files.iter().map(|(path, seconds)| (PathBuf::from(path), time(*seconds))).collect()
    }

    #[track_caller]
    fn check(now: &[(&str, u64)], changed: Option<&str>) {
        let before = times(&[("a", 1), ("b", 1)]);
        assert_eq!(difference(&before, &times(now)), changed.map(PathBuf::from));
    }

    #[test]
    fn new_newer_older_and_gone_files_are_changes() {
        check(&[("a", 1), ("b", 1)], None);
        check(&[("a", 1), ("b", 1), ("c", 1)], Some("c"));
        check(&[("a", 1), ("b", 2)], Some("b"));
        check(&[("a", 0), ("b", 1)], Some("a"));
        check(&[("a", 1)], Some("b"));
    }
}

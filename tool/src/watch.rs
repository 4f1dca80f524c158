//! Repeating work whenever a file in a folder changes.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::outcome::{Failure, Outcome};

/// Does the work now, and again after every change in the folder.
///
/// A replaced folder, for example after a checkout, needs a new watch. So each round has its own, which
/// starts before the work and misses no change.
pub(crate) fn repeat(dir: &Path, mut work: impl FnMut() -> Result<(), Failure>) -> Outcome {
    const PAUSE: Duration = Duration::from_millis(200);
    let mut watch = Some(Watch::new(dir)?);
    loop {
        work()?;
        match &watch {
            Some(watch) => watch.wait()?,
            None => {
                while !dir.is_dir() {
                    thread::sleep(PAUSE)
                }
            }
        }
        watch = match Watch::new(dir) {
            Ok(watch) => Some(watch),
            Err(_) if !dir.is_dir() => None,
            Err(failure) => return Err(failure),
        };
    }
}

struct Watch {
    changes: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    fn new(dir: &Path) -> Result<Watch, Failure> {
        let failed = |error: notify::Error| {
            Failure::of(format_args!("cannot watch `{}`", dir.display()), &error)
        };
        let (sender, changes) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(failed)?;
        watcher.watch(dir, RecursiveMode::Recursive).map_err(failed)?;
        Ok(Watch { changes, _watcher: watcher })
    }

    /// Waits for a change, and then until an editor is done writing.
    fn wait(&self) -> Result<(), Failure> {
        const QUIET: Duration = Duration::from_millis(100);
        const LONGEST: Duration = Duration::from_secs(2);
        let stopped = || Failure::new("the file watcher stopped");
        while !self.changes.recv().map_err(|_| stopped())?.is_ok_and(|event| is_change(&event)) {}
        let start = Instant::now();
        let mut last_change = start;
        loop {
            // Programs that only read, such as an indexer, are not waited for.
            let left = QUIET.saturating_sub(last_change.elapsed());
            match self.changes.recv_timeout(left) {
                Ok(Ok(event)) if is_change(&event) => last_change = Instant::now(),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(RecvTimeoutError::Disconnected) => return Err(stopped()),
            }
            if left.is_zero() || start.elapsed() > LONGEST {
                return Ok(());
            }
        }
    }
}

/// Whether an event is a change to a file other than the page, which may be in the folder, and editors'
/// temporary files.
fn is_change(event: &Event) -> bool {
    let mut names = event.paths.iter().filter_map(|path| path.file_name()?.to_str());
    let is_ours =
        |name: &str| !name.starts_with('.') && !name.ends_with('~') && !name.ends_with(".html");
    !event.kind.is_access() && names.any(is_ours)
}

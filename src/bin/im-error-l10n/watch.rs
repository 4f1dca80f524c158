//! Doing something again whenever a file of a folder changes.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::Failure;

/// Watches a folder from the beginning of its life on.
pub(crate) struct Watch {
    changes: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    pub(crate) fn new(dir: &Path) -> Result<Watch, Failure> {
        let failed = |error: notify::Error| {
            Failure::of(format_args!("cannot watch `{}`", dir.display()), &error)
        };
        let (sender, changes) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(failed)?;
        watcher.watch(dir, RecursiveMode::Recursive).map_err(failed)?;
        Ok(Watch { changes, _watcher: watcher })
    }

    /// Waits for a change of a file, and then until an editor is done writing.
    pub(crate) fn wait(&self) -> Result<(), Failure> {
        const QUIET: Duration = Duration::from_millis(100);
        let stopped = || Failure::new("the file watcher stopped");
        while !self.changes.recv().map_err(|_| stopped())?.is_ok_and(|event| is_change(&event)) {}
        loop {
            match self.changes.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(RecvTimeoutError::Disconnected) => return Err(stopped()),
            }
        }
    }
}

/// The page may be in the folder itself, and so are temporary files of editors.
fn is_change(event: &Event) -> bool {
    let mut names = event.paths.iter().filter_map(|path| path.file_name()?.to_str());
    let is_ours =
        |name: &str| !name.starts_with('.') && !name.ends_with('~') && !name.ends_with(".html");
    !event.kind.is_access() && names.any(is_ours)
}

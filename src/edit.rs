//! Writes Fluent files: sources in, texts out.
//!
//! The functions take files as [`lint`](crate::lint::lint) does, and return what to write. They
//! write nothing themselves.
//!
//! ```
//! use im_error_l10n::edit;
//! use im_error_l10n::lint::File;
//!
//! let text = "error-is-friend   =  已经是好友了\nerror-success = 成功\n";
//! let formatted = edit::format(&File::new("zh-CN", "zh-CN/errors.ftl", text)).unwrap();
//! assert_eq!(formatted, "error-success = 成功\nerror-is-friend = 已经是好友了\n");
//! ```

mod accept;
mod embed;
mod format;
mod notes;
mod source;
mod template;
mod update;

pub use accept::{Change, accept};
pub use embed::{Embedded, LocaleChange, embed};
pub use format::format;
pub use notes::{Note, notes};
pub use template::template;
pub use update::{Update, Updated, update};

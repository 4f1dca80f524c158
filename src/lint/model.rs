//! What the rules and the edits work on: files, messages, comments, texts.

pub(crate) mod braces;
pub(crate) mod characters;
mod cldr;
pub(crate) mod codes;
pub(crate) mod comment;
mod conflict;
pub(crate) mod conventions;
pub(crate) mod entry;
pub(crate) mod folder;
pub(crate) mod folders;
pub(crate) mod locale;
pub(crate) mod look_alikes;
pub(crate) mod message_ids;
pub(crate) mod mistake;
pub(crate) mod parts;
pub(crate) mod record;
pub(crate) mod resource;
pub(crate) mod scan;
pub(crate) mod script;
mod scripts;
pub(crate) mod shown;
pub(crate) mod spelling;
pub(crate) mod stubs;
pub(crate) mod swallowed;
pub(crate) mod syntax;
pub(crate) mod visible;
pub(crate) mod writing;

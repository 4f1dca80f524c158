//! The messages of a locale, from all its files.

use std::collections::HashMap;
use std::sync::Arc;

use super::pieces::definition;
use super::sheet::{Comment, Sheet, Unit};
use crate::locale::Tag;
use crate::overlay::bundle::Messages;

/// All files of a locale.
pub(super) struct Locale<'s> {
    /// The name of the folder.
    pub(super) tag: &'s str,
    /// The canonical tag, or `None` if the name is not a locale tag.
    pub(super) canonical: Option<String>,
    pub(super) sheets: &'s [Sheet<'s>],
    pub(super) units: Vec<Unit<'s>>,
    /// The comments that are not right above a message or a term.
    pub(super) comments: Vec<Comment<'s>>,
    pub(super) messages: Messages,
    /// The first unit of a name, for terms (true) and messages.
    by_name: HashMap<(bool, &'s str), usize>,
}

impl<'s> Locale<'s> {
    /// Collects the messages of a locale, on top of those below it: the embedded ones.
    pub(super) fn new(tag: &'s str, sheets: &'s [Sheet<'s>], below: &[Sheet<'_>]) -> Locale<'s> {
        let (mut units, mut comments) = (Vec::new(), Vec::new());
        for sheet in sheets {
            let mut rest = Comment::all(sheet).into_iter().peekable();
            for entry in sheet.resource.entries() {
                let Some((is_term, name, value, attributes)) = definition(entry) else {
                    continue;
                };
                let start = sheet.offset(name) - usize::from(is_term);
                let mut comment = Vec::new();
                while let Some(above) = rest.next_if(|comment| comment.end <= start) {
                    if above.level == 1 && above.end == start {
                        comment = above.lines;
                    } else {
                        comments.push(above);
                    }
                }
                units.push(Unit { sheet, is_term, name, value, attributes, comment });
            }
            comments.extend(rest);
        }
        let mut by_name = HashMap::new();
        for (at, unit) in units.iter().enumerate() {
            by_name.entry((unit.is_term, unit.name)).or_insert(at);
        }
        let resources =
            sheets.iter().chain(below).map(|sheet| Arc::clone(&sheet.resource)).collect();
        let canonical = Tag::parse(tag).map(|tag| tag.to_string());
        let messages = Messages::new(canonical.as_deref().unwrap_or("und"), resources, false);
        Locale { tag, canonical, sheets, units, comments, messages, by_name }
    }

    /// The language subtag: `zh`.
    pub(super) fn language(&self) -> &str {
        let tag = self.canonical.as_deref().unwrap_or(self.tag);
        tag.split('-').next().unwrap_or_default()
    }

    pub(super) fn units_of(&self, sheet: &Sheet<'_>) -> impl Iterator<Item = &Unit<'s>> {
        self.units.iter().filter(move |unit| std::ptr::addr_eq(unit.sheet, sheet))
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = &Unit<'s>> {
        self.units.iter().filter(|unit| unit.is_term)
    }

    pub(super) fn all_messages(&self) -> impl Iterator<Item = &Unit<'s>> {
        self.units.iter().filter(|unit| !unit.is_term)
    }

    /// Returns the lines of all comments, those above messages first.
    pub(super) fn all_comments(&self) -> impl Iterator<Item = (&'s Sheet<'s>, &[&'s str])> {
        let of_units = self.units.iter().map(|unit| (unit.sheet, &*unit.comment));
        of_units.chain(self.comments.iter().map(|comment| (comment.sheet, &*comment.lines)))
    }

    /// Returns the first message of each id. Another rule reports duplicates.
    pub(super) fn first_messages(&self) -> impl Iterator<Item = &Unit<'s>> {
        let is_first = |(at, unit): &(usize, &Unit<'s>)| {
            !unit.is_term && self.by_name.get(&(false, unit.name)) == Some(at)
        };
        self.units.iter().enumerate().filter(is_first).map(|(_, unit)| unit)
    }

    pub(super) fn message(&self, id: &str) -> Option<&Unit<'s>> {
        self.units.get(*self.by_name.get(&(false, id))?)
    }
}

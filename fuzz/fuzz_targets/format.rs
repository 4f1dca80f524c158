//! Formatting keeps the content of a file, and formatting it again changes nothing.
#![no_main]

use fluent_syntax::ast::{Attribute, Comment, Entry, Pattern};
use fluent_syntax::parser;
use im_error_l10n::edit::{format, template};
use im_error_l10n::lint::File;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let file = File::new("en-US", "en-US/errors.ftl", data);
    if let Ok(text) = template(std::slice::from_ref(&file), "fr") {
        let translated = Content::of(&text);
        assert!(translated.units.iter().all(|(is_term, ..)| *is_term), "translated:\n{text}");
    }
    let Ok(formatted) = format(&file) else { return };
    let source = str::from_utf8(data).unwrap().trim_start_matches('\u{feff}');
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    // Line endings are kept.
    let unix = formatted.replace("\r\n", "\n");
    assert_eq!(Content::of(&source), Content::of(&unix), "\n{source}\n---\n{formatted}");
    let again = format(&File::new("en-US", "en-US/errors.ftl", formatted.as_bytes()));
    assert_eq!(again.ok().as_deref(), Some(&*formatted));
});

/// The content of a file, regardless of order and white space.
#[derive(Debug, PartialEq)]
struct Content<'t> {
    units: Vec<(bool, &'t str, Option<Pattern<&'t str>>, Vec<Attribute<&'t str>>)>,
    comments: Vec<&'t str>,
}

impl<'t> Content<'t> {
    /// Reads a file that has no syntax errors.
    fn of(text: &'t str) -> Content<'t> {
        let resource = parser::parse(text).expect("no syntax errors");
        let mut content = Content { units: Vec::new(), comments: Vec::new() };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    content.add_comment(message.comment);
                    let unit = (false, message.id.name, message.value, message.attributes);
                    content.units.push(unit);
                }
                Entry::Term(term) => {
                    content.add_comment(term.comment);
                    content.units.push((true, term.id.name, Some(term.value), term.attributes));
                }
                Entry::Comment(comment)
                | Entry::GroupComment(comment)
                | Entry::ResourceComment(comment) => content.add_comment(Some(comment)),
                Entry::Junk { content } => panic!("{content}"),
            }
        }
        // The sort is stable, so the first of two messages with the same id stays first.
        content.units.sort_by_key(|(is_term, id, ..)| (*is_term, *id));
        content.comments.sort_unstable();
        content
    }

    fn add_comment(&mut self, comment: Option<Comment<&'t str>>) {
        let lines = comment.into_iter().flat_map(|comment| comment.content);
        self.comments.extend(lines.map(str::trim_end).filter(|line| !line.is_empty()));
    }
}

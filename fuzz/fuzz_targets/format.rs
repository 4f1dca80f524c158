//! What is formatted says the same as before, and is not changed by formatting it again.
#![no_main]

use fluent_syntax::ast::{Attribute, Comment, Entry, Pattern};
use fluent_syntax::parser;
use im_error_l10n::lint::File;
use im_error_l10n::lint::tool::{format, template};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let file = File::new("en-US", "en-US/errors.ftl", data);
    if let Ok(text) = template(std::slice::from_ref(&file), "fr") {
        let translated = Said::by(&text);
        assert!(translated.units.iter().all(|(is_term, ..)| *is_term), "translated:\n{text}");
    }
    let Ok(formatted) = format(&file) else { return };
    let source = str::from_utf8(data).unwrap().trim_start_matches('\u{feff}');
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    // Line ends stay as they were.
    let unix = formatted.replace("\r\n", "\n");
    assert_eq!(Said::by(&source), Said::by(&unix), "\n{source}\n---\n{formatted}");
    let again = format(&File::new("en-US", "en-US/errors.ftl", formatted.as_bytes()));
    assert_eq!(again.ok().as_deref(), Some(&*formatted));
});

/// All that a file says, whatever the order and the white space.
#[derive(Debug, PartialEq)]
struct Said<'t> {
    units: Vec<(bool, &'t str, Option<Pattern<&'t str>>, Vec<Attribute<&'t str>>)>,
    comments: Vec<&'t str>,
}

impl<'t> Said<'t> {
    /// Reads a file that has no syntax errors.
    fn by(text: &'t str) -> Said<'t> {
        let resource = parser::parse(text).expect("no syntax errors");
        let mut said = Said { units: Vec::new(), comments: Vec::new() };
        for entry in resource.body {
            match entry {
                Entry::Message(it) => {
                    said.comments(it.comment);
                    said.units.push((false, it.id.name, it.value, it.attributes));
                }
                Entry::Term(it) => {
                    said.comments(it.comment);
                    said.units.push((true, it.id.name, Some(it.value), it.attributes));
                }
                Entry::Comment(it) | Entry::GroupComment(it) | Entry::ResourceComment(it) => {
                    said.comments(Some(it));
                }
                Entry::Junk { content } => panic!("{content}"),
            }
        }
        // Of two messages with one id the first stays the first: the sort is stable.
        said.units.sort_by_key(|(is_term, id, ..)| (*is_term, *id));
        said.comments.sort_unstable();
        said
    }

    fn comments(&mut self, comment: Option<Comment<&'t str>>) {
        let lines = comment.into_iter().flat_map(|comment| comment.content);
        self.comments.extend(lines.map(str::trim_end).filter(|line| !line.is_empty()));
    }
}

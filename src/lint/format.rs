//! The one canonical form of a file, and the file of a new locale.

use std::collections::HashMap;

use fluent_syntax::ast::{Comment, Entry, Resource};
use fluent_syntax::serializer::serialize;

use super::ids::{expected, longest_in_order};
use super::sheet::{Sheet, Unit};
use super::syntax::syntax;
use super::{File, Finding, Rule};

/// Something of a file that stays together, and whether it is a message or a term.
struct Block {
    text: String,
    kind: Kind,
}

impl Block {
    /// The place of a message among the codes.
    fn place(&self) -> Option<usize> {
        match self.kind {
            Kind::Message(place) => Some(place),
            _ => None,
        }
    }
}

enum Kind {
    /// A comment that stands alone, or heads a group.
    Comment,
    Term,
    /// A message, with its place among the codes; ids of no code come last.
    Message(usize),
}

/// Writes a file in its canonical form: messages in the order of the codes, one blank line
/// between them, `{ $x }` in placeables. Every comment is kept, and formatting twice changes
/// nothing.
///
/// # Errors
///
/// The findings that keep the file from being read, or from being written with the same texts: such
/// a file is not for a program to change.
pub fn format(file: &File) -> Result<String, Vec<Finding>> {
    let text = file.text().map_err(|refusal| vec![file.refused(&refusal)])?;
    let sheet = Sheet::parse(file, &text);
    if !sheet.junk.is_empty() {
        return Err(syntax(&sheet));
    }
    let formatted = join(sorted(blocks(&text)));
    let written = File::new(file.locale(), file.path(), formatted.as_bytes());
    match changed(&sheet, &Sheet::parse(&written, &formatted)) {
        None => Ok(formatted),
        Some(unit) => {
            let message = "a text of this message cannot be written in the canonical form; put it \
                           on one line, without control characters";
            Err(vec![sheet.at(Rule::Syntax, unit.name, unit, message)])
        }
    }
}

/// The file of a new locale: the comments and groups of the source, and each message in a comment
/// with its English, ready to be translated. Nothing in it counts as translated.
///
/// # Errors
///
/// The findings that keep the source from being formatted.
pub fn template(source: &File, tag: &str) -> Result<String, Vec<Finding>> {
    let text = format(source)?;
    let mut texts = vec![format!(
        "### {tag}: translate what stands behind each `=`, and remove the `# ` before it.\n\
         ### What `{}` says stands above it. Then run `check`.\n",
        source.locale(),
    )];
    for Block { text, kind } in blocks(&text) {
        let mut comment = String::new();
        let mut english = String::new();
        let mut empty = String::new();
        for line in text.lines() {
            if line.starts_with("###") {
                continue;
            } else if line.starts_with('#') {
                comment.push_str(&format!("{line}\n"));
            } else {
                english.push_str(&format!("# {}: {line}\n", source.locale()));
                if let Some((id, _)) =
                    line.split_once(" =").filter(|(id, _)| !id.contains(['{', '[']))
                {
                    empty.push_str(&format!("# {id} =\n"));
                }
            }
        }
        match kind {
            Kind::Message(_) => texts.push(comment + &english + &empty),
            Kind::Term => texts.push(text),
            Kind::Comment => texts.extend(Some(comment).filter(|it| !it.is_empty())),
        }
    }
    Ok(texts.join("\n"))
}

/// Takes a file apart. The comment of a message stays with it.
fn blocks(text: &str) -> Vec<Block> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    resource.body.into_iter().filter_map(block).collect()
}

fn block(entry: Entry<&str>) -> Option<Block> {
    let block = match entry {
        // A `#` that ends the file has not even an empty line.
        Entry::Comment(comment)
        | Entry::GroupComment(comment)
        | Entry::ResourceComment(comment)
            if comment.content.is_empty() =>
        {
            return None;
        }
        Entry::Comment(comment) => comment_block("#", &comment),
        Entry::GroupComment(comment) => comment_block("##", &comment),
        Entry::ResourceComment(comment) => comment_block("###", &comment),
        Entry::Message(mut message) => {
            let place = expected().position(|it| it == message.id.name).unwrap_or(usize::MAX);
            let comment = message.comment.take();
            unit_block(comment, Kind::Message(place), Entry::Message(message))
        }
        Entry::Term(mut term) => {
            let comment = term.comment.take();
            unit_block(comment, Kind::Term, Entry::Term(term))
        }
        Entry::Junk { .. } => return None,
    };
    Some(block)
}

fn unit_block(comment: Option<Comment<&str>>, kind: Kind, entry: Entry<&str>) -> Block {
    let body = serialize(&Resource { body: vec![entry] });
    let mut text = comment.map(|comment| comment_block("#", &comment).text).unwrap_or_default();
    for line in body.split_inclusive('\n') {
        // The serializer indents blank lines too.
        text.push_str(if line.trim_matches(' ') == "\n" { "\n" } else { line });
    }
    Block { text, kind }
}

fn comment_block(prefix: &str, comment: &Comment<&str>) -> Block {
    let lines = comment.content.iter().map(|line| format!("{prefix} {line}"));
    let text = lines.map(|line| format!("{}\n", line.trim_end())).collect();
    Block { text, kind: Kind::Comment }
}

/// Moves as few messages as possible. A comment that stands alone stays before the next entry
/// that is not moved, and of two messages with one id the first stays the first.
fn sorted(blocks: Vec<Block>) -> Vec<Block> {
    let places: Vec<usize> = blocks.iter().filter_map(Block::place).collect();
    let kept = longest_in_order(&places);
    let mut messages = 0..places.len();
    let (mut stay, mut moved) = (Vec::new(), Vec::new());
    for (at, block) in blocks.into_iter().enumerate() {
        let key = block.place().map(|place| (place, at));
        let is_moved = key.and_then(|_| messages.next()).is_some_and(|it| !kept.contains(&it));
        if is_moved { moved.push((key, block)) } else { stay.push((key, block)) }
    }
    // Behind the last message that comes before it, so that it does not part a group comment from
    // its group; one that comes before all messages stands right before the first.
    moved.sort_by_key(|(key, _)| *key);
    let mut moved = moved.into_iter().peekable();
    let mut nexts = stay.iter().filter_map(|(key, _)| *key).skip(1).collect::<Vec<_>>().into_iter();
    let mut sorted = Vec::new();
    for (key, block) in stay {
        if key.is_some() {
            let first = std::iter::from_fn(|| moved.next_if(|(it, _)| *it < key));
            sorted.extend(first.map(|(_, block)| block));
        }
        sorted.push(block);
        if key.is_some() {
            let next = nexts.next();
            let behind =
                std::iter::from_fn(|| moved.next_if(|(it, _)| next.is_none() || *it < next));
            sorted.extend(behind.map(|(_, block)| block));
        }
    }
    sorted
}

fn join(blocks: Vec<Block>) -> String {
    blocks.into_iter().map(|block| block.text).collect::<Vec<_>>().join("\n")
}

/// The first message that the written file lacks, or that says something else there: what Fluent's
/// serializer makes of a text on several lines is not always the same text.
fn changed<'l, 't>(sheet: &'l Sheet<'t>, written: &Sheet<'_>) -> Option<&'l Unit<'t>> {
    let found: HashMap<_, _> = numbered(written).collect();
    let is_same = |one: &Unit<'_>, other: &Unit<'_>| {
        one.value == other.value
            && one.attributes == other.attributes
            && trimmed(one).eq(trimmed(other))
    };
    let mut units = numbered(sheet);
    let changed = units.find(|(key, unit)| !found.get(key).is_some_and(|it| is_same(it, unit)));
    // Nothing may be there that was not: should a file ever gain something, it is not written.
    let has_more = !written.junk.is_empty() || written.units.len() != sheet.units.len();
    changed.map(|(_, unit)| unit).or(sheet.units.first().filter(|_| has_more))
}

fn trimmed<'l>(unit: &'l Unit<'_>) -> impl Iterator<Item = &'l str> {
    unit.comment.iter().map(|line| line.trim_end())
}

/// Messages and terms by name, each with the number that it is among those of its name.
fn numbered<'l, 't>(
    sheet: &'l Sheet<'t>,
) -> impl Iterator<Item = ((bool, &'t str, usize), &'l Unit<'t>)> {
    let mut counts = HashMap::new();
    sheet.units.iter().map(move |unit| {
        let count = counts.entry((unit.is_term, unit.name)).or_insert(0);
        *count += 1;
        ((unit.is_term, unit.name, *count), unit)
    })
}

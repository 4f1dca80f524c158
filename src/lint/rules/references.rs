//! References in a text: messages, terms, functions, and the variables of terms.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::variables::lacking;
use crate::finding::Finding;
use crate::lint::model::braces::{self, SIGNS};
use crate::lint::model::codes::rank;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::resource::Resource;
use crate::lint::model::scan::before;
use crate::lint::model::spelling::Guesser;
use crate::overlay::compile::Compiler;
use crate::overlay::fault::{Fault, GIVEN, Problem};

/// What a message lacks, as references write it, if there is only one.
struct Missing {
    term: Option<String>,
    variable: Option<String>,
}

impl Missing {
    fn of(lacking: &[String]) -> Missing {
        Missing { term: only(lacking, '-'), variable: only(lacking, '$') }
    }

    /// The one thing that a name can mean.
    fn any(&self) -> Option<&str> {
        match (&self.term, &self.variable) {
            (Some(one), None) | (None, Some(one)) => Some(one),
            _ => None,
        }
    }
}

fn only(lacking: &[String], sign: char) -> Option<String> {
    let mut names = lacking.iter().filter(|name| name.starts_with(sign));
    let name = names.next()?;
    if names.next().is_none() { Some(name.clone()) } else { None }
}

/// The names that a reference may have meant, and those that are reported already.
struct Known<'l> {
    /// Every id of the locale and every variable, as references write them, each once.
    ids: Vec<String>,
    /// The first term or variable of a name, as references write it.
    by_name: HashMap<&'l str, String>,
    /// The ids of what could not be parsed, and of terms that are defined as messages.
    broken: HashSet<String>,
    guesser: Guesser,
}

impl<'l> Known<'l> {
    fn of(locale: &'l Locale<'l>) -> Known<'l> {
        let mut known = Known {
            ids: Vec::new(),
            by_name: HashMap::new(),
            broken: locale.resources.iter().flat_map(Resource::junk_ids).collect(),
            guesser: Guesser::default(),
        };
        for name in GIVEN {
            known.by_name.insert(name, format!("${name}"));
            known.ids.push(format!("${name}"));
        }
        let mut seen = HashSet::new();
        for entry in &locale.entries {
            if !seen.insert((entry.is_term, entry.name)) {
                continue;
            }
            if !entry.is_term && rank(entry.name).is_none() {
                // A message that is no code's is reported.
                known.broken.insert(format!("-{}", entry.name));
            }
            if entry.is_term {
                known.by_name.entry(entry.name).or_insert(entry.id());
            }
            known.ids.push(entry.id());
        }
        known
    }

    /// Returns what a reference in `entry` meant: the same name of another kind, or a similar name.
    fn meant(&mut self, id: &str, entry: &Entry<'_>) -> Option<&str> {
        let own = entry.id();
        if let Some(other) = self.by_name.get(id.trim_start_matches('-')) {
            return if *other == own { None } else { Some(other) };
        }
        let others = self.ids.iter().filter(|other| **other != own);
        self.guesser.nearest(id, others.map(String::as_str))
    }

    /// Whether a reference leads to something that could not be parsed, which is reported already.
    fn is_broken(&self, fault: &Fault<'_>) -> bool {
        match fault.problem {
            Problem::UnknownTerm => self.broken.contains(&format!("-{}", fault.slice)),
            Problem::UnknownMessage => self.broken.contains(fault.slice),
            _ => false,
        }
    }
}

/// Where a fault is: its file and place there, and the message or term around it.
struct Location<'l> {
    file: usize,
    owner: &'l Entry<'l>,
    place: Range<usize>,
}

/// The first use of what is not defined, and how many uses there are.
struct Uses {
    first: (usize, usize),
    count: usize,
}

/// The findings about references.
#[derive(Default)]
struct Found {
    /// By file and place: several messages may lead to the same fault.
    findings: BTreeMap<(usize, usize), Finding>,
    seen: HashSet<(usize, usize)>,
    /// A missing definition is one mistake, however often it is used.
    unknown: HashMap<String, Uses>,
    in_cycles: HashSet<String>,
}

/// Reports invalid references: rules `unknown-reference`, `unknown-function`, `unknown-variable` in
/// terms, and the limits of Fluent.
pub(crate) fn references(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut found = Found::default();
    let mut known = Known::of(locale);
    let mut compiler = Compiler::new(&locale.messages);
    for entry in &locale.entries {
        let mut missing = None;
        for (_, pattern) in entry.patterns() {
            for fault in compiler.compile(pattern).faults {
                let Some(location) = locate(locale, &fault, entry) else {
                    continue;
                };
                let key = (location.file, location.place.start);
                if known.is_broken(&fault) || !found.is_new(key, &fault, entry) {
                    continue;
                }
                let missing =
                    missing.get_or_insert_with(|| Missing::of(&lacking(locale, entry, source)));
                let finding = explain(&mut known, &location, &fault, entry, locale, missing);
                found.findings.insert(key, finding);
            }
        }
    }
    found.counted()
}

impl Found {
    /// Whether a fault is to be reported, here rather than where it was before.
    fn is_new(&mut self, key: (usize, usize), fault: &Fault<'_>, entry: &Entry<'_>) -> bool {
        let is_cycle = matches!(fault.problem, Problem::Cycle { .. });
        if is_cycle && !self.is_new_cycle(fault, entry) || !self.seen.insert(key) {
            return false;
        }
        let id = match fault.problem {
            Problem::UnknownTerm => format!("-{}", fault.slice),
            Problem::UnknownMessage => fault.slice.to_owned(),
            _ => return true,
        };
        let uses = self.unknown.entry(id).or_insert(Uses { first: key, count: 0 });
        uses.count += 1;
        if uses.first < key {
            return false;
        }
        self.findings.remove(&uses.first);
        uses.first = key;
        true
    }

    /// Whether no message of this cycle has been reported yet.
    fn is_new_cycle(&mut self, fault: &Fault<'_>, entry: &Entry<'_>) -> bool {
        let mut names = fault.references.clone();
        names.extend([fault.slice, entry.name]);
        let is_new = !names.iter().any(|name| self.in_cycles.contains(*name));
        self.in_cycles.extend(names.into_iter().map(str::to_owned));
        is_new
    }

    /// Returns the findings, those about a missing definition with the number of its uses.
    fn counted(mut self) -> Vec<Finding> {
        for Uses { first, count } in self.unknown.into_values() {
            if count > 1
                && let Some(finding) = self.findings.get_mut(&first)
            {
                let used = format!(", used {count} times;");
                finding.message = finding.message.replacen(';', &used, 1);
            }
        }
        self.findings.into_values().collect()
    }
}

/// Returns the innermost place of a fault that is in a file of the locale.
fn locate<'l>(
    locale: &'l Locale<'l>,
    fault: &Fault<'_>,
    entry: &'l Entry<'l>,
) -> Option<Location<'l>> {
    let outer = fault.references.iter().rev().copied().chain([entry.name]);
    for slice in [fault.slice].into_iter().chain(outer) {
        // The embedded messages come after those of the locale.
        if !slice.is_empty()
            && let Some(file) = locale.messages.holder_of(slice)
            && let Some(resource) = locale.resources.get(file)
        {
            let place = resource.place(slice);
            let owner = locale.entry_at(resource, place.start).unwrap_or(entry);
            return Some(Location { file, owner, place });
        }
    }
    None
}

/// Creates the finding about a fault of `entry`, at its place.
fn explain(
    known: &mut Known<'_>,
    location: &Location<'_>,
    fault: &Fault<'_>,
    entry: &Entry<'_>,
    locale: &Locale<'_>,
    missing: &Missing,
) -> Finding {
    let owner = location.owner;
    let mut place = location.place.clone();
    let (rule, mut message) = fault.explain(&entry.id());
    let text = owner.resource.text();
    match fault.problem {
        Problem::UnknownMessage => {
            message = unknown("message", fault.slice, missing.any(), known, entry);
            if let Some((foreign, advice)) = foreign(text, &place, known, entry) {
                (place, message) = (foreign, advice);
            }
        }
        Problem::UnknownTerm => {
            let id = format!("-{}", fault.slice);
            message = unknown("term", &id, missing.term.as_deref(), known, entry);
            if before(text, place.start) == Some('-') {
                place.start -= 1;
            }
        }
        Problem::UnknownAttribute { of, is_term } => {
            let holder = if is_term { locale.term(of) } else { locale.message(of) };
            let all = holder.map(|holder| holder.attributes).unwrap_or_default();
            let names = all.iter().map(|attribute| attribute.id.name);
            message = match known.guesser.nearest(fault.slice, names) {
                Some(near) => {
                    format!("unknown attribute `.{}`; did you mean `.{near}`?", fault.slice)
                }
                None => format!("{message}; remove the reference"),
            };
        }
        Problem::Cycle { .. } => {
            message = format!("`{}` refers to itself; remove this reference", entry.id());
        }
        Problem::Positional { .. } => place = first_argument(text, place.end),
        _ => {}
    }
    owner.over(rule, place, message)
}

/// Returns the place of the first argument of a call, from the end of the name before it.
fn first_argument(text: &str, name_end: usize) -> Range<usize> {
    let call = text.get(name_end..).unwrap_or_default();
    let arguments = call.split_once('(').map_or(call, |(_, arguments)| arguments).trim_start();
    let start = text.len() - arguments.len();
    start..start + arguments.find([')', ',']).unwrap_or(0)
}

/// Returns the place of a reference in the syntax of another system, and what to write instead.
fn foreign(
    text: &str,
    place: &Range<usize>,
    known: &mut Known<'_>,
    entry: &Entry<'_>,
) -> Option<(Range<usize>, String)> {
    let name = text.get(place.clone())?;
    let meant = known.meant(name, entry).unwrap_or("$code").to_owned();
    let hyphen: &[char] = if meant.starts_with('-') { &['-'] } else { &[] };
    let foreign = braces::foreign(text, place.clone(), &[&SIGNS, hyphen].concat())?;
    let found = text.get(foreign.clone())?;
    let message = format!("`{found}` is not Fluent’s syntax; write `{{ {meant} }}`");
    Some((foreign, message))
}

/// Says that a message or term is not defined, and suggests a similar one.
fn unknown(
    kind: &str,
    id: &str,
    missing: Option<&str>,
    known: &mut Known<'_>,
    entry: &Entry<'_>,
) -> String {
    match known.meant(id, entry).or(missing) {
        Some(near) => format!("unknown {kind} `{id}`; did you mean `{near}`?"),
        None => format!("unknown {kind} `{id}`; define it, or remove the reference"),
    }
}

//! References in a text: messages, terms, functions, and the variables of terms.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::variables::{terms, variables};
use crate::finding::Finding;
use crate::lint::model::braces::{self, SIGNS};
use crate::lint::model::codes::rank;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::resource::Resource;
use crate::lint::model::spelling::Guesser;
use crate::overlay::compile::Compiler;
use crate::overlay::fault::{Fault, GIVEN, Problem};

/// What the source's message shows and this one does not, as references write it, if there is only one.
#[derive(Default)]
struct Missing {
    term: Option<String>,
    variable: Option<String>,
}

impl Missing {
    fn of(locale: &Locale<'_>, entry: &Entry<'_>, source: Option<&Locale<'_>>) -> Missing {
        let original = source.and_then(|source| source.message(entry.name));
        let Some(original) = original.filter(|_| locale.is_first(entry)) else {
            return Missing::default();
        };
        let only = |sign: &str, original: BTreeSet<&str>, own: BTreeSet<&str>| {
            let missing: Vec<&&str> = original.difference(&own).collect();
            let [name] = missing[..] else { return None };
            Some(format!("{sign}{name}"))
        };
        Missing {
            term: only("-", terms(original), terms(entry)),
            variable: only("$", variables(original), variables(entry)),
        }
    }

    /// The one thing that a name can mean.
    fn any(&self) -> Option<String> {
        match (&self.term, &self.variable) {
            (Some(one), None) | (None, Some(one)) => Some(one.clone()),
            _ => None,
        }
    }
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
                known.by_name.entry(entry.name).or_insert_with(|| entry.id());
            }
            known.ids.push(entry.id());
        }
        known
    }

    /// Returns what a reference in `entry` meant: the same name of another kind, or a similar name.
    fn meant(&mut self, id: &str, entry: &Entry<'_>) -> Option<&str> {
        let own = entry.id();
        if let Some(other) = self.by_name.get(id.trim_start_matches('-')) {
            return Some(other.as_str()).filter(|other| *other != own);
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

/// Reports invalid references: rules `unknown-reference`, `unknown-function`, `unknown-variable` in
/// terms, and the limits of Fluent.
pub(crate) fn references(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    // By file and place: several messages may lead to the same fault.
    let mut found: BTreeMap<(usize, usize), Finding> = BTreeMap::new();
    let mut seen: HashSet<(usize, usize)> = HashSet::new();
    // A missing definition is one mistake, however often it is used: the place of the first use, and how
    // many there are.
    let mut unknown: HashMap<String, ((usize, usize), usize)> = HashMap::new();
    let mut in_cycles: HashSet<String> = HashSet::new();
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
                let is_cycle = matches!(fault.problem, Problem::Cycle { .. });
                if known.is_broken(&fault)
                    || is_cycle && !is_new(&mut in_cycles, &fault, entry)
                    || !seen.insert(key)
                {
                    continue;
                }
                if matches!(fault.problem, Problem::UnknownTerm | Problem::UnknownMessage) {
                    let (first, count) = unknown.entry(id_of(&fault)).or_insert((key, 0));
                    *count += 1;
                    if *first < key {
                        continue;
                    }
                    found.remove(first);
                    *first = key;
                }
                let missing = missing.get_or_insert_with(|| Missing::of(locale, entry, source));
                let finding = explain(&mut known, &location, &fault, entry, locale, missing);
                found.insert(key, finding);
            }
        }
    }
    for (key, count) in unknown.into_values().filter(|(_, count)| *count > 1) {
        if let Some(first) = found.get_mut(&key) {
            first.message = first.message.replacen(';', &format!(", used {count} times;"), 1);
        }
    }
    found.into_values().collect()
}

/// Returns the id that an unknown reference has, as references write it.
fn id_of(fault: &Fault<'_>) -> String {
    let sign = if matches!(fault.problem, Problem::UnknownTerm) { "-" } else { "" };
    format!("{sign}{}", fault.slice)
}

/// Returns the innermost place of a fault that is in a file of the locale.
fn locate<'l>(
    locale: &'l Locale<'l>,
    fault: &Fault<'_>,
    entry: &'l Entry<'l>,
) -> Option<Location<'l>> {
    let slices = [fault.slice].into_iter().chain(fault.references.iter().rev().copied());
    for slice in slices.chain([entry.name]).filter(|slice| !slice.is_empty()) {
        // The embedded messages come after those of the locale.
        if let Some(file) = locale.messages.holder_of(slice)
            && let Some(resource) = locale.resources.get(file)
        {
            let place = resource.place(slice);
            let owner = locale.entry_at(resource, place.start).unwrap_or(entry);
            return Some(Location { file, owner, place });
        }
    }
    None
}

/// Whether no message of this cycle has been reported yet.
fn is_new(in_cycles: &mut HashSet<String>, fault: &Fault<'_>, entry: &Entry<'_>) -> bool {
    let names = || fault.references.iter().copied().chain([fault.slice, entry.name]);
    let is_new = names().all(|name| !in_cycles.contains(name));
    in_cycles.extend(names().map(str::to_owned));
    is_new
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
            message =
                unknown("term", &format!("-{}", fault.slice), missing.term.clone(), known, entry);
            if text.get(..place.start).is_some_and(|before| before.ends_with('-')) {
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
        Problem::Positional { .. } => {
            let after = text.get(place.end..).unwrap_or_default();
            let open = after.find('(').map_or(0, |at| at + 1);
            let argument = after.get(open..).unwrap_or_default().trim_start();
            let start = text.len() - argument.len();
            place = start..start + argument.find([')', ',']).unwrap_or(0);
        }
        _ => {}
    }
    owner.over(rule, place, message)
}

/// Returns the place of a reference that is written as in another system, and what to write instead.
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
    missing: Option<String>,
    known: &mut Known<'_>,
    entry: &Entry<'_>,
) -> String {
    match known.meant(id, entry).map(str::to_owned).or(missing) {
        Some(near) => format!("unknown {kind} `{id}`; did you mean `{near}`?"),
        None => format!("unknown {kind} `{id}`; define it, or remove the reference"),
    }
}

//! Matching: how near an available locale is to a wanted one, and which is best for a whole list.
//!
//! The decisions are those of ICU's `LocaleMatcher`: CLDR's distances, a cost for each later place
//! in the list of preferences, and the same choice between locales that are equally near. See
//! [UTS 35, Language Matching](https://unicode.org/reports/tr35/tr35.html#LanguageMatching).

use alloc::vec::Vec;

use super::cldr;
use super::rows::{cell, find, find_row, first_row};
use super::subtags::{Language, Region, Script, Variants};
use super::{Subtags, script_number};

/// Distances are counted in thirty-seconds. They distinguish tags that mean the same locale: one
/// that spells out a likely subtag (`zh-Hans-CN`) from one that does not (`zh-CN`).
const UNIT: u32 = 32;
/// The cost of missing variants. CLDR has no distances for variants; with these costs, a user who
/// wants `ca-ES` gets `ca` rather than `ca-ES-valencia`. They decide between locales of one language
/// only, as in ICU: never between languages, nor between places in the list of preferences.
const NO_VARIANTS: u32 = 8;
/// The cost of unwanted variants.
const OTHER_VARIANTS: u32 = 16;
/// A locale at this distance does not match.
const THRESHOLD: u32 = 50 * UNIT;
/// The cost of each later place in the list of preferences.
const DEMOTION: u32 = 5 * UNIT;
/// The number of tags in a list that count: after these, the threshold is used up.
pub(super) const MAX_WANTED: usize = (THRESHOLD / DEMOTION) as usize;
/// The distance between two regions without a rule of their own.
const OTHER_REGION: u32 = 4;

/// A locale that has messages.
#[derive(Clone, Debug)]
pub(crate) struct Available {
    pub(crate) subtags: Subtags,
    /// Its index in the localizer.
    pub(crate) index: usize,
    /// Its place in the order in which equally near locales are preferred.
    pub(crate) rank: usize,
}

impl Available {
    /// Ranks the locales in the order in which equally near ones are preferred: the default if there
    /// is one, CLDR's paradigm locales, the others; and sorts them by language and rank.
    pub(crate) fn sort(all: &mut [Available], default: Option<usize>) {
        all.sort_by_key(|locale| (Some(locale.index) != default, !is_paradigm(&locale.subtags)));
        for (rank, locale) in all.iter_mut().enumerate() {
            locale.rank = rank;
        }
        all.sort_by_key(|locale| (locale.subtags.language.0, locale.rank));
    }
}

fn is_paradigm(locale: &Subtags) -> bool {
    let [languages, scripts, regions] = &cldr::PARADIGMS;
    let key = [locale.language.0, script_number(locale.script), locale.region.0];
    find_row(&[languages, scripts, regions], &key).is_some()
}

/// Returns the indices of the available locales that match a wanted one, best first.
///
/// The first is the best match over the whole list of wanted tags. It is followed, for each wanted
/// tag in turn, by the locales that match it, nearest first, without repetition. As in ICU, the
/// later a tag is in the list, the nearer a locale has to be, and tags after the tenth are ignored.
pub(crate) fn negotiate(
    wanted: impl IntoIterator<Item = Subtags>,
    available: &[Available],
) -> Vec<usize> {
    let mut order: Vec<(u32, &Available)> = Vec::new();
    let mut best = None;
    let mut best_limit = THRESHOLD;
    let mut limit = THRESHOLD;
    for wanted in wanted {
        let wanted = Wanted::new(&wanted);
        let listed = order.len();
        let mut nearest = Nearest::below(best_limit);
        for locale in wanted.candidates(available) {
            let Some(distance) = wanted.distance(&locale.subtags) else {
                continue;
            };
            nearest.consider(distance, locale);
            if distance >= limit {
                continue;
            }
            // No locale matches one tag twice, and few locales match several tags.
            let (before, new) = order.split_at(listed);
            if !before.iter().any(|(_, other)| other.index == locale.index) {
                let is_before =
                    |other: &(u32, &Available)| (other.0, other.1.rank) <= (distance, locale.rank);
                order.insert(listed + new.partition_point(is_before), (distance, locale));
            }
        }
        if let Some(nearest) = nearest.best {
            best = Some(nearest.locale.index);
            best_limit = units(nearest.distance) * UNIT;
        }
        best_limit = best_limit.saturating_sub(DEMOTION);
        limit = limit.saturating_sub(DEMOTION);
        if limit == 0 {
            break;
        }
    }
    if let Some(index) = order.iter().position(|(_, locale)| Some(locale.index) == best)
        && let Some(front) = order.get_mut(..=index)
    {
        front.rotate_right(1);
    }
    order.into_iter().map(|(_, locale)| locale.index).collect()
}

/// A distance in whole units, as CLDR has it.
fn units(distance: u32) -> u32 {
    distance / UNIT
}

/// The nearest locale so far, in whatever order the languages are considered, as long as the locales
/// of one language follow each other by rank.
struct Nearest<'a> {
    /// The distance that a locale must stay below.
    limit: u32,
    best: Option<Candidate<'a>>,
}

struct Candidate<'a> {
    distance: u32,
    /// The rank of the first locale of this language at this distance, in whole units.
    rank: usize,
    locale: &'a Available,
}

impl<'a> Nearest<'a> {
    fn below(limit: u32) -> Nearest<'a> {
        Nearest { limit, best: None }
    }

    /// Of locales that are equally near, the first wins, unless a later one of its language is
    /// likelier: of `de-CH` and `de-DE`, equally far from `de-AT`, the second is what `de` alone means.
    #[inline]
    fn consider(&mut self, distance: u32, locale: &'a Available) {
        if distance >= self.limit {
            return;
        }
        let Some(best) = &mut self.best else {
            self.best = Some(Candidate { distance, rank: locale.rank, locale });
            return;
        };
        if units(distance) != units(best.distance) {
            if distance < best.distance {
                *best = Candidate { distance, rank: locale.rank, locale };
            }
        } else if locale.subtags.language != best.locale.subtags.language {
            if locale.rank < best.rank {
                *best = Candidate { distance, rank: locale.rank, locale };
            }
        } else if distance < best.distance
            || distance == best.distance
                && distance >= UNIT
                && locale.subtags.is_likelier_than(&best.locale.subtags)
        {
            (best.distance, best.locale) = (distance, locale);
        }
    }
}

/// Returns the index of the available locale that matches one tag best.
pub(crate) fn nearest(wanted: &Subtags, available: &[Available]) -> Option<usize> {
    let wanted = Wanted::new(wanted);
    let mut nearest = Nearest::below(THRESHOLD);
    // No other locale is as near as one of the same language, script and region.
    for locale in of_language(wanted.subtags.language, available) {
        if wanted.subtags.region == locale.subtags.region
            && wanted.subtags.script == locale.subtags.script
            && let Some(distance) = wanted.distance(&locale.subtags)
        {
            nearest.consider(distance, locale);
        }
    }
    if let Some(nearest) = nearest.best {
        return Some(nearest.locale.index);
    }
    for locale in wanted.candidates(available) {
        if let Some(distance) = wanted.distance(&locale.subtags) {
            nearest.consider(distance, locale);
        }
    }
    nearest.best.map(|nearest| nearest.locale.index)
}

/// Returns CLDR's distance from a wanted locale to an available one, without the cost of variants.
pub(super) fn whole_distance(wanted: &Subtags, available: &Subtags) -> Option<u32> {
    Some(Wanted::new(wanted).distance(available)? / UNIT)
}

/// A wanted locale, and the rows of its language in the table of distances.
struct Wanted<'a> {
    subtags: &'a Subtags,
    /// The languages that match its language, and their distances.
    rows: Rows,
    /// The same for the language code as it was written, if it is an old one.
    written: Rows,
}

/// Two columns of a table.
type Rows = (&'static [u16], &'static [u16]);

fn rows_of(language: Language) -> Rows {
    if !super::SPECIAL_LANGUAGES.may_have(language.0) {
        return Rows::default();
    }
    let [wanted, available, distances] = &cldr::PAIRS;
    let start = first_row(wanted, language.0);
    let count = wanted.iter().skip(start).take_while(|other| **other == language.0).count();
    let slice = |column: &'static [u16]| column.get(start..start + count).unwrap_or_default();
    (slice(available), slice(distances))
}

fn of_language(language: Language, available: &[Available]) -> &[Available] {
    let start = available.partition_point(|locale| locale.subtags.language.0 < language.0);
    let rest = available.get(start..).unwrap_or_default();
    let end = rest.iter().take_while(|locale| locale.subtags.language == language).count();
    rest.get(..end).unwrap_or_default()
}

impl Wanted<'_> {
    fn new(subtags: &Subtags) -> Wanted<'_> {
        let is_old = subtags.written != subtags.language;
        let written = if is_old { rows_of(subtags.written) } else { Rows::default() };
        Wanted { subtags, rows: rows_of(subtags.language), written }
    }

    /// Returns the locales that can match: those of the language, unless others are near it.
    fn candidates<'a>(&self, available: &'a [Available]) -> &'a [Available] {
        if !self.rows.0.is_empty() || !self.written.0.is_empty() {
            return available;
        }
        of_language(self.subtags.language, available)
    }

    /// Returns the distance to `available`, or `None` if the two never match.
    #[inline]
    fn distance(&self, available: &Subtags) -> Option<u32> {
        // With many locales, nearly all of them end here.
        let has_rows = !self.rows.0.is_empty() || !self.written.0.is_empty();
        if self.subtags.language != available.language && !has_rows {
            return None;
        }
        self.distance_by_table(available)
    }

    fn distance_by_table(&self, available: &Subtags) -> Option<u32> {
        let wanted = self.subtags;
        let distance = self.language_distance(available)?
            + script_distance(wanted, available)?
            + region_distance(wanted, available);
        let distance = match distance {
            0 => u32::from(wanted.given ^ available.given),
            _ => distance * UNIT,
        };
        Some(distance + variant_distance(&wanted.variants, &available.variants))
    }

    fn language_distance(&self, available: &Subtags) -> Option<u32> {
        if self.subtags.language == available.language {
            return Some(0);
        }
        let distance = |(others, distances): Rows, available: Language| {
            let row = others.iter().position(|other| *other == available.0)?;
            Some(cell(distances, row).into())
        };
        let written = available.written;
        // If the old code has a row, it is the nearer one: `sh` is nearer to `hr` than `sr` is.
        distance(self.written, available.language)
            .or_else(|| distance(self.rows, available.language))
            .or_else(|| distance(self.rows, written).filter(|_| written != available.language))
    }
}

fn script_distance(wanted: &Subtags, available: &Subtags) -> Option<u32> {
    if wanted.script == available.script {
        return Some(0);
    }
    let wanted_script = script_number(wanted.script);
    let available_script = script_number(available.script);
    let key = [wanted.language.0, wanted_script, available.language.0, available_script];
    let [from, from_script, to, to_script, distances] = &cldr::SCRIPT_PAIRS;
    let row = find_row(&[from, from_script, to, to_script], &key)?;
    Some(cell(distances, row).into())
}

/// Applies the rules `ar-*-*`, `en-*-*`, `es-*-*`, `pt-*-*` and `zh-Hant-*`, or the one for all
/// others.
fn region_distance(wanted: &Subtags, available: &Subtags) -> u32 {
    if wanted.region == available.region {
        return 0;
    }
    if wanted.language != available.language {
        return OTHER_REGION;
    }
    let set: Rows = match (wanted.language, wanted.script) {
        (Language::AR, _) => (&cldr::MAGHREB[0], &cldr::MAGHREB[1]),
        (Language::EN, _) => (&cldr::EN_US[0], &cldr::EN_US[1]),
        (Language::ES | Language::PT, _) => (&cldr::AMERICAS[0], &cldr::AMERICAS[1]),
        (Language::ZH, Script::HANT) => (&cldr::CN_SAR[0], &cldr::CN_SAR[1]),
        _ => return OTHER_REGION,
    };
    let (wanted_in, wanted_out) = sides(wanted.region, set);
    let (available_in, available_out) = sides(available.region, set);
    if wanted_in && available_out || wanted_out && available_in {
        5
    } else if wanted.language == Language::EN && available.region == Region::GB {
        3
    } else {
        4
    }
}

/// Returns whether part of a region is inside a set, and whether part is outside.
fn sides(region: Region, (regions, parts): Rows) -> (bool, bool) {
    match find(regions, region.0) {
        Some(row) => (true, cell(parts, row) == PARTLY),
        None => (false, true),
    }
}

/// Marks a region that lies only partly in a set, in the tables of regions.
const PARTLY: u16 = 2;

/// Returns the distance between variants, which stays below a [`UNIT`] even together with the cost of
/// spelled-out subtags.
fn variant_distance(wanted: &Variants, available: &Variants) -> u32 {
    if wanted.is_empty() && available.is_empty() || wanted == available {
        0
    } else if available.is_empty() {
        NO_VARIANTS
    } else {
        OTHER_VARIANTS
    }
}

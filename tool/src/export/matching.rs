//! What matching needs to know of the exported locales, in tables, from CLDR by way of the library.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use im_error_l10n::{Localizer, likely_subtags, locale_distance};

use super::tag::Tag;

/// Distances from here on are no match.
const THRESHOLD: u32 = 50;
/// The distance of two regions without a rule of their own.
const OTHER_REGION: u32 = 4;

/// Sorts locales in the order in which the library prefers equally near ones.
pub(super) fn sort(tags: &mut [&str], localizer: &Localizer) {
    let targets: Vec<Target<'_>> = tags.iter().filter_map(|tag| Target::of(tag)).collect();
    let mut probes = Vec::new();
    for language in languages() {
        if targets.iter().filter(|target| target.is_near(&language)).count() < 2 {
            continue;
        }
        for Target { likely, .. } in &targets {
            let wanted = format!("{language}-{}", likely.script);
            if likely.language == language {
                probes.extend(regions().iter().map(|region| format!("{wanted}-{region}")));
            }
            probes.push(wanted);
        }
        probes.push(language);
    }
    // The pairs of which the first won.
    let mut wins: BTreeSet<(&str, &str)> = BTreeSet::new();
    for probe in probes {
        let distance = |tag: &str| locale_distance(&probe, tag);
        let chain = localizer.negotiate([&probe]);
        let Some(best) = chain.locales().next() else { continue };
        let Some(best) = tags.iter().find(|tag| **tag == best) else { continue };
        for tag in tags.iter().filter(|tag| *tag != best) {
            if distance(best).is_some() && distance(best) == distance(tag) {
                wins.insert((best, tag));
            }
        }
    }
    let default = localizer.default_locale();
    let count = |tag: &str| wins.iter().filter(|(winner, _)| *winner == tag).count();
    tags.sort_by_key(|tag| (*tag != default, Reverse(count(tag)), *tag));
}

/// Returns the tables as the members of an object. Each has the keys of a value, with spaces between.
pub(super) fn tables(tags: &[&str]) -> String {
    let scripts = scripts();
    let mut tables = Tables::default();
    let mut regions = regions();
    regions.retain(|region| {
        let found = Tag::of(&likely_subtags(&format!("en-{region}")).unwrap_or_default()).region;
        let is_unknown = region == "ZZ" || region == "999";
        let is_canonical = !is_unknown && found == *region;
        // Numbers of countries, which no tag has, would be a sixth of the module.
        if !is_canonical && (is_unknown || region.len() == 2) {
            let new = if is_unknown { String::new() } else { found };
            tables.regions.insert(region.clone(), new);
        }
        is_canonical
    });
    let targets: Vec<Target<'_>> = tags.iter().filter_map(|tag| Target::of(tag)).collect();
    for language in languages() {
        tables.language(&language, &targets, &scripts, &regions);
    }
    tables.unknown_languages(&scripts, &regions);
    let mut members = String::new();
    let locales = targets.iter().map(|target| (target.tag.to_owned(), target.likely.subtags()));
    let locales: Vec<String> =
        locales.map(|(tag, likely)| format!("\"{tag}\": \"{likely}\"")).collect();
    let _ = writeln!(members, "  locales: {{ {} }},", locales.join(", "));
    let Tables { aliases, likely, languages, regions, near, apart } = tables;
    let all = [
        ("aliases", aliases),
        ("likely", likely),
        ("languages", languages),
        ("regions", regions),
        ("near", near),
        ("apart", apart),
    ];
    for (name, table) in all {
        let mut keys: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (key, value) in &table {
            keys.entry(value).or_default().push(key);
        }
        let _ = writeln!(members, "  {name}: invert({{");
        for (value, keys) in keys {
            let _ = writeln!(members, "    \"{value}\": \"{}\",", keys.join(" "));
        }
        let _ = writeln!(members, "  }}),");
    }
    members
}

/// An exported locale.
struct Target<'a> {
    tag: &'a str,
    likely: Tag,
}

impl<'a> Target<'a> {
    fn of(tag: &'a str) -> Option<Target<'a>> {
        Some(Target { tag, likely: Tag::of(&likely_subtags(tag)?) })
    }

    /// Whether a language matches the locale, in the locale's script or in its own.
    fn is_near(&self, language: &str) -> bool {
        let region = &self.likely.region;
        let own = locale_distance(&format!("{language}-{region}"), self.tag);
        own.is_some_and(|distance| distance < THRESHOLD)
            || self.near(language, &self.likely.script).is_some()
    }

    /// Returns the distance from a wanted language and script, in the region of the locale.
    fn near(&self, language: &str, script: &str) -> Option<u32> {
        let wanted = format!("{language}-{script}-{}", self.likely.region);
        locale_distance(&wanted, self.tag).filter(|distance| *distance < THRESHOLD)
    }
}

#[derive(Default)]
struct Tables {
    aliases: BTreeMap<String, String>,
    likely: BTreeMap<String, String>,
    languages: BTreeMap<String, String>,
    regions: BTreeMap<String, String>,
    near: BTreeMap<String, String>,
    apart: BTreeMap<String, String>,
}

impl Tables {
    /// Adds a language, if it matches one of the locales.
    fn language(
        &mut self,
        language: &str,
        targets: &[Target<'_>],
        scripts: &[String],
        regions: &[String],
    ) {
        let Some(likely) = likely_subtags(language).map(|tag| Tag::of(&tag)) else { return };
        if !targets.iter().any(|target| target.is_near(language)) {
            return;
        }
        // Another code of the same language. An old one may be nearer than the new one: `sh` to `hr`.
        let is_alias = likely.language != language
            && likely_subtags(&likely.language) == Some(likely.subtags())
            && targets.iter().all(|target| {
                let near = |code| {
                    scripts.iter().map(|script| target.near(code, script)).collect::<Vec<_>>()
                };
                near(language) == near(&likely.language)
            });
        if is_alias {
            self.aliases.insert(language.to_owned(), likely.language);
            return;
        }
        let pair = |tag: &Tag| format!("{}-{}", tag.script, tag.region);
        self.likely.insert(language.to_owned(), pair(&likely));
        let mut near_scripts: Vec<&str> = Vec::new();
        for script in scripts {
            let near: Vec<Option<u32>> =
                targets.iter().map(|target| target.near(language, script)).collect();
            if near.iter().any(Option::is_some) {
                near_scripts.push(script);
                let near =
                    near.iter().map(|near| near.map_or(String::new(), |near| near.to_string()));
                self.near
                    .insert(format!("{language}-{script}"), near.collect::<Vec<_>>().join(" "));
            }
        }
        for subtag in scripts.iter().chain(regions) {
            let tag = format!("{language}-{subtag}");
            let Some(found) = likely_subtags(&tag).map(|tag| Tag::of(&tag)) else { continue };
            let is_other = match subtag.len() {
                4 => found.region != likely.region && near_scripts.contains(&subtag.as_str()),
                _ => found.script != likely.script,
            };
            if is_other {
                self.likely.insert(tag, pair(&found));
            }
        }
        for (index, target) in targets.iter().enumerate() {
            if target.likely.language == likely.language {
                for script in &near_scripts {
                    self.apart(language, script, (index, target), regions);
                }
            }
        }
    }

    /// Adds the distances of the regions of a language from that of a locale.
    fn apart(
        &mut self,
        language: &str,
        script: &str,
        (index, target): (usize, &Target<'_>),
        regions: &[String],
    ) {
        let Some(near) = target.near(language, script) else { return };
        let mut by_distance: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for region in regions.iter().filter(|region| **region != target.likely.region) {
            let distance = locale_distance(&format!("{language}-{script}-{region}"), target.tag);
            let apart = distance.unwrap_or(near).saturating_sub(near);
            by_distance.entry(apart).or_default().push(region);
        }
        let usual = by_distance.iter().max_by_key(|(_, regions)| regions.len());
        let Some(usual) = usual.map(|(distance, _)| *distance) else { return };
        if usual != OTHER_REGION {
            self.apart.insert(format!("{language}-{script}-{index}"), usual.to_string());
        }
        by_distance.remove(&usual);
        for (distance, regions) in by_distance {
            for region in regions {
                self.apart
                    .insert(format!("{language}-{script}-{index}-{region}"), distance.to_string());
            }
        }
    }

    /// Adds the languages of tags without one. It is empty for a region whose language matches none of
    /// the locales; scripts of such languages are left out.
    fn unknown_languages(&mut self, scripts: &[String], regions: &[String]) {
        let language = |tag: &str| {
            let found =
                Tag::of(&likely_subtags(&format!("und-{tag}")).unwrap_or_default()).language;
            let is_near = found == "en" || self.likely.contains_key(&found);
            if is_near { found } else { String::new() }
        };
        let mut languages: BTreeMap<String, String> = BTreeMap::new();
        for script in scripts {
            let found = language(script);
            if !found.is_empty() {
                languages.insert(script.clone(), found);
            }
        }
        for region in regions {
            let found = language(region);
            if found != "en" {
                languages.insert(region.clone(), found);
            }
        }
        for script in scripts {
            for region in regions {
                let both = format!("{script}-{region}");
                let found = language(&both);
                if languages.get(script).map_or("", String::as_str) != found {
                    languages.insert(both, found);
                }
            }
        }
        self.languages = languages;
    }
}

/// All codes that languages can have.
fn languages() -> Vec<String> {
    let letters = || 'a'..='z';
    let mut codes = Vec::new();
    for first in letters() {
        for second in letters() {
            codes.push(format!("{first}{second}"));
            codes.extend(letters().map(|third| format!("{first}{second}{third}")));
        }
    }
    codes
}

/// All codes that regions can have.
fn regions() -> Vec<String> {
    let letters = || 'A'..='Z';
    let letters =
        letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    letters.chain((1..1000).map(|number| format!("{number:03}"))).collect()
}

/// The scripts of which CLDR knows a likely language.
fn scripts() -> Vec<String> {
    let letters = || 'a'..='z';
    let pairs = || letters().flat_map(move |first| letters().map(move |second| [first, second]));
    let mut scripts = Vec::new();
    for first in 'A'..='Z' {
        for second in letters() {
            for [third, fourth] in pairs() {
                let script: String = [first, second, third, fourth].into_iter().collect();
                let likely = likely_subtags(&format!("und-{script}")).unwrap_or_default();
                // What CLDR does not know is English in the United States; Latin script is, too.
                let is_unknown = likely.starts_with("en-") && likely.ends_with("-US");
                if script == "Latn" || !is_unknown && Tag::of(&likely).script == script {
                    scripts.push(script);
                }
            }
        }
    }
    scripts
}

//! How near an available locale is to a wanted one, and which is the best over a whole list.
//!
//! This is the judgement of ICU's `LocaleMatcher`: CLDR's distances, a cost for every later place
//! in the list of preferences, and the same decisions between locales that are equally near.

use super::Subtags;
use super::cldr::{self, Regions};

/// Distances are counted in sixteenths. They tell tags apart that mean the same locale: one that
/// spells out a likely subtag (`zh-Hans-CN`) from one that does not (`zh-CN`).
const UNIT: u32 = 16;
/// What other variants cost, of which CLDR's distances know nothing: `ca-ES-valencia` is no better
/// than `ca` for a reader of `ca-ES`.
const OTHER_VARIANTS: u32 = 8;
/// From this distance on a locale does not match.
const THRESHOLD: u32 = 50 * UNIT;
/// What every further place in the list of preferences costs.
const DEMOTION: u32 = 5 * UNIT;

/// A locale that there are texts for.
#[derive(Clone, Debug)]
pub(crate) struct Available {
    pub(crate) subtags: Subtags,
    /// Where the localizer has it.
    pub(crate) place: usize,
}

impl Available {
    /// Brings the locales into the order in which one goes before another that is equally near:
    /// the default, those that CLDR holds up as models of their language, the others.
    pub(crate) fn sort(all: &mut [Available], default: usize) {
        let is_model = |subtags: &Subtags| {
            cldr::PARADIGMS.contains(&(subtags.language.as_str(), subtags.region_str()))
        };
        all.sort_by_key(|it| (it.place != default, !is_model(&it.subtags)));
    }
}

/// Orders those of the available locales that match a wanted one, and gives their places.
///
/// The first is the best match over the whole list of wanted tags. Behind it stand, for each
/// wanted tag in turn, the locales that match it, nearest first; none twice. As in ICU, a locale
/// has to be the nearer the later its tag stands in the list, and no tag after the tenth counts.
pub(crate) fn negotiate(
    wanted: impl IntoIterator<Item = Subtags>,
    available: &[Available],
) -> Vec<usize> {
    let mut order = Vec::new();
    let mut best = None;
    let mut best_limit = THRESHOLD;
    let mut limit = THRESHOLD;
    for wanted in wanted {
        if let Some((distance, place)) = nearest_below(&wanted, available, best_limit) {
            best = Some(place);
            best_limit = distance;
        }
        let listed = order.len();
        for (_, place) in matches(&wanted, available, limit) {
            // One tag matches no locale twice, and few locales match several tags.
            if !order.get(..listed).is_some_and(|before| before.contains(&place)) {
                order.push(place);
            }
        }
        best_limit = best_limit.saturating_sub(DEMOTION);
        limit = limit.saturating_sub(DEMOTION);
        if limit == 0 {
            break;
        }
    }
    if let Some(place) = order.iter().position(|place| Some(*place) == best)
        && let Some(front) = order.get_mut(..=place)
    {
        front.rotate_right(1);
    }
    order
}

/// The place of the available locale that is the best match of one tag.
pub(crate) fn nearest(wanted: &Subtags, available: &[Available]) -> Option<usize> {
    nearest_below(wanted, available, THRESHOLD).map(|(_, place)| place)
}

/// The available locales nearer than `limit`, with their distances, nearest first.
fn matches(wanted: &Subtags, available: &[Available], limit: u32) -> Vec<(u32, usize)> {
    let distances = available.iter().map(|it| (distance(wanted, &it.subtags), it.place));
    let near = distances.filter_map(|(distance, place)| Some((distance?, place)));
    let mut found: Vec<_> = near.filter(|(distance, _)| *distance < limit).collect();
    found.sort_by_key(|(distance, _)| *distance);
    found
}

/// The nearest available locale and its distance, if that is below `limit`.
///
/// Of locales that are equally near the first wins, unless a later one is likelier: of `de-CH`
/// and `de-DE`, equally far from `de-AT`, the second is what `de` alone means.
fn nearest_below(wanted: &Subtags, available: &[Available], limit: u32) -> Option<(u32, usize)> {
    let mut best: Option<(u32, &Available)> = None;
    for it in available {
        let Some(distance) = distance(wanted, &it.subtags).filter(|it| *it < limit) else {
            continue;
        };
        let is_better = best.is_none_or(|(least, best)| {
            distance < least
                || distance == least && least >= UNIT && it.subtags.is_likelier_than(&best.subtags)
        });
        if is_better {
            best = Some((distance, it));
        }
    }
    best.map(|(distance, best)| (distance, best.place))
}

/// How far it is to read `available` instead of `wanted`; `None` where that is too far to match.
fn distance(wanted: &Subtags, available: &Subtags) -> Option<u32> {
    let distance = language_distance(wanted, available)?
        + script_distance(wanted, available)?
        + region_distance(wanted, available);
    let distance = match distance {
        0 => u32::from(wanted.given ^ available.given),
        _ => distance * UNIT,
    };
    let other_variants = wanted.variants != available.variants;
    Some(distance + if other_variants { OTHER_VARIANTS } else { 0 })
}

fn language_distance(wanted: &Subtags, available: &Subtags) -> Option<u32> {
    if wanted.language == available.language {
        return Some(0);
    }
    let key = cldr::pair_key(wanted.language, available.language);
    let row = cldr::LANGUAGES.binary_search_by_key(&key, |row| row.0).ok()?;
    cldr::LANGUAGES.get(row).map(|row| row.1.into())
}

fn script_distance(wanted: &Subtags, available: &Subtags) -> Option<u32> {
    if wanted.script == available.script {
        return Some(0);
    }
    let pair = ((wanted.language, wanted.script?), (available.language, available.script?));
    let row = cldr::SCRIPTS.iter().find(|row| (row.0, row.1) == pair);
    row.map(|row| row.2.into())
}

/// The rules `ar-*-*`, `en-*-*`, `es-*-*`, `pt-*-*` and `zh-Hant-*`, and the one for all others.
fn region_distance(wanted: &Subtags, available: &Subtags) -> u32 {
    if wanted.region == available.region {
        return 0;
    }
    if wanted.language != available.language {
        return cldr::OTHER_REGION;
    }
    let regions = match (wanted.language.as_str(), wanted.script_str()) {
        ("ar", _) => &cldr::MAGHREB,
        ("en", _) => &cldr::EN_US,
        ("es" | "pt", _) => &cldr::AMERICAS,
        ("zh", "Hant") => &cldr::CN_SAR,
        _ => return cldr::OTHER_REGION,
    };
    let (wanted_in, wanted_out) = sides(wanted, regions);
    let (available_in, available_out) = sides(available, regions);
    if wanted_in && available_out || wanted_out && available_in {
        5
    } else if wanted.language.as_str() == "en" && available.region_str() == "GB" {
        3
    } else {
        4
    }
}

/// Whether some of the locale's region is inside, and whether some is outside.
fn sides(locale: &Subtags, regions: &Regions) -> (bool, bool) {
    match locale.region {
        Some(region) if regions.across.contains(&region) => (true, true),
        Some(region) if regions.inside.contains(&region) => (true, false),
        _ => (false, true),
    }
}

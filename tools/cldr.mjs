// Updates src/locale/cldr.rs and src/lint/model/cldr.rs: node tools/cldr.mjs [FOLDER]
//
// FOLDER contains the npm packages `cldr-core`, `cldr-misc-full` and `language-subtag-registry`, each
// unpacked in a folder of its name. Without it, the pinned versions are fetched with `npm pack`.
import { writeFileSync } from "node:fs";

import "./cldr-lint.mjs";
import {
  alias, availableLocales, containment, likelySubtags, matching, packed, parts, registryDate, subtags,
  territoryInfo, version,
} from "./cldr-source.mjs";

// Languages: those in language matching, those with locale data, those that scripts and regions imply,
// those with a known population, and all of two letters.
const languages = new Set();
for (const row of matching.languageMatch) {
  for (const side of [row._desired, row._supported]) languages.add(parts(side).language);
}
for (const tag of availableLocales) languages.add(parts(tag).language);
for (const [from, to] of Object.entries(likelySubtags)) {
  if (from.startsWith("und")) languages.add(parts(to).language);
  if (parts(from).language.length === 2) languages.add(parts(from).language);
}
for (const { languagePopulation = {} } of Object.values(territoryInfo)) {
  for (const tag of Object.keys(languagePopulation)) languages.add(parts(tag).language);
}

// And languages of a country that was split, if they are not spoken in its first part: `mh-PC`.
const parted = new Set();
for (const { _replacement: to } of Object.values(alias.territoryAlias)) {
  for (const region of to.split(" ").slice(1)) parted.add(region);
}
for (const { _replacement: to } of Object.values(alias.languageAlias)) {
  const { language } = parts(to);
  if (parted.has(parts(likelySubtags[language] ?? "").region)) languages.add(language);
}

// Likely subtags. A script or region implies a language, and the rest follows from that.
const likely = [];
const likelyOfTwo = [];
const likelyLanguages = [];
const byLanguage = (a, b) => packed(a.language) - packed(b.language);
for (const [from, to] of Object.entries(likelySubtags)) {
  const [known, full] = [parts(from), parts(to)];
  if (from === "und") continue;
  if (!known.language) {
    // `und-Cpmn` is `und-Cpmn-CY`: nobody knows what language that was.
    if (!full.language) likelyOfTwo.push({ ...known, other: full.region });
    likelyLanguages.push({ ...known, language: full.language });
    const again = maximized({ ...known, language: full.language });
    if (JSON.stringify(again) !== JSON.stringify(full)) throw new Error(`${from} is not ${to}`);
  } else if (languages.has(known.language)) {
    if (known.script) likelyOfTwo.push({ ...known, other: full.region });
    else if (known.region) likelyOfTwo.push({ ...known, other: full.script });
    else likely.push(full);
  }
}
likely.sort(byLanguage);

function maximized({ language, script, region, variants }) {
  const of = (...subtags) =>
    parts(likelySubtags[[language || "und", ...subtags].join("-")] ?? "");
  if (!script && region) script = of(region).script;
  if (!region && script) region = of(script).region;
  const alone = of();
  return { language, script: script || alone.script, region: region || alone.region, variants };
}

// Scripts: all that are in a row or registered, sorted by number, since rows name them by number.
const scripts = new Set();
for (const row of [...likely, ...likelyOfTwo, ...likelyLanguages]) scripts.add(row.script);
for (const row of likelyOfTwo) if (row.other.length === 4) scripts.add(row.other);
for (const row of matching.languageMatch) {
  for (const side of [row._desired, row._supported]) scripts.add(parts(side).script);
}
for (const { Type, Subtag } of subtags) {
  // Without the ranges for private use, and the code for an unknown script.
  if (Type === "script" && Subtag.length === 4 && Subtag !== "Zzzz") scripts.add(Subtag);
}
scripts.delete("");
const scriptList = [...scripts].sort((a, b) => packed(a) - packed(b));
const number = (script) => (script ? scriptList.indexOf(script) + 1 : 0);
const byParts = (a, b) =>
  packed(a.language) - packed(b.language) ||
  number(a.script) - number(b.script) ||
  (a.region && packed(a.region)) - (b.region && packed(b.region));
likelyOfTwo.sort(byParts);
const byScript = (a, b) => byParts({ ...a, language: "" }, { ...b, language: "" });
likelyLanguages.sort(byScript);

// Names of scripts with locale data in CLDR, as in POSIX modifiers. `tt_RU@iqtelif` is glibc's name
// for Tatar in Latin script.
const names = ["iqtelif-Latn"];
const written = new Set();
for (const tag of availableLocales) written.add(parts(tag).script || maximized(parts(tag)).script);
for (const { Type, Subtag, Description } of subtags) {
  if (Type !== "script" || !written.has(Subtag)) continue;
  for (const description of Description) {
    const name = /\((\w+) variant\)/.exec(description)?.[1] ?? description.replace(/ \(.*/, "");
    if (/^[A-Za-z]{3,}$/.test(name)) names.push(`${name.toLowerCase()}-${Subtag}`);
  }
}

// Aliases, each resolved to its final replacement.
function end(replacement) {
  const found = parts(replacement);
  const next = alias.languageAlias[found.language];
  if (!next) return found;
  const further = end(next._replacement);
  const { language, script, region } = further;
  return { ...found, language, script: found.script || script, region: found.region || region };
}
const languageAliases = [];
const compoundAliases = [];
const signLanguages = [];
const variantAliases = [];
const irregular = [
  // Names from Java, .NET and Windows.
  ["no-no-ny", "nn-NO"],
  ["zh-chs", "zh-Hans"],
  ["zh-cht", "zh-Hant"],
];
const extlangs = new Set();
for (const { Type, Subtag, Prefix } of subtags) {
  if (Type === "extlang") extlangs.add(`${Prefix[0]}-${Subtag}`);
}
for (const [from, { _replacement: to }] of Object.entries(alias.languageAlias)) {
  const [first, second, third] = from.split("-");
  if (!second) {
    const found = end(to);
    const row = { from, ...found };
    (found.script || found.region ? compoundAliases : languageAliases).push(row);
  } else if (first === "sgn" && !third) {
    signLanguages.push({ region: second, language: to });
  } else if (first !== "i" && second.length > 4) {
    variantAliases.push([from.replace(/^und-/, "-"), to.replace(/^und-?/, "-")]);
  } else if (!extlangs.has(`${first}-${second}`)) {
    irregular.push([from.toLowerCase(), to.replace(/-x-.*/, "")]);
  }
}
for (const [from, { _replacement: to }] of Object.entries(alias.variantAlias)) {
  variantAliases.push([`-${from}`, `-${to}`]);
}
const bySpecific = (a, b) =>
  b[0].split("-").length - a[0].split("-").length || b[0].indexOf("-") - a[0].indexOf("-");
variantAliases.sort(bySpecific);
irregular.sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
const byFrom = (a, b) => packed(a.from) - packed(b.from);
languageAliases.sort(byFrom);
compoundAliases.sort(byFrom);

const regionAliases = [];
const splitRegions = [];
for (const [from, { _replacement: to }] of Object.entries(alias.territoryAlias)) {
  if (!/^([A-Z]{2}|[0-9]{3})$/.test(from)) continue; // no region subtag has three letters
  if (to.includes(" ")) for (const part of to.split(" ")) splitRegions.push({ from, to: part });
  else regionAliases.push({ from, to: to === "ZZ" ? "" : to }); // an unknown region is none
}
regionAliases.sort(byFrom);
splitRegions.sort(byFrom);
if (Object.keys(alias.scriptAlias).join() !== "Qaai") throw new Error("script aliases have changed");

// Language matching.
const pairs = [];
const scriptPairs = [];
const regionRules = [];
for (const { _desired, _supported, _distance, _oneway } of matching.languageMatch) {
  const subtagsOf = [_desired, _supported].map((side) => side.split(/[-_]/));
  const [[language, script, region], [other, otherScript]] = subtagsOf;
  if (region) regionRules.push(`${_desired} ${_supported} ${_distance}`);
  if (region || language === "*") continue;
  const rows = script ? scriptPairs : pairs;
  rows.push([language, script, other, otherScript, _distance]);
  if (!_oneway) rows.push([other, otherScript, language, script, _distance]);
}
pairs.sort((a, b) => packed(a[0]) - packed(b[0]) || packed(a[2]) - packed(b[2]));
const byPair = (a, b) => {
  const [one, other] = [a, b].map((row) => [packed(row[0]), number(row[1]), packed(row[2]), number(row[3])]);
  const at = one.findIndex((number, at) => number !== other[at]);
  return one[at] - other[at];
};
scriptPairs.sort(byPair);
// The rules themselves are code, in matching.rs.
const RULES = "ar-*-$maghreb en-*-$enUS es-*-$americas pt-*-$americas zh-Hant-$cnsar".split(" ");
const expected = [];
for (const inside of RULES) {
  const outside = inside.replace("$", "$!");
  expected.push(`${inside} ${inside} 4`);
  if (inside.startsWith("en")) expected.push(`${outside} en-*-GB 3`);
  expected.push(`${outside} ${outside} 4`);
  const any = inside.replace(/\$.*/, "*");
  expected.push(`${any} ${any} 5`);
}
expected.push("*-*-* *-*-* 4");
if (regionRules.join("\n") !== expected.join("\n")) throw new Error("region rules have changed");

// A region that lies partly in a set of `matchVariables` is both inside and outside.
function leaves(region, seen = new Set()) {
  const within = [];
  for (const suffix of ["", "-status-grouping"]) {
    within.push(...(containment[region + suffix]?._contains ?? []));
  }
  if (within.length === 0) seen.add(region);
  for (const part of within) leaves(part, seen);
  return seen;
}
function regions(variable) {
  const named = matching.matchVariables[variable]._value.split("+");
  const members = new Set(named.flatMap((region) => [...leaves(region)]));
  const rows = [...members].map((region) => [region, 1]);
  for (const region of Object.keys(containment)) {
    if (!/^[0-9]{3}$/.test(region)) continue;
    const countries = [...leaves(region)];
    const count = countries.filter((country) => members.has(country)).length;
    if (count > 0) rows.push([region, count === countries.length ? 1 : 2]);
  }
  rows.sort((a, b) => packed(a[0]) - packed(b[0]));
  return rows.map((row) => row.join("-"));
}

const variants = subtags.filter(({ Type }) => Type === "variant").map(({ Subtag }) => Subtag);
// And those that CLDR replaces: `no@nynorsk` is `nn`.
for (const variant of variantAliases.flatMap(([from]) => from.split("-").slice(1))) {
  if (!variants.includes(variant)) variants.push(variant);
}

// The file, whose tables `rows.rs` parses at compile time.
let out = `//! Tables of CLDR ${version} and of the IANA language subtag registry of ${registryDate}.
//!
//! @generated by \`node tools/cldr.mjs\`; do not edit. Source: \`likelySubtags\`, \`aliases\`,
//! \`languageMatching\`, \`territoryContainment\` and \`availableLocales\` of the npm package
//! \`cldr-core\`, © Unicode, Inc., Unicode License v3; the registry's variants and the
//! names of its scripts.

use super::rows::{scripts, table};
use super::subtags::Script;
`;

// Rows begin a new line with each initial letter, so that a row that comes or goes moves few others.
function wrapped(rows) {
  const initial = (row) => /[A-Za-z0-9]/.exec(row)?.[0].toLowerCase();
  const lines = [];
  let line = "";
  for (const row of rows) {
    if (line && (line.length + row.length > 94 || initial(line) !== initial(row))) {
      lines.push(line + "\\");
      line = "";
    }
    line += row + " ";
  }
  lines.push(line.trimEnd());
  return lines.map((text) => `\n    ${text}`).join("");
}

function table(doc, name, rows) {
  const columns = rows[0].split("-").length;
  out += `\n${doc}\npub(super) static ${name}: [[u16; ${rows.length}]; ${columns}] = table(\n`;
  out += `    &SCRIPTS,\n    "\\${wrapped(rows)}",\n);\n`;
}

out += `
/// The version of CLDR.
#[allow(dead_code, reason = "for readers and tests")]
pub(super) const VERSION: &str = "${version}";

/// The scripts, which rows name by their number in this list, from 1.
pub(super) static SCRIPTS: [Script; ${scriptList.length}] = scripts(SCRIPT_LIST);
pub(super) const SCRIPT_LIST: &str = "\\${wrapped(scriptList)}";
`;
const text = (name, doc, rows) => {
  out += `\n/// ${doc}\npub(super) const ${name}: &str = "\\${wrapped(rows)}";\n`;
};
table("/// Language, its likely script and region.", "LIKELY",
  likely.map((row) => `${row.language}-${row.script}-${row.region}`));
table("/// Language, script or region, and the likely one of the two that is missing.", "LIKELY_TWO",
  likelyOfTwo.map((row) => `${row.language}-${row.script}-${row.region}-${row.other}`));
table("/// Script and region, or one of them, and the likely language.", "UNKNOWN",
  likelyLanguages.map((row) => `${row.script}-${row.region}-${row.language}`));
table("/// Language and its canonical code.", "ALIASES",
  languageAliases.map((row) => `${row.from}-${row.language}`));
table("/// Language; its canonical code, script and region.", "COMPOUND",
  compoundAliases.map((row) => `${row.from}-${row.language}-${row.script}-${row.region}`));
table("/// Region after `sgn`, and the sign language.", "SIGNED",
  signLanguages.map((row) => `${row.region}-${row.language}`));
table("/// Region and its canonical code.", "REGIONS",
  regionAliases.map((row) => `${row.from}-${row.to}`));
table("/// Region that was split, and one that it became, the first the most likely.", "SPLIT",
  splitRegions.map((row) => `${row.from}-${row.to}`));
table("/// Wanted language, available language, distance.", "PAIRS",
  pairs.map(([wanted, , available, , distance]) => `${wanted}-${available}-${distance}`));
table("/// Wanted language and script, available language and script, distance.", "SCRIPT_PAIRS",
  scriptPairs.map((row) => row.join("-")));
table("/// `paradigmLocales`, maximized.", "PARADIGMS",
  matching.paradigmLocales._locales.map((tag) => maximized(parts(tag))).sort(byParts)
    .map((row) => `${row.language}-${row.script}-${row.region}`));

for (const variable of ["$maghreb", "$enUS", "$americas", "$cnsar"]) {
  const name = { $enUS: "EN_US", $cnsar: "CN_SAR" }[variable] ?? variable.slice(1).toUpperCase();
  const doc = `/// \`${variable}\`: the regions inside it (1) or partly inside it (2).`;
  table(doc, name, regions(variable));
}
text("SCRIPT_NAMES", "Script names and codes.", names);
text("VARIANTS", "The registered variants, and those that are replaced.", variants);
const rows = (list) => list.map(([from, to]) => `    ("${from}", "${to}"),\n`).join("");
out += `
/// Prefixes of tags that do not mean what their subtags say: grandfathered tags of the registry,
/// and names from Java and .NET.
pub(super) const IRREGULAR: &[(&str, &str)] = &[\n${rows(irregular)}];

/// Variants, with or without a language, and their replacements.
pub(super) const VARIANT_ALIASES: &[(&str, &str)] = &[\n${rows(variantAliases)}];
`;
writeFileSync(new URL("../src/locale/cldr.rs", import.meta.url), out);

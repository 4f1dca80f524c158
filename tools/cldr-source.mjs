// The data of CLDR and of the IANA registry that tools/cldr.mjs makes tables of.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGES = {
  "cldr-core": "48.2.0",
  "cldr-misc-full": "48.2.0",
  "language-subtag-registry": "0.4.2",
};

const folder = process.argv[2] ?? fetched();
const cldr = (file) => JSON.parse(readFileSync(join(folder, "cldr-core", file), "utf8"));
const registry = (file) =>
  JSON.parse(readFileSync(join(folder, "language-subtag-registry/data/json", file), "utf8"));

export const version = cldr("package.json").version;
export const { likelySubtags } = cldr("supplemental/likelySubtags.json").supplemental;
export const matching = cldr("supplemental/languageMatching.json").supplemental.languageMatching["written-new"];
export const { alias } = cldr("supplemental/aliases.json").supplemental.metadata;
export const containment = cldr("supplemental/territoryContainment.json").supplemental.territoryContainment;
export const { territoryInfo } = cldr("supplemental/territoryInfo.json").supplemental;
export const plurals = cldr("supplemental/plurals.json").supplemental["plurals-type-cardinal"];
export const { numberingSystems } = cldr("supplemental/numberingSystems.json").supplemental;
export const availableLocales = cldr("availableLocales.json").availableLocales.full;
export const subtags = registry("registry.json");
export const registryDate = registry("meta.json")["File-Date"];

/// The quotation marks of each locale of CLDR: start and end, and those inside.
export const delimiters = {};
const misc = join(folder, "cldr-misc-full/main");
for (const tag of readdirSync(misc)) {
  const text = readFileSync(join(misc, tag, "delimiters.json"), "utf8");
  delimiters[tag] = JSON.parse(text).main[tag].delimiters;
}

function fetched() {
  const folder = mkdtempSync(join(tmpdir(), "cldr-"));
  for (const [name, version] of Object.entries(PACKAGES)) {
    const options = { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    const archive = execFileSync("npm", ["pack", "--silent", `${name}@${version}`], options).trim();
    mkdirSync(join(folder, name));
    execFileSync("tar", ["xzf", archive, "-C", name, "--strip-components=1"], { cwd: folder });
  }
  return folder;
}

/// The number that `subtags.rs` packs a subtag into; tables are sorted by it.
export function packed(subtag) {
  if (/^[0-9]+$/.test(subtag)) return 1024 + Number(subtag);
  let number = 0;
  for (const letter of subtag.toLowerCase()) number = number * 32 + letter.charCodeAt(0) - 96;
  return number;
}

export function parts(tag) {
  const found = { language: "", script: "", region: "", variants: [] };
  for (const subtag of tag.split(/[-_]/)) {
    if (subtag === "x") break;
    if (/^[a-z]{2,3}$/.test(subtag)) found.language = subtag;
    else if (/^[A-Z][a-z]{3}$/.test(subtag)) found.script = subtag;
    else if (/^([A-Z]{2}|[0-9]{3})$/.test(subtag)) found.region = subtag;
    else found.variants.push(subtag);
  }
  if (found.language === "und") found.language = "";
  return found;
}

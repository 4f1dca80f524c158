"""Decisions of ICU's LocaleMatcher over random lists of preferences.

    pip install icukit-pyicu==78.3.1
    python tools/icu_decisions.py record > tests/spec/icu-decisions.tsv
    python tools/icu_decisions.py variants > tests/spec/icu-variants.tsv
    python tools/icu_decisions.py fresh COUNT [SEED] > decisions.tsv

`record` writes the file that every test run reads; `fresh` writes others of the same kinds, for
`ICU_DECISIONS=decisions.tsv cargo test --test icu fresh -- --ignored --nocapture`.

Each line has the available locales other than en-US and zh-CN, the default locale or `-`, the wanted
locales, and ICU's answer (`-` if nothing matches). A fifth column has the right answer where ICU is
wrong because its matcher does not apply one of CLDR's replacements: ICU's answer after that
replacement (swc, prs, cnr, hbs, sh), or after replacing a region that was split by the part where
the language is spoken (az-SU) instead of the first part.

`variants` writes a table for each of two lists of available locales: a line has the first wanted tag
and a letter for each second one, in the order of the lines: the index of ICU's answer, `a` for the
first, or `-` if nothing matches.
"""

import random
import sys

import icu

SEED, MAX_BYTES = 78, 60_000

# Codes that aliases replace, old regions, and codes that CLDR has no likely subtags for.
LEGACY = """iw in ji jw mo tl sh sr-CS sr-YU no no-NO nb-NO nn zh-Hans-SU az-SU de-DD ru-SU en-BU fr-FX
tlh quh sgn bh bjq scc scr cmn cmn-TW yue-CN zh-yue hak nan wuu gan lzh arb arz pes zsm ekk lvs swh
hbs cnr prs swc nl-AN pt-TP sw-ZR ar-YD""".split()
SCRIPTS = "Latn Cyrl Arab Hans Hant Hani Deva Hebr Grek Jpan Hira Kana Hang Bopo Shaw Mong Beng".split()
REGIONS = """001 002 003 005 009 013 019 021 029 030 142 150 155 419 003 035 057 999 AA QO ZZ US GB CN
TW HK MO SG IN MX AR BR PT AO ES CA PH GU EG MA DZ RU RS ME BA TH UK""".split()
# Half of all lists are for users of Chinese, English and languages with many regions.
COMMON = """zh zh-CN zh-TW zh-HK zh-MO zh-SG zh-MY zh-Hans zh-Hant zh-Hans-CN zh-Hans-HK zh-Hant-CN
zh-Latn zh-Hani yue yue-Hans en en-US en-GB en-AU en-CA en-IN en-NZ en-ZA en-001 en-150 en-PH en-Shaw
es es-ES es-419 es-MX es-AR es-US pt pt-BR pt-PT pt-AO ar ar-EG ar-MA ar-DZ ar-SA fr fr-CA fr-CH de
de-AT de-CH sr sr-Latn sr-Cyrl hr bs ja ko und und-Hans und-GB und-419 und-Latn""".split()


# Lists of two of these tags, each with and without each variant.
WITH_VARIANTS = """en en-US en-GB en-AU zh zh-CN zh-TW zh-HK de de-AT ca sr sr-Latn hr pt-PT pt es-MX fr nb
da""".split()
VARIANTS = "oxendict scouse valencia 1996 ekavsk fonipa".split()
AVAILABLE = ["en-US zh-CN".split(), "en-US zh-CN zh-TW de pt-PT sr-Latn ca es no".split()]

# CLDR's replacements that ICU's matcher does not apply.
REPLACED = {"swc": "sw-CD", "prs": "fa-AF", "cnr": "sr-ME", "hbs": "sr-Latn", "sh": "sr-Latn",
            "az-SU": "az-AZ", "zh-Hans-SU": "zh-Hans-RU"}


def replaced(tag):
    for old, new in REPLACED.items():
        if tag == old or tag.startswith(old + "-"):
            # Keep what the tag itself spells out.
            given = icu.Locale.forLanguageTag(tag)
            locale = icu.Locale.forLanguageTag(new)
            script = given.getScript() or locale.getScript()
            region = locale.getCountry() if tag == old else given.getCountry() or locale.getCountry()
            return "-".join(part for part in (locale.getLanguage(), script, region) if part)
    return tag


def meaning(tag):
    locale = icu.Locale.forLanguageTag(tag)
    locale.addLikelySubtags()
    return locale.getLanguage(), locale.getScript(), locale.getCountry()


def pools():
    all_locales = [tag.replace("_", "-") for tag in sorted(icu.Locale.getAvailableLocales())]
    languages = sorted({tag.split("-")[0] for tag in all_locales})
    return all_locales, languages


ALL, LANGUAGES = pools()


def some_tag(rng, is_common):
    dice = rng.random()
    if is_common and dice < 0.8:
        return rng.choice(COMMON)
    if dice < 0.6:
        return rng.choice(ALL)
    if dice < 0.7:
        return rng.choice(LEGACY)
    tag = rng.choice(LANGUAGES)
    if rng.random() < 0.4:
        tag += "-" + rng.choice(SCRIPTS)
    if rng.random() < 0.6:
        tag += "-" + rng.choice(REGIONS)
    return tag


def decide(available, default, wanted):
    """Returns the index of ICU's answer in `available`, or None if nothing matches."""
    builder = icu.LocaleMatcher.Builder()
    for tag in available:
        builder.addSupportedLocale(icu.Locale.forLanguageTag(tag))
    builder.setNoDefaultLocale() if default is None else builder.setDefaultLocale(
        icu.Locale.forLanguageTag(default)
    )
    matcher = builder.build()
    # Pass the whole list: ICU does not judge its tags one at a time.
    result = matcher.getBestMatchResult([icu.Locale.forLanguageTag(tag) for tag in wanted])
    place = result.getSupportedIndex()
    return place if place >= 0 and result.getDesiredIndex() >= 0 else None


def decision(rng):
    is_common = rng.random() < 0.5
    others = []
    while len(others) < rng.choice([0, 0, 1, 2, 3, 5, 8]):
        tag = some_tag(rng, is_common)
        if tag not in others and tag not in ("en-US", "zh-CN") and not tag.startswith("und"):
            others.append(tag)
    available = ["en-US", "zh-CN"] + others
    default = rng.choice(available) if rng.random() < 0.5 else None
    # Of two locales with the same meaning, ICU takes the first as the default, whichever is given.
    meanings = [meaning(tag) for tag in available]
    if default and meanings.index(meaning(default)) != available.index(default):
        default = None
    wanted = [some_tag(rng, is_common) for _ in range(rng.choice([1, 1, 1, 2, 2, 3, 4, 6, 12]))]
    place = decide(available, default, wanted)
    tags = [replaced(tag) for tag in available], default and replaced(default)
    better = decide(*tags, [replaced(tag) for tag in wanted])
    answer = name(place, available)
    # Keep the answer if language matching has a row for the old code itself: `sh` is near `hr`.
    is_near = answer.split("-")[0] in ("bs", "hr", "scr")
    is_by_old_code = answer == "sh" or "sh" in wanted and is_near
    better = answer if is_by_old_code else name(better, available)
    return [others, default, wanted, answer] + [better] * (better != answer)


def name(place, available):
    return "-" if place is None else available[place]


def write(rng, count, most=None):
    size = 0
    for _ in range(count):
        others, default, wanted, *answers = decision(rng)
        line = "\t".join([",".join(others), default or "-", ",".join(wanted), *answers]) + "\n"
        size += len(line)
        if most is not None and size > most:
            return
        sys.stdout.write(line)


def write_variants():
    tags = []
    for tag in WITH_VARIANTS:
        tags += [tag] + [f"{tag}-{variant}" for variant in VARIANTS]
    for available in AVAILABLE:
        sys.stdout.write("\t" + ",".join(available) + "\n")
        for first in tags:
            places = [decide(available, None, [first, second]) for second in tags]
            answers = ["-" if place is None else chr(ord("a") + place) for place in places]
            sys.stdout.write(first + "\t" + "".join(answers) + "\n")


if sys.argv[1:2] == ["record"]:
    head = f"""# Decisions of the LocaleMatcher of ICU {icu.ICU_VERSION} (CLDR 48), by tools/icu_decisions.py, which describes each line.
"""
    sys.stdout.write(head)
    write(random.Random(SEED), 10**6, MAX_BYTES - len(head))
elif sys.argv[1:2] == ["variants"]:
    sys.stdout.write(f"# Decisions of the LocaleMatcher of ICU {icu.ICU_VERSION}, by tools/icu_decisions.py, which describes the tables.\n")
    write_variants()
elif sys.argv[1:2] == ["fresh"] and len(sys.argv) > 2:
    write(random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else None), int(sys.argv[2]))
else:
    sys.exit(__doc__)

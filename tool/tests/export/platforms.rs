//! The exported texts, read back with each platform's own tools by `test.sh`.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use im_error_l10n::{ErrorType, Localizer};
use serde_json::Value;

use super::Project;

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/export");
/// What translators write, and what one of the formats takes for something else.
const PIECES: &[&str] = &[
    "a",
    "Zz",
    " ",
    "  ",
    "'",
    "''",
    "\"",
    "\\",
    "\\n",
    "\\u0041",
    "@",
    "@string/x",
    "?",
    "?attr/y",
    "%",
    "%d",
    "%%",
    "%1$s",
    "%lld",
    "%@",
    "<",
    "<b>",
    ">",
    "&",
    "&amp;",
    "{",
    "}",
    "{code}",
    "$code",
    "$",
    "#",
    "|",
    "]]>",
    "-->",
    "//",
    "*/",
    "`",
    "${x}",
    "。",
    "好",
    "‘’",
    "é",
    "e\u{301}",
    "שלום",
    "\u{200f}",
    "مرحبا",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{3000}",
    "😀",
    "\u{10ffff}",
    "\u{fffe}",
    "\u{fffd}",
    ",",
    ";",
    "=",
    "[",
    "]",
    "select,",
    "other",
];
/// Fluent's escapes, the last one of half a character.
const ESCAPES: [&str; 8] =
    [r"\u0027", r"\u005C", r"\u0009", r"\u00A0", r"\u2028", r"\u202E", r"\U01F600", r"\uD83D"];
const TAGS: [&str; 6] = ["en-US", "zh-CN", "zh-TW", "sr-Latn", "es-419", "he"];

/// How many generated overlays are compared. The environment variable `EXPORT_SEEDS` asks for more.
fn seeds() -> u64 {
    env::var("EXPORT_SEEDS").map_or(5, |seeds| seeds.parse().unwrap())
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// A pattern that shows some pieces, and perhaps the code.
    fn pattern(&mut self, with_code: bool) -> String {
        let mut pattern = String::new();
        for _ in 0..=self.below(8) {
            if with_code && self.below(3) == 0 {
                pattern.push_str("{ $code }");
            }
            let piece = PIECES[self.below(PIECES.len())].replace('\\', "\\\\").replace('"', "\\\"");
            let _ = write!(pattern, "{{ \"{piece}\" }}");
            if self.below(6) == 0 {
                let _ = write!(pattern, "{{ \"{}\" }}", ESCAPES[self.below(ESCAPES.len())]);
            }
        }
        pattern + "."
    }
}

/// Messages for some codes in some locales, and always one for unknown codes.
fn overlay(seed: u64) -> Vec<(&'static str, String)> {
    let mut random = Random(seed);
    let locale = |tag: &'static str| {
        let mut text = String::new();
        for error in ErrorType::ALL {
            if random.below(3) > 0 {
                let _ = writeln!(text, "# \u{1} {}", random.pattern(false));
                let _ = writeln!(text, "{} = {}", error.message_id(), random.pattern(false));
                if random.below(2) == 0 {
                    let _ = writeln!(text, "    .suggestion = {}", random.pattern(false));
                }
            }
        }
        let _ = writeln!(
            text,
            "error-unknown = {}\n    .suggestion = {}",
            random.pattern(true),
            random.pattern(true)
        );
        (tag, text)
    };
    TAGS.map(locale).into()
}

fn codes() -> Vec<i32> {
    ErrorType::ALL.iter().map(|error| error.code()).chain([99_999, -7]).collect()
}

type Answers = BTreeMap<String, BTreeMap<String, (String, Option<String>)>>;

/// What the library says, with the locales as a platform names them.
fn expected(localizer: &Localizer, name: impl Fn(&str) -> String) -> Answers {
    let answers = |tag: &str| {
        let chain = localizer.negotiate([tag]);
        let answer = |code: i32| {
            let message = chain.message(code);
            (code.to_string(), (message.text().to_owned(), message.suggestion().map(str::to_owned)))
        };
        codes().into_iter().map(answer).collect()
    };
    localizer.locales().map(|tag| (name(tag), answers(tag))).collect()
}

fn output(command: &mut Command) -> Vec<u8> {
    let output = command.current_dir(HERE).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Exports the embedded messages and generated ones, reads them back, and compares.
fn compare(
    format: &str,
    name: impl Fn(&str) -> String,
    read: impl Fn(&Project, &[String]) -> Vec<u8>,
) {
    let codes: Vec<String> = codes().iter().map(i32::to_string).collect();
    let mut long = overlay(0);
    long[1].1 = format!("error-success = {}{{ \"'<@%\" }}\n", "界😀".repeat(3600));
    let overlays = [Vec::new()].into_iter().chain((1..=seeds()).map(overlay)).chain([long]);
    for (seed, overlay) in overlays.enumerate() {
        let overlay: Vec<(&str, &str)> =
            overlay.iter().map(|(tag, text)| (*tag, &**text)).collect();
        let project = Project::new(&overlay);
        let mut builder = Localizer::builder();
        for (tag, text) in &overlay {
            builder = builder.ftl(tag, *text);
        }
        let localizer = builder.build().unwrap();
        assert!(localizer.findings().is_empty(), "{:?}", localizer.findings());
        assert_eq!(project.export(format, &[]).1, 0, "{format}, {seed}");
        let found = read(&project, &codes);
        let found: Answers = serde_json::from_slice(&found).unwrap();
        for (locale, expected) in expected(&localizer, &name) {
            for (code, expected) in expected {
                assert_eq!(found[&locale][&code], expected, "{format}, {seed}, {locale}, {code}");
            }
        }
    }
}

fn node(format: &str) -> impl Fn(&Project, &[String]) -> Vec<u8> {
    move |project, codes| {
        output(Command::new("node").args(["read.mjs", format]).arg(project.path("out")).args(codes))
    }
}

#[test]
#[ignore = "needs aapt2 and javac; run by test.sh"]
fn android_shows_what_the_library_does() {
    let name = |tag: &str| match tag {
        "en-US" => "default".to_owned(),
        "he" => "iw".to_owned(),
        other => other.to_owned(),
    };
    compare("android", name, |project, codes| {
        output(Command::new("bash").arg("android/read.sh").arg(project.path("out")).args(codes))
    });
}

#[test]
#[ignore = "needs Node; run by test.sh"]
fn flutter_shows_what_the_library_does() {
    let name = |tag: &str| if tag == "en-US" { "en".to_owned() } else { tag.replace('-', "_") };
    compare("flutter", name, node("flutter"));
}

#[test]
#[ignore = "needs Node; run by test.sh"]
fn harmony_shows_what_the_library_does() {
    let name = |tag: &str| if tag == "en-US" { "base".to_owned() } else { tag.replace('-', "_") };
    compare("harmony", name, node("harmony"));
}

#[test]
#[ignore = "needs a parser from PyPI; run by test.sh"]
fn apple_shows_what_the_library_does() {
    let name = |tag: &str| match tag {
        "en-US" => "en".to_owned(),
        "zh-CN" => "zh-Hans".to_owned(),
        "zh-TW" => "zh-Hant".to_owned(),
        other => other.to_owned(),
    };
    let python = env::var("PYTHON").unwrap_or("python3".to_owned());
    compare("apple", name, |project, codes| {
        output(Command::new(&python).arg("apple.py").arg(project.path("out")).args(codes))
    });
}

/// Compiles the exported module.
fn compile(project: &Project) {
    let flags = "--strict --isolatedModules --verbatimModuleSyntax --noUncheckedIndexedAccess --noUnusedLocals \
                 --exactOptionalPropertyTypes --target es2022 --module esnext --lib es2022";
    output(
        Command::new("node")
            .arg("node_modules/typescript/bin/tsc")
            .args(flags.split_whitespace())
            .arg(project.path("out/im-errors.ts")),
    );
    fs::write(project.path("out/package.json"), "{ \"type\": \"module\" }").unwrap();
}

#[test]
#[ignore = "needs Node; run by test.sh"]
fn typescript_shows_what_the_library_does() {
    compare("typescript", str::to_owned, |project, codes| {
        compile(project);
        node("typescript")(project, codes)
    });
}

/// Each recorded list of ICU's decisions, for several sets of locales.
#[test]
#[ignore = "needs Node; run by test.sh"]
fn typescript_picks_the_locale_that_the_library_picks() {
    let decisions = include_str!("../../../tests/spec/icu-decisions.tsv");
    let rows = decisions.lines().filter(|line| !line.starts_with('#'));
    let mut lists: Vec<Vec<&str>> =
        rows.map(|row| row.split('\t').nth(2).unwrap().split(',').collect()).collect();
    let tags = "zh-HK zh_TW.UTF-8 zh-rTW b+zh+Hans+CN zh_CN_#Hans zh-CHS zh-CHT zh-cmn-Hans-CN cmn-Hant en-GB-oed \
                zh-CN-u-nu-latn C POSIX * und und-TW und-Hant-US und-999 en-UK tlh _CN";
    lists.extend(tags.split_whitespace().map(|tag| vec![tag]));
    lists.push(vec![]);
    let sets: [&[&str]; 6] = [
        &[],
        &["zh-TW"],
        &["zh-TW", "zh-HK", "en-GB"],
        &["fr", "de", "ja", "ko", "es-ES", "es-419", "pt-BR", "pt-PT", "ru", "ar"],
        &["en-GB", "en-AU", "en-IN", "sr-Latn", "sr-Cyrl", "hr", "nb", "uk"],
        &["yue-Hans", "zh-MO", "zh-SG", "de-AT", "de-CH", "ar-MA", "ar-EG", "es-US", "pt-AO"],
    ];
    for set in sets {
        let text = "error-success = ok\nerror-unknown = { $code }\n";
        // Of equally near locales the first wins, and folders are read in this order.
        let mut overlay: Vec<(&str, &str)> = set.iter().map(|tag| (*tag, text)).collect();
        overlay.sort_unstable();
        let project = Project::new(&overlay);
        assert_eq!(project.export("typescript", &[]).1, 0);
        compile(&project);
        let file = project.path("lists.json");
        fs::write(&file, serde_json::to_string(&lists).unwrap()).unwrap();
        let found = output(
            Command::new("node").args(["read.mjs", "languages"]).arg(project.path("out")).arg(file),
        );
        let found: Value = serde_json::from_slice(&found).unwrap();
        let mut builder = Localizer::builder();
        for (tag, text) in overlay {
            builder = builder.ftl(tag, text);
        }
        let localizer = builder.build().unwrap();
        let mut differences = Vec::new();
        for (list, found) in lists.iter().zip(found.as_array().unwrap()) {
            let chain = localizer.negotiate(list);
            let expected = [0, 56, 99_999].map(|code| chain.message(code).locale().to_owned());
            if *found != Value::from(expected.to_vec()) {
                differences.push(format!("{list:?}: {found}, not {expected:?}"));
            }
        }
        assert!(
            differences.is_empty(),
            "{set:?}: {} differences\n{}",
            differences.len(),
            differences.join("\n")
        );
    }
}

#[test]
#[ignore = "needs Node and brotli; run by test.sh"]
fn the_typescript_module_is_small() {
    let project = Project::new(&[]);
    assert_eq!(project.export("typescript", &[]).1, 0);
    compile(&project);
    let packed = output(
        Command::new("brotli").args(["-c", "-q", "11"]).arg(project.path("out/im-errors.js")),
    );
    assert!(packed.len() <= 8192, "{} bytes", packed.len());
}

"""Makes each seeded mistake in a folder of its own, and runs three linters on it."""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys

tool, programs, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
tool = str(pathlib.Path(tool).resolve())
programs = programs.resolve()
here = pathlib.Path(__file__).parent

TOML = """basepath = "."
locales = [LOCALES]
[[paths]]
  reference = "en-US/**"
  l10n = "{locale}/**"
"""
CONFIG = """
CO01:
  enabled: false
SY01:
  enabled: true
TE01:
  enabled: true
"""


def run(*arguments):
    done = subprocess.run(arguments, cwd=work, capture_output=True, text=True, errors="replace")
    return done.stdout + done.stderr


def fresh(mistake):
    """Copies English, Chinese, and the locale of the mistake's file, unless the tool makes that one."""
    shutil.rmtree(work, ignore_errors=True)
    made = {mistake.get("base"), mistake.get("new")} - {None}
    for tag in {"en-US", "zh-CN", mistake.get("file", "zh-CN/").split("/")[0]} - made:
        if (here / "locales" / tag).is_dir():
            shutil.copytree(here / "locales" / tag, work / "locales" / tag)
    tags = sorted(made | {path.name for path in (work / "locales").iterdir()} - {"en-US"})
    toml = TOML.replace("LOCALES", ", ".join(f'"{tag}"' for tag in tags))
    (work / "locales" / "l10n.toml").write_text(toml)
    (work / "config.yml").write_text("{}\n")


def make(mistake):
    locales = work / "locales"
    for key in ("base", "new"):
        if key in mistake:
            run(tool, "new-locale", mistake[key])
    path = locales / mistake.get("file", "zh-CN/errors.ftl")
    if "copy" in mistake:
        source, target = (locales / name for name in mistake["copy"])
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    if "move" in mistake:
        (locales / mistake["move"][0]).rename(locales / mistake["move"][1])
    if "write" in mistake:
        (locales / mistake["write"][0]).write_text(mistake["write"][1])
    if "mkdir" in mistake:
        (locales / mistake["mkdir"]).mkdir()
    if "link" in mistake:
        (locales / mistake["link"]).symlink_to("nowhere")
    if "encode" in mistake:
        text = path.read_text(encoding="utf-8")
        codec = {"gbk": "gb18030", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}[mistake["encode"]]
        mark = "" if codec == "gb18030" else "\ufeff"
        path.write_bytes((mark + text).encode(codec))
    if "pad" in mistake:
        pad = mistake["pad"]
        path.write_text(path.read_text() + pad * ((1 << 20) // len(pad.encode()) + 1))
    if "from" in mistake:
        to = re.sub("[⟦⟧]", "", mistake["to"])
        if "expand" in mistake:
            mark, opening, count = mistake["expand"]
            to = to.replace(mark, opening * count + "1" + "}" * count)
        text = path.read_bytes().decode().replace(mistake["from"], to, 1)
        if "drop" in mistake:
            before, after = text.rsplit(mistake["drop"], 1)
            text = before + after
        path.write_bytes(text.encode())


def details(text):
    """Returns the output of compare-locales, without statistics and the paths in its stack traces."""
    lines = []
    for line in text.splitlines():
        if re.match(r"^\s*(ERROR|WARNING|.*\bDUPLICATE|[+-]|//)", line) or "rror" in line:
            lines.append(line.strip())
    return lines


def ours():
    text = run(tool, "check", "--format", "json")
    findings = json.loads(text) if text.startswith("[") else [{"rule": "failed", "message": text}]
    return [{key: finding.get(key) for key in ("rule", "path", "message")} for finding in findings]


def compare_locales():
    locales = str(work / "locales")
    text = run(str(programs / "compare-locales"), "--return-zero", f"{locales}/l10n.toml", locales)
    text += run(str(programs / "moz-l10n-lint"), f"{locales}/l10n.toml")
    return details(text)


def fluent_linter():
    text = run(str(programs / "moz-fluent-lint"), "--config", str(work / "config.yml"), str(work / "locales"))
    return [line for line in text.splitlines() if "/" in line or "rror" in line]


LINTERS = {"im-error-l10n": ours, "compare-locales": compare_locales, "moz-fluent-linter": fluent_linter}
mistakes = [json.loads(line) for line in (here / "mistakes.jsonl").read_text().splitlines()]
found = collections.Counter()
by_rule = collections.defaultdict(collections.Counter)
findings = advised = 0
known = {}
for mistake in mistakes:
    fresh(mistake)
    start = (mistake.get("base"), mistake.get("new"), mistake.get("file", "zh-CN/").split("/")[0])
    if start not in known:
        if "base" in mistake:
            run(tool, "new-locale", mistake["base"])
        known[start] = {name: linter() for name, linter in LINTERS.items()}
        fresh(mistake)
    before = known[start]
    make(mistake)
    by_rule[mistake["rule"]]["all"] += 1
    for name, linter in LINTERS.items():
        new = [line for line in linter() if line not in before[name]]
        if name == "im-error-l10n":
            quiet = mistake.get("quiet", [])
            new = [finding for finding in new if finding["rule"] not in quiet]
            findings += len(new)
            new = [finding for finding in new if finding["rule"] == mistake["rule"]]
            words = "write|remove|did you mean|expected|rename|move|add|save|keep|run|join|translate|shorten|" \
                "make|close|mark|say|fix|split|nest|define|put|update|index|\\binstead"
            advised += any(re.search(words, finding["message"]) for finding in new)
        found[name] += bool(new)
        by_rule[mistake["rule"]][name] += bool(new)
print(f"{'rule':22}{'mistakes':>9}" + "".join(f"{name:>19}" for name in LINTERS))
for rule, counts in by_rule.items():
    print(f"{rule:22}{counts['all']:9}" + "".join(f"{counts[name]:19}" for name in LINTERS))
print(f"{'all':22}{len(mistakes):9}" + "".join(f"{found[name]:19}" for name in LINTERS))
print(f"findings per mistake: {findings / len(mistakes):.2f}; with advice: {advised} of {len(mistakes)}")

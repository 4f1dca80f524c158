#!/usr/bin/env python3
"""Writes what the peers need into peers/generated; their users write these files by hand."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "benches/peers/generated"
WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def texts(locale):
    source = (ROOT / f"locales/{locale}/errors.ftl").read_text("utf-8")
    found = dict(re.findall(r"^(-?[a-z][\w-]*) = (.*)", source, re.M))
    plugin = found.pop("-multimedia-plugin", "")
    return {id: text.replace("{ -multimedia-plugin }", plugin) for id, text in found.items()}


def function(doc, name, arms):
    arms = "".join(f'        {code} => "{text}",\n' for code, text in arms)
    head = f"/// {doc}\n#[inline(always)]\npub fn {name}(code: i32) -> &'static str {{\n"
    return f'{head}    match code {{\n{arms}        _ => "error-unknown",\n    }}\n}}\n'


rows = [line.split(" ") for line in (ROOT / "tests/codes.txt").read_text().splitlines()]
ids = [(code, "error-" + WORD.sub("-", name).lower()) for code, name, *_ in rows]
chinese = texts("zh-CN")
codes = function("The id of the message of a code.", "id", ids)
codes += function("The least work: a text.", "literal", [(code, chinese[id]) for code, id in ids])
files = {"codes.rs": codes}
for locale in ["en-US", "zh-CN"]:
    messages = {id: text.replace("{ $code }", "%{code}") for id, text in texts(locale).items()}
    files[f"rust-i18n/{locale}.json"] = json.dumps({"_version": 1, **messages}, ensure_ascii=False)
(GENERATED / "rust-i18n").mkdir(parents=True, exist_ok=True)
for name, text in files.items():
    path = GENERATED / name
    if not path.exists() or path.read_text("utf-8") != text:  # a new time would rebuild all
        path.write_text(text, "utf-8")

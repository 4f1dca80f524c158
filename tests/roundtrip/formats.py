"""Reads and writes our files with fluent.syntax, translate-toolkit (which Weblate uses) and moz.l10n, and
compares `fmt` with fluent.syntax over generated ones."""

import difflib
import itertools
import pathlib
import subprocess
import sys

from fluent.syntax import ast, parse, serialize
from moz.l10n.resource import parse_resource, serialize_resource
from translate.storage.fluent import FluentFile

tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def read(path):
    return path.read_text(encoding="utf-8", newline="") if sys.version_info >= (3, 13) \
        else path.read_bytes().decode("utf-8")


def changed_lines(before, after):
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and not line.startswith(("+++", "---"))]


def round_trip(path):
    text = read(path)
    assert serialize(parse(text)) == text, f"{path} is not as fluent.syntax writes it"
    messages = [entry for entry in parse(text).body if isinstance(entry, ast.Message)]
    for number in range(len(messages)):
        resource = parse(text)
        message = [entry for entry in resource.body if isinstance(entry, ast.Message)][number]
        message.value = ast.Pattern([ast.TextElement("A new text.")])
        lines = changed_lines(text, serialize(resource))
        assert len(lines) == 2, f"{path}: {message.id.name}: {lines}"
    return len(messages)


def other_writers(path):
    """Reads and writes a file with what platforms use, and compares the bytes."""
    text = path.read_bytes()
    assert bytes(FluentFile.parsestring(text)) == text, f"{path} is not as translate-toolkit writes it"
    written = "".join(serialize_resource(parse_resource(str(path)))).encode()
    assert written == text, f"{path} is not as moz.l10n writes it"


# Untidy parts that make up a file, already in the order of the codes.
PARTS = [
    ["", "### About the file\n", "###\n### Two\n\n"],
    ["", "-brand={\"x\"}\n", "# A term\n-brand   =   Brand {  $case  }\n    .gender=m\n"],
    ["", "## Group\n", "##\n\n", "# Alone\n\n\n", "# One\n\n# Two\n\n"],
    ["error-success=a\n", "# Why\nerror-success =\n  a\n\n  b\n   c\n", "error-success = {$code}\n"],
    ["error-invalid-token = {$code->\n [one] a\n *[other] b {-brand(case:\"x\")}\n}\n    .suggestion=c\n",
     "error-invalid-token = a{ {\"{\"} }b{1}{F($x,y:1)}\n", "error-invalid-token = x {$a ->\n *[b] c\n} y\n"],
    ["", "# The end", "## The end\n"],
]


def formats():
    count = 0
    folder_of_one = folder / "one" / "en-US"
    folder_of_one.mkdir(parents=True, exist_ok=True)
    path = folder_of_one / "errors.ftl"
    for parts in itertools.product(*PARTS):
        text = "".join(parts)
        if any(isinstance(entry, ast.Junk) for entry in parse(text).body):
            continue
        path.write_bytes(text.encode())
        done = subprocess.run([tool, "fmt", "--dir", str(folder / "one")], capture_output=True, text=True)
        assert done.returncode == 0, f"{text!r}: {done.stdout}{done.stderr}"
        assert read(path) == serialize(parse(text)), f"{text!r}:\n{read(path)!r}\n{serialize(parse(text))!r}"
        count += 1
    return count


def said(text):
    """All that a file says, whatever the order, and without white space at the ends of comments' lines."""
    entries = []
    for entry in parse(text, with_spans=False).body:
        is_comment = isinstance(entry, ast.BaseComment)
        comment = entry if is_comment else getattr(entry, "comment", None)
        if comment is not None:
            comment.content = "\n".join(line.rstrip() for line in comment.content.split("\n"))
        if not isinstance(entry, ast.Junk) and not (is_comment and not entry.content):
            entries.append(str(entry.to_json()))
    return sorted(entries)


def same_readings(inputs):
    """Formats the files of a folder, and compares what fluent.syntax reads before and after."""
    same = refused = 0
    path = folder / "one" / "en-US" / "errors.ftl"
    for name in sorted(inputs.iterdir()):
        text = name.read_bytes().decode("utf-8", "ignore").removeprefix("\ufeff")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        path.write_bytes(text.encode())
        done = subprocess.run([tool, "fmt", "--dir", str(folder / "one")], capture_output=True, text=True)
        if done.returncode == 0:
            assert said(read(path)) == said(text), f"{name}:\n{text!r}\n{read(path)!r}"
            same += 1
        else:
            assert done.returncode == 1 and read(path) == text, f"{name}: {done.stdout}{done.stderr}"
            refused += 1
    return f"{same} files of {inputs.name} have the same content after `fmt` (fluent.syntax); {refused} were refused"


paths = sorted((folder / "locales").glob("*/errors.ftl"))
for path in paths:
    other_writers(path)
    print(f"{path.parent.name}: {round_trip(path)} texts changed, one line each (fluent.syntax); same bytes (translate-toolkit, moz.l10n)")
print(f"{formats()} untidy files written as fluent.syntax writes them")
if len(sys.argv) > 3:
    print(same_readings(pathlib.Path(sys.argv[3])))

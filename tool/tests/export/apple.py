"""Prints the answers of a string catalog as JSON, as a parser of such catalogs reads it:
python apple.py FOLDER CODE...
"""

import json
import pathlib
import re
import sys

from xcstrings_tool.core.models import ExtractionState
from xcstrings_tool.core.parser import Parser

folder, *codes = sys.argv[1:]
path = pathlib.Path(folder, "ImErrors.xcstrings")
catalog, entries = Parser.parse_file(path)
strings = {entry.key: entry for entry in entries}
# The parser leaves out what it cannot read.
assert strings.keys() == catalog.strings.keys() and catalog.version == "1.0"
assert all(entry.extraction_state == ExtractionState.MANUAL for entry in entries)
languages = strings["unknown"].localizations.keys()
assert catalog.source_language in languages
# Every key in every language, or the key would be shown.
assert all(entry.localizations.keys() == languages for entry in entries)


def value(key, language):
    return strings[key].localizations[language].string_unit.value if key in strings else None


def text(code, what, language):
    if code in strings:
        return value(code + what, language) or None
    unknown = value("unknown" + what, language)
    # As `String(format:)` does it.
    return re.sub("%%|%lld", lambda found: "%" if found[0] == "%%" else code, unknown) if unknown else None


answers = {
    language: {code: [text(code, "", language), text(code, ".suggestion", language)] for code in codes}
    for language in languages
}
print(json.dumps(answers))

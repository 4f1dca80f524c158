"""Usage: new_language.py LOCALES. Adds complete French and Arabic, and changes every English text and
every suggestion. The Chinese values are fixed by the specification."""

import re
import sys
from pathlib import Path

from fluent.syntax import ast, parse, serialize

# The words of a message, of a suggestion, and CLDR's plural categories.
LANGUAGES = {
    "fr": ("Texte de l’erreur", "Conseil", ["one", "many", "other"]),
    "ar": ("نص الخطأ", "نصيحة", ["zero", "one", "two", "few", "many", "other"]),
}


def text(words):
    return ast.Pattern([ast.TextElement(words)])


def translated(pattern, words):
    """The words, then the numbers and placeables of the English."""
    elements = [ast.TextElement(words)]
    for element in pattern.elements:
        if isinstance(element, ast.Placeable):
            elements += [ast.TextElement(" "), element]
        else:
            elements += [ast.TextElement(" " + number) for number in re.findall(r"\d+", element.value)]
    return ast.Pattern(elements)


def plural(words, categories):
    """A text that selects by the code."""
    variants = [
        ast.Variant(ast.Identifier(category), text(f"{words} {category_words}"), category == "other")
        for category, category_words in zip(categories, "123456")
    ]
    selector = ast.VariableReference(ast.Identifier("code"))
    return ast.Pattern([ast.Placeable(ast.SelectExpression(selector, variants))])


def translate(english, words, hint, categories):
    entries = []
    for number, entry in enumerate(english.body):
        if isinstance(entry, ast.Term):
            entries.append(ast.Term(entry.id, entry.value))
        elif isinstance(entry, ast.Message):
            if entry.id.name in ("error-success", "error-traffic-blocked"):
                value = plural(words, categories)
            else:
                value = translated(entry.value, words)
            attributes = [
                ast.Attribute(attribute.id, translated(attribute.value, hint))
                for attribute in entry.attributes
            ]
            entries.append(ast.Message(entry.id, value, attributes))
    return ast.Resource(entries)


def amend(pattern, words):
    pattern.elements.insert(0, ast.TextElement(words))


def main(locales):
    source = (locales / "en-US/errors.ftl").read_text("utf-8")
    for tag, (words, hint, categories) in LANGUAGES.items():
        resource = translate(parse(source), words, hint, categories)
        folder = locales / tag
        folder.mkdir()
        (folder / "errors.ftl").write_text(serialize(resource), "utf-8", newline="\n")

    for tag, words in (("en-US", "Amended: "), ("zh-CN", "已修改：")):
        path = locales / tag / "errors.ftl"
        resource = parse(path.read_text("utf-8"))
        for entry in resource.body:
            if not isinstance(entry, ast.Message):
                continue
            if tag == "en-US":
                amend(entry.value, words)
            for attribute in entry.attributes:
                amend(attribute.value, words)
        path.write_text(serialize(resource), "utf-8", newline="\n")


main(Path(sys.argv[1]))

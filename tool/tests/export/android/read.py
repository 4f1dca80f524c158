"""Reads Android's resources back, as aapt2 compiled them: python android.py APK R.java OUT

Writes a file for each locale, with a line for each string: its number and its text, in Base64.
"""

import base64
import pathlib
import re
import struct
import sys
import zipfile


def pool(data, offset):
    """The strings of a pool (ResStringPool_header)."""
    _, header, size, count, _, flags, start, _ = struct.unpack_from("<HHIIIIII", data, offset)
    strings = []
    for index in range(count):
        (at,) = struct.unpack_from("<I", data, offset + header + 4 * index)
        at += offset + start
        if flags & 0x100:
            for _ in range(2):  # the lengths in UTF-16 and in UTF-8
                length = data[at]
                at += 1
                if length & 0x80:
                    length = (length & 0x7F) << 8 | data[at]
                    at += 1
            # Modified UTF-8: surrogates are encoded one by one.
            text = data[at : at + length].decode("utf-8", "surrogatepass")
            strings.append(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le"))
        else:
            (length,) = struct.unpack_from("<H", data, at)
            at += 2
            if length & 0x8000:
                length = (length & 0x7FFF) << 16 | struct.unpack_from("<H", data, at)[0]
                at += 2
            strings.append(data[at : at + 2 * length].decode("utf-16-le"))
    return strings, size


def letters(packed, base):
    """A language or a region: two letters, or three in fifteen bits."""
    if packed[0] & 0x80:
        value = packed[0] << 8 | packed[1]
        return "".join(chr((value >> shift & 0x1F) + base) for shift in (0, 5, 10))
    return packed.rstrip(b"\0").decode()


def locale(config):
    (size,) = struct.unpack_from("<I", config)
    language, region = letters(config[8:10], ord("a")), letters(config[10:12], ord("0"))
    script = config[36:40].rstrip(b"\0").decode() if size >= 40 else ""
    return "-".join(part for part in (language, script, region) if part) or "default"


def resources(data):
    """All strings, by locale and by number."""
    texts, size = pool(data, 12)
    found = {}
    package = 12 + size
    (package_header,) = struct.unpack_from("<H", data, package + 2)
    (package_id,) = struct.unpack_from("<I", data, package + 8)
    at = package + package_header
    while at < len(data):
        kind, header, size = struct.unpack_from("<HHI", data, at)
        if kind == 0x0201:  # RES_TABLE_TYPE_TYPE
            type_id, flags, _, count, start = struct.unpack_from("<BBHII", data, at + 8)
            assert flags == 0, "sparse entries"
            of_locale = found.setdefault(locale(data[at + 20 : at + header]), {})
            for index in range(count):
                (offset,) = struct.unpack_from("<I", data, at + header + 4 * index)
                if offset == 0xFFFFFFFF:
                    continue
                value = at + start + offset + 8
                kind_of_value, text = struct.unpack_from("<xxxBI", data, value)
                assert kind_of_value == 3, "not a string"
                of_locale[package_id << 24 | type_id << 16 | index] = texts[text]
        at += size
    return found


def main(apk, out):
    out = pathlib.Path(out)
    with zipfile.ZipFile(apk) as archive:
        found = resources(archive.read("resources.arsc"))
    for tag, strings in found.items():
        # A string that a locale does not have is the default's.
        strings = found["default"] | strings
        lines = [f"{number} {base64.b64encode(text.encode()).decode()}\n" for number, text in strings.items()]
        (out / f"{tag}.txt").write_text("".join(lines))


main(*sys.argv[1:])

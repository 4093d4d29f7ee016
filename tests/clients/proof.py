"""Takes the proof out of files of one picture, by the formats alone.

Usage: proof.py FILE [FILE ...] — PNG, SVG, or the file that a PDF or ZIP has with it
Prints a JSON value a line for each: the proof, its names sorted.
"""
import json
import sys
import zlib
from xml.etree import ElementTree


def chunks(png):
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at:at + 4], "big")
        yield png[at + 4:at + 8], png[at + 8:at + 8 + length]
        at += length + 12


def proof_of_png(png):
    for kind, data in chunks(png):
        if kind != b"iTXt":
            continue
        keyword, rest = data.split(b"\0", 1)
        if keyword == b"Rocade":
            is_compressed, text = rest[0], rest[2:].split(b"\0", 2)[2]
            return zlib.decompress(text) if is_compressed else text
    raise ValueError("the PNG has no proof")


def proof_of_svg(svg):
    for element in ElementTree.fromstring(svg).iter():
        if element.tag.startswith("{urn:rocade:proof:1:}") and (element.text or "").startswith("{"):
            return element.text
    raise ValueError("the SVG has no proof")


for name in sys.argv[1:]:
    with open(name, "rb") as file:
        content = file.read()
    if content.startswith(b"\x89PNG"):
        content = proof_of_png(content)
    elif content.lstrip().startswith(b"<"):
        content = proof_of_svg(content)
    print(json.dumps(json.loads(content), sort_keys=True, ensure_ascii=False))

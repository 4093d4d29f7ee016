"""Keeps a copy of a dataset by what /api/changes tells, and compares it with what the API has, by HTTP alone.

Usage: mirror.py API [API ...]
The copy is begun anew at the first API, of an earlier version perhaps, and followed up at each of the others. Prints a JSON
value a line for each: how many pages were read, what was told as gone, and where the copy differs from the collections.
"""
import json
import sys
from urllib.request import Request, urlopen


def read(address):
    with urlopen(Request(address, headers={"Accept": "application/json"}), timeout=60) as answer:
        return json.load(answer)


def linked(document, rel):
    return next((link["href"] for link in document["links"] if link["rel"] == rel), None)


def collections(api):
    """Every feature of every collection, by collection and id."""
    found = {}
    for collection in read(f"{api}/collections")["collections"]:
        address = f"{api}/collections/{collection['id']}/items?limit=100"
        while address:
            page = read(address)
            for feature in page["features"]:
                found[(collection["id"], feature["id"])] = feature
            address = linked(page, "next")
    return found


copy, since = {}, 0
for api in sys.argv[1:]:
    gone, pages = [], 0
    address = f"{api}/changes?since={since}&limit=50"
    while address:
        page = read(address)
        pages += 1
        for item in page["items"]:
            key = (item["collection"], item["id"])
            if item["feature"] is None:
                copy.pop(key, None)
                gone.append({"record": "/".join(key), "reason": item.get("reason")})
            else:
                copy[key] = item["feature"]
        since = page["through"]
        address = linked(page, "next")
    there = collections(api)
    differing = ["/".join(key) for key in sorted({*copy, *there}) if copy.get(key) != there.get(key)]
    print(json.dumps({"pages": pages, "records": len(copy), "gone": gone, "differing": differing}))

"""Prints what OWSLib reads from an API, as JSON, one value a line: first the service, then each collection.

Usage: owslib-features.py API_URL DATE W S E N
"""
import json
import sys

from owslib.ogcapi.features import Features

address, date, *box = sys.argv[1:]
service = Features(address)
print(json.dumps({
    "title": service.links and [link["rel"] for link in service.links],
    "conformance": service.conformance()["conformsTo"],
    "collections": [one["id"] for one in service.collections()["collections"]],
    "feature_collections": service.feature_collections(),
    "paths": len(service.api()["paths"]),
}))
for name in service.feature_collections():
    asked = service.collection_items(name, datetime=date, bbox=[float(side) for side in box], limit=1000)
    everything = service.collection_items(name, limit=1000)
    first = everything["features"][0]
    print(json.dumps({
        "id": name,
        "title": service.collection(name)["title"],
        "queryables": sorted(service.collection_queryables(name)["properties"]),
        "asked": [feature["id"] for feature in asked["features"]],
        "all": everything["features"],
        "one": service.collection_item(name, first["id"]),
    }))

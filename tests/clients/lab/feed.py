"""Prints what feedparser reads from a feed, as JSON, one value a line: first the feed, then each entry.

Usage: feed.py FEED_URL
"""
import json
import sys

import feedparser

read = feedparser.parse(sys.argv[1])
print(json.dumps({
    "version": read.version,
    "bozo": bool(read.bozo),
    "title": read.feed.title,
    "id": read.feed.id,
    "updated": read.feed.updated_parsed[:6],
    "links": {link.rel: link.href for link in read.feed.links},
}))
for entry in read.entries:
    print(json.dumps({
        "id": entry.id,
        "title": entry.title,
        "updated": entry.updated,
        "summary": entry.summary,
        "links": {link.rel: link.href for link in entry.links},
    }))

"""Prints positions in another CRS, as one JSON list. Axes are in the order of each CRS's authority.

Usage: transform-positions.py FROM_URI TO_URI FILE    (FILE: a JSON list of pairs of numbers)
"""
import json
import sys

from osgeo import osr

osr.UseExceptions()


def crs(uri):
    reference = osr.SpatialReference()
    reference.SetFromUserInput(uri)
    reference.SetAxisMappingStrategy(osr.OAMS_AUTHORITY_COMPLIANT)
    return reference


source, target, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    positions = json.load(file)
transformation = osr.CoordinateTransformation(crs(source), crs(target))
print(json.dumps([transformation.TransformPoint(x, y)[:2] for x, y in positions]))

"""Prints what QGIS reads from layers, as JSON, one layer a line.

Usage: qgis-layers.py QUESTION_FILE
The file holds a JSON list; each question has `provider` (OAPIF or ogr), `source`, and may have `subset` (a subset string) and
`box` (west, south, east, north). Days are written as ISO 8601; a list that QGIS has is a list.
"""
import json
import sys

from qgis.core import NULL, QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()


def plain(value):
    if value is None or value == NULL:
        return None
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.ISODate)
    return value


def read(question):
    layer = QgsVectorLayer(question["source"], "layer", question["provider"])
    if not layer.isValid():
        return {"valid": False, "error": layer.error().summary()}
    if "subset" in question and not layer.setSubsetString(question["subset"]):
        return {"valid": False, "error": "the subset string was refused"}
    request = QgsFeatureRequest()
    if "box" in question:
        request.setFilterRect(QgsRectangle(*question["box"]))
    names = [field.name() for field in layer.fields()]
    features = [
        {
            "properties": dict(zip(names, map(plain, feature.attributes()))),
            "geometry": json.loads(feature.geometry().asJson(17)) if feature.hasGeometry() else None,
        }
        for feature in layer.getFeatures(request)
    ]
    return {
        "valid": True,
        "count": layer.featureCount(),
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "sublayers": [part.split("!!::!!")[1:4] for part in layer.dataProvider().subLayers()],
        "crs": layer.crs().authid(),
        "types": {field.name(): field.typeName() for field in layer.fields()},
        "features": features,
    }


with open(sys.argv[1], encoding="utf-8") as file:
    questions = json.load(file)
for question in questions:
    print(json.dumps(read(question)), flush=True)
application.exitQgis()

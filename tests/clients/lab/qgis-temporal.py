"""The Temporal Controller of QGIS, as a reader sets it up: which features it shows in each frame.

    qgis-temporal.py API COLLECTION FIRST_DAY LAST_DAY START_EXPRESSION END_EXPRESSION

Prints one line of JSON a frame of one day: the day, and the ids of the features. Then subsets, one a line, if any follow.
"""

import json
import os
import sys

from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsInterval,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
    QgsVectorLayerTemporalProperties,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

api, collection, first, last, start, end, *subsets = sys.argv[1:]

application = QgsApplication([], False)
application.initQgis()


def layer_of():
    layer = QgsVectorLayer(f"url='{api}' typename='{collection}'", collection, "OAPIF")
    assert layer.isValid(), layer.error().message()
    return layer


def midnight(day):
    return QDateTime(QDate.fromString(day, Qt.ISODate), QTime(0, 0))


layer = layer_of()
properties = layer.temporalProperties()
properties.setIsActive(True)
properties.setMode(QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromExpressions)
properties.setStartExpression(start)
properties.setEndExpression(end)
context = QgsVectorLayerTemporalContext()
context.setLayer(layer)

controller = QgsTemporalNavigationObject()
controller.setTemporalExtents(QgsDateTimeRange(midnight(first), midnight(last)))
controller.setFrameDuration(QgsInterval(1, QgsUnitTypes.TemporalDays))
for number in range(controller.totalFrameCount()):
    frame = controller.dateTimeRangeForFrameNumber(number)
    request = QgsFeatureRequest()
    request.setFilterExpression(properties.createFilterString(context, frame))
    ids = sorted(feature["id"] for feature in layer.getFeatures(request))
    print(json.dumps({"day": frame.begin().toString("yyyy-MM-dd"), "ids": ids}))

for subset in subsets:
    filtered = layer_of()
    assert filtered.setSubsetString(subset), subset
    ids = sorted(feature["id"] for feature in filtered.getFeatures())
    print(json.dumps({"subset": subset, "ids": ids}))

# Layers that are still there when QGIS ends bring it down.
sys.stdout.flush()
os._exit(0)

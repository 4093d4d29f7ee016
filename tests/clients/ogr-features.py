"""Prints what GDAL's vector library reads from one layer, as JSON: first the layer, then every feature, one a line.

Usage: ogr-features.py SOURCE [LAYER] [--where SQL] [--box W S E N] [--to EPSG:CODE] [--open KEY=VALUE ...]
Days and date-times are written as ISO 8601, lists as lists, a field that is not set or null as null. Coordinates are in
the order x, y, whatever the authority of the CRS says.
"""
import argparse
import json
import sys

from osgeo import gdal, ogr, osr

gdal.UseExceptions()


def value_of(feature, index, kind, subtype):
    if not feature.IsFieldSetAndNotNull(index):
        return None
    if kind in (ogr.OFTDate, ogr.OFTDateTime):
        year, month, day, hour, minute, second, _ = feature.GetFieldAsDateTime(index)
        date = f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"
        return date if kind == ogr.OFTDate else f"{date}T{hour:02d}:{minute:02d}:{second:02.0f}"
    if kind == ogr.OFTInteger and subtype == ogr.OFSTBoolean:
        return bool(feature.GetFieldAsInteger(index))
    if kind in (ogr.OFTInteger, ogr.OFTInteger64):
        return feature.GetFieldAsInteger64(index)
    if kind == ogr.OFTReal:
        return feature.GetFieldAsDouble(index)
    if kind == ogr.OFTStringList:
        return feature.GetFieldAsStringList(index)
    return feature.GetFieldAsString(index)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("source")
    options.add_argument("layer", nargs="?")
    options.add_argument("--where")
    options.add_argument("--box", nargs=4, type=float)
    options.add_argument("--to")
    options.add_argument("--open", nargs="*", default=[])
    asked = options.parse_args()

    # A source that is only half right is not right: what GDAL warns of is told.
    warnings = []
    gdal.PushErrorHandler(lambda level, number, text: warnings.append(text))
    source = gdal.OpenEx(asked.source, gdal.OF_VECTOR, open_options=asked.open)
    layer = source.GetLayerByName(asked.layer) if asked.layer else source.GetLayer(0)
    if asked.where:
        layer.SetAttributeFilter(asked.where)
    if asked.box:
        layer.SetSpatialFilterRect(*asked.box)
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
    crs = layer.GetSpatialRef()
    turn = None
    if asked.to:
        target = osr.SpatialReference()
        target.SetFromUserInput(asked.to)
        target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        turn = osr.CoordinateTransformation(crs, target)
    features = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        if geometry is not None and turn is not None:
            geometry.Transform(turn)
        features.append({
            "fid": feature.GetFID(),
            "properties": {
                field.GetName(): value_of(feature, i, field.GetType(), field.GetSubType())
                for i, field in enumerate(fields)
            },
            "geometry": None if geometry is None or geometry.IsEmpty()
            else json.loads(geometry.ExportToJson(options=["COORDINATE_PRECISION=15"])),
        })
    gdal.PopErrorHandler()
    print(json.dumps({
        "driver": source.GetDriver().ShortName,
        "name": layer.GetName(),
        "count": layer.GetFeatureCount(),
        "crs": crs and f"{crs.GetAuthorityName(None)}:{crs.GetAuthorityCode(None)}",
        "types": {
            field.GetName(): field.GetTypeName()
            + (f"({ogr.GetFieldSubTypeName(field.GetSubType())})" if field.GetSubType() else "")
            for field in fields
        },
        "warnings": warnings,
    }))
    for feature in features:
        print(json.dumps(feature))


main()
sys.stdout.flush()

"""The outline under a map: rings of longitude and latitude from a GeoJSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

Ring = tuple[tuple[float, float], ...]
_LARGEST = 5_000_000
_MOST_POINTS = 50_000


@lru_cache(maxsize=8)
def rings(file: Path) -> tuple[tuple[Ring, ...], str]:
    """The rings and what is wrong with the file; of the two one is empty. Read once for each run of the program."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            return (), "the outline is larger than 5 MB"
        found = tuple(tuple(_point(each) for each in ring) for ring in _rings(json.loads(data)))
    except OSError as error:
        return (), f"the outline cannot be read: {error.strerror or error}"
    except (ArithmeticError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return (), "the outline is not GeoJSON with polygons"
    if sum(map(len, found)) > _MOST_POINTS:
        return (), "the outline has more than 50,000 points"
    return found, "" if found else "the outline has no polygon"


def _rings(shape: dict[str, object]) -> Iterator[list[list[float]]]:
    """Every ring of every polygon and line in a GeoJSON object."""
    match shape:
        case {"type": "FeatureCollection", "features": list(features)}:
            for feature in features:
                yield from _rings(feature)
        case {"type": "Feature", "geometry": dict(geometry)}:
            yield from _rings(geometry)
        case {"type": "GeometryCollection", "geometries": list(geometries)}:
            for geometry in geometries:
                yield from _rings(geometry)
        case {"type": "Polygon" | "MultiLineString", "coordinates": list(coordinates)}:
            yield from coordinates
        case {"type": "MultiPolygon", "coordinates": list(polygons)}:
            for polygon in polygons:
                yield from polygon
        case {"type": "LineString", "coordinates": list(coordinates)}:
            yield coordinates


def _point(position: list[float]) -> tuple[float, float]:
    """Raises: ValueError where it is no place on earth."""
    longitude, latitude = float(position[0]), float(position[1])
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise ValueError(f"{position} is no longitude and latitude")
    return longitude, latitude

"""What other programs than Qt show of a drawing: Qt's own reader of SVG files passes over clips."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

SVG = "{http://www.w3.org/2000/svg}"


def hidden(text: str) -> list[str]:
    """What is painted outside of its clip, and so is not seen by anybody."""
    root = ElementTree.fromstring(text)  # we wrote it
    clips = {each.get("id"): _bounds(each[0]) for each in root.iter(f"{SVG}clipPath")}
    found = []
    for group in root.iter(f"{SVG}g"):
        name = re.fullmatch(r"url\(#(\w+)\)", group.get("clip-path", ""))
        if name is None:
            continue
        for inner in group:
            if inner.get("fill") == inner.get("stroke") == "none":
                continue
            at = _matrix(inner.get("transform", ""))
            seen = (at.mapRect(_bounds(shape)).adjusted(-1, -1, 1, 1) for shape in _shapes(inner))
            found += [f"{name[0]} {place}" for place in seen if not place.intersects(clips[name[1]])]
    return found


def _shapes(group: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (each for each in group.iter() if each.tag in (f"{SVG}path", f"{SVG}polyline"))


def _bounds(shape: ElementTree.Element) -> QRectF:
    numbers = [float(each) for each in re.findall(r"-?[\d.]+(?:e-?\d+)?", shape.get("d") or shape.get("points") or "")]
    across, down = numbers[::2], numbers[1::2]
    return QRectF(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _matrix(text: str) -> QTransform:
    return QTransform(*(float(each) for each in re.findall(r"-?[\d.]+(?:e-?\d+)?", text))) if text else QTransform()

"""What is said of what lies under the pointer."""

from PySide6.QtCore import QPointF

from ui.diagram.broker.words import message_text, why_from_the_app
from ui.diagram.picture import Picture
from ui.diagram.request_texts import request_text
from ui.diagram.scene import DiagramScene


def text_at(picture: Picture, items: DiagramScene, point: QPointF) -> str:
    """Of the request or the box at a point of the scene; nothing where there is none."""
    request_id = items.dots.request_at(point.x(), point.y())
    reading = picture.reading()
    if request_id is not None and reading is not None and (text := request_text(reading, request_id)):
        return text
    copy_id = items.messages.request_at(point.x(), point.y())
    if copy_id is not None and reading is not None and (text := message_text(reading, copy_id)):
        return text
    box = items.box_at(point)
    if box is None:
        return _arrow_text_at(picture, point)
    own = box.absent or box.tooltip_at(point)
    return "\n".join(filter(None, [own, picture.ghost.text_of(box.place_at(point))]))


def _arrow_text_at(picture: Picture, point: QPointF) -> str:
    """What is said of the arrow to the message queue."""
    broker = None if picture.layout is None else picture.layout.broker
    return why_from_the_app() if broker is not None and broker.publish_link.is_near(point.x(), point.y()) else ""

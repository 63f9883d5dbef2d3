"""The line of every key in a TOML text; read only when there is a problem to place."""

from collections.abc import Iterator

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

Path = tuple[str | int, ...]


def lines_of(text: str) -> dict[Path, int]:
    """Line (from 1) by path: ("clients", 0, "rate") -> 12; tables have the line of their header."""
    tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode())
    lines: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    for node in tree.root_node.named_children:
        if node.type == "pair":
            _add_pair(node, (), lines)
        elif node.type in ("table", "table_array_element"):
            _add_table(node, lines, counts)
    return lines


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """The line of a path, or of the nearest table around it."""
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)


def _add_table(node: Node, lines: dict[Path, int], counts: dict[Path, int]) -> None:
    header, *pairs = [child for child in node.named_children if child.type != "comment"]
    names = tuple(_names(header))
    path: Path = ()
    for depth, name in enumerate(names):
        path = (*path, name)
        is_last = depth == len(names) - 1
        if is_last and node.type == "table_array_element":
            counts[path] = counts.get(path, -1) + 1
            lines.setdefault(path, header.start_point[0] + 1)
        if path in counts:
            path = (*path, counts[path])
    lines.setdefault(path, header.start_point[0] + 1)
    for pair in pairs:
        if pair.type == "pair":
            _add_pair(pair, path, lines)


def _add_pair(node: Node, at: Path, lines: dict[Path, int]) -> None:
    key, *values = [child for child in node.named_children if child.type != "comment"]
    path: Path = at
    for name in _names(key):
        path = (*path, name)
        lines.setdefault(path, node.start_point[0] + 1)
    if values:
        _add_value(values[0], path, lines)


def _add_value(node: Node, path: Path, lines: dict[Path, int]) -> None:
    children = [child for child in node.named_children if child.type != "comment"]
    if node.type == "inline_table":
        for child in children:
            if child.type == "pair":
                _add_pair(child, path, lines)
    elif node.type == "array":
        for index, child in enumerate(children):
            lines.setdefault((*path, index), child.start_point[0] + 1)
            _add_value(child, (*path, index), lines)


def _names(node: Node) -> Iterator[str]:
    if node.type == "dotted_key":
        for child in node.named_children:
            yield from _names(child)
        return
    raw = (node.text or b"").decode()
    yield raw[1:-1] if node.type == "quoted_key" else raw

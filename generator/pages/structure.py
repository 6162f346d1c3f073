"""Who belongs under whom: a tree of bodies from their `parent` fields, and the rows of its drawing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.declaration import Pointer
from generator.library import Library
from generator.records.organization import Organization
from generator.records.post import Post
from generator.voice import Voice

DEEPEST = 5  # levels that are drawn; what lies below is on the pages of those above
WIDEST = 40  # bodies in one drawing; a body with more is better read as a list
_LETTERS, _NARROWER = 30, 3  # letters in one line of a box, and how many fewer for each level
_INDENT, _LINE, _PADDING, _GAP = 20, 20, 8, 12  # pixels


@dataclass(frozen=True, slots=True)
class Node:
    """A body, what belongs under it, and its posts; `is_own` marks the body whose page this is.

    `proposed` is whether its posts, all of them, are only proposed.
    """

    body: Organization
    below: tuple[Node, ...]
    posts: tuple[Post, ...]
    is_own: bool = False
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the drawing, in pixels from its upper left corner; `stem` is how far up its line reaches (0: none)."""

    lines: tuple[str, ...]
    x: int
    y: int
    height: int
    stem: int
    is_own: bool
    proposed: bool

    @property
    def text_y(self) -> tuple[int, ...]:
        """The baseline of each line."""
        return tuple(self.y + _PADDING + _LINE * number + 14 for number in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class Structure:
    """A tree as a list (`roots`) and as boxes; `height` is the drawing's, in pixels."""

    roots: tuple[Node, ...]
    boxes: tuple[Box, ...]
    height: int


def bodies_around(body: Organization, library: Library) -> tuple[Pointer, ...]:
    """The bodies above one, and those below it, as far as they are drawn; a ring of parents is walked once."""
    root, above = body, {body.pointer: None}
    while root.parent and root.parent not in above and len(above) < DEEPEST:
        found = library.find(root.parent)
        if not isinstance(found, Organization):
            break
        root = found
        above[root.pointer] = None
    return tuple(dict.fromkeys((*above, *(one.pointer for one in _below(body, library)))))


def _below(body: Organization, library: Library) -> Iterator[Organization]:
    """All bodies below one, the nearest first, each once."""
    seen, level = {body.pointer}, [body]
    for _ in range(DEEPEST):
        level = [child for parent in level for child in children(parent, library) if child.pointer not in seen]
        seen.update(child.pointer for child in level)
        yield from level


def children(body: Organization, library: Library) -> list[Organization]:
    """The bodies that name one as the body that they belong under."""
    return [one for one in library.naming(body.pointer, Organization) if one.parent == body.pointer]


def posts_of(body: Organization, library: Library) -> list[Post]:
    """The posts of a body."""
    return [one for one in library.naming(body.pointer, Post) if one.body_of == body.pointer]


def structure(bodies: Iterable[Pointer], own: Pointer | None, voice: Voice) -> Structure | None:
    """The trees that some bodies form among themselves; None where there is no body.

    Each body stands once, also where the records go round in a ring: then the first of the ring stands uppermost.
    """
    library = voice.library
    found = [one for pointer in bodies if isinstance(one := library.find(pointer), Organization)][:WIDEST]
    among = {one.pointer: one for one in found if one.status != "withdrawn"}
    placed: set[Pointer] = set()
    roots = [_node(one, among, placed, own, library) for one in among.values() if one.parent not in among]
    roots += [_node(one, among, placed, own, library) for one in among.values() if one.pointer not in placed]
    if not roots:
        return None
    boxes, height = _boxes(roots, voice)
    return Structure(tuple(roots), boxes, height)


def _node(
    body: Organization, among: dict[Pointer, Organization], placed: set[Pointer], own: Pointer | None, library: Library
) -> Node:
    placed.add(body.pointer)
    below = []
    for one in among.values():
        if one.parent == body.pointer and one.pointer not in placed:
            below.append(_node(one, among, placed, own, library))
    posts = tuple(posts_of(body, library))
    proposed = bool(posts) and all(post.state == "proposed" for post in posts)
    return Node(body, tuple(below), posts, body.pointer == own, proposed)


def _boxes(roots: Iterable[Node], voice: Voice) -> tuple[tuple[Box, ...], int]:
    boxes: list[Box] = []
    y = 2

    def place(node: Node, depth: int, parent_end: int) -> None:
        nonlocal y
        lines = textwrap.wrap(voice.name(node.body), max(16, _LETTERS - _NARROWER * depth)) or [""]
        kind = voice.word("organization_kind", node.body.kind)
        lines.append(voice.catalogue("story.proposed_kind", kind=kind) if node.proposed else kind)
        height = len(lines) * _LINE + 2 * _PADDING
        middle = y + height // 2
        stem = middle - parent_end if depth else 0
        boxes.append(Box(tuple(lines), depth * _INDENT + 2, y, height, stem, node.is_own, node.proposed))
        end = y + height
        y = end + _GAP
        for child in node.below:
            place(child, depth + 1, end)

    for root in roots:
        place(root, 0, 0)
    return tuple(boxes), y

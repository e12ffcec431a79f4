"""A feed's XML, read without harm: no document type, so no entities; of bounded size and depth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from issuecast.feedcheck.names import full
from issuecast.publish.plain import one_line

_MOST_ELEMENTS = 500_000
_DEEPEST = 64
_LABEL = 60


class NoFeed(Exception):
    """The document cannot be read as a feed; says why."""


class Node:
    """An element, asked with the names that people write, such as `itunes:image`."""

    def __init__(self, element: Element) -> None:
        self.element = element

    def all(self, name: str) -> list[Element]:
        return self.element.findall(full(name))

    def text(self, name: str) -> str:
        """The first such element's trimmed text, "" if there is none."""
        return next((one.text or "" for one in self.all(name)), "").strip()

    def attribute(self, name: str, attribute: str) -> str:
        """The first such element's attribute, "" if there is none."""
        return next((one.get(attribute, "") for one in self.all(name)), "")

    def leaves(self) -> Iterator[Element]:
        """Elements with nothing but text in them, but for those of the channel's items."""
        for element in self.element:
            if element.tag != "item":
                yield from (one for one in element.iter() if len(one) == 0)


class Item(Node):
    """An episode; `label` is what people know it by."""

    def __init__(self, element: Element, number: int) -> None:
        super().__init__(element)
        known = one_line(self.text("title"), _LABEL) or one_line(self.text("guid"), _LABEL)
        self.label = known or f"item {number}"

    @property
    def enclosure(self) -> str:
        """The address of its sound."""
        return self.attribute("enclosure", "url")


@dataclass(frozen=True)
class Document:
    """A feed as it stands. `namespaces` are the URIs that it declares, `encoding` what it says of itself."""

    root: Element
    namespaces: frozenset[str]
    encoding: str
    content: bytes = field(repr=False)

    @cached_property
    def channel(self) -> Node:
        found = self.root.find("channel")
        return Node(self.root if found is None else found)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(Item(one, number) for number, one in enumerate(self.channel.all("item"), start=1))

    def links(self, rel: str) -> list[Element]:
        """The channel's `atom:link`s of that relation."""
        return [one for one in self.channel.all("atom:link") if one.get("rel") == rel]

    @property
    def address(self) -> str:
        """Where the feed says that it is; "" if it does not say."""
        return next((one.get("href", "") for one in self.links("self")), "")

    @property
    def is_archive(self) -> bool:
        """Whether it is one of the older pages of a feed (RFC 5005, 4)."""
        return bool(self.channel.all("fh:archive"))


def parse(content: bytes) -> Document:
    """The feed that these bytes are.

    Raises:
        NoFeed: they are no well-formed XML, or use what no feed needs and others were harmed by.
    """
    reader = _Reader()
    try:
        root = reader.read(content)
    except expat.ExpatError as error:
        raise NoFeed(f"line {error.lineno}: {expat.ErrorString(error.code)}") from error
    except (ValueError, LookupError) as error:  # an encoding that nobody knows
        raise NoFeed(str(error)) from error
    return Document(root, frozenset(reader.namespaces), reader.encoding, content)


class _Reader:
    """Builds the tree from what expat tells."""

    def __init__(self) -> None:
        self.namespaces: set[str] = set()
        self.encoding = ""
        self._builder, self._numbers, self._depth = TreeBuilder(), count(1), 0

    def read(self, content: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartNamespaceDeclHandler = lambda _, uri: self.namespaces.add(uri or "")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.Parse(content, True)
        return self._builder.close()

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = encoding or ""

    def _refuse(self, *_: object) -> None:
        raise NoFeed("it declares a document type, which feeds do without")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if next(self._numbers) > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise NoFeed(
                f"it has more than {_MOST_ELEMENTS:,} elements, or more than {_DEEPEST} within each other"
            )
        self._builder.start(_tag(name), {_tag(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_tag(name))


def _tag(name: str) -> str:
    return f"{{{name}" if "}" in name else name

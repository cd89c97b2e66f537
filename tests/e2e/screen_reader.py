"""What a screen reader on Linux does: a client of AT-SPI, the bus on which programs tell what is in their windows."""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TIMEOUT_S = 60
EVENTS = ("object:announcement", "object:text-caret-moved", "object:text-selection-changed")
PARAGRAPH = 4
"""A granularity of texts."""
SCREEN = 0
"""Coordinates that count from the screen's corner."""
_ACCESSIBLE, _TEXT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text"
_REGISTRY = "org.a11y.atspi.Registry"
_ACTIVE, _SENSITIVE, _SHOWING = 1, 24, 25
"""States of a thing, counted from 0."""
_DEEPEST = 14
_Found = TypeVar("_Found")


class NoReply(Exception):
    """The other side knows no answer."""


class Node(NamedTuple):
    """Something accessible: a program, or something in its window."""

    service: str
    path: str


class Event(NamedTuple):
    """Something has happened: what, to whom, and what is told of it (of an announcement, its words)."""

    kind: str
    node: Node
    value: object


class ScreenReader:
    """Looks and listens. Every wait is for something that is said or that becomes true."""

    def __init__(self, session_bus: str) -> None:
        """session_bus: the address of a session's bus. NoReply where nothing there knows of accessibility."""
        with open_dbus_connection(session_bus, auth_timeout=TIMEOUT_S) as session:
            asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            (address,) = _answer(session.send_and_get_reply(asked, timeout=TIMEOUT_S))
        self._bus = open_dbus_connection(address, auth_timeout=TIMEOUT_S)
        self._signals: deque[Message] = deque()
        self._events: list[Event] = []

    def listen(self) -> None:
        """Hear from now on what happens."""
        told = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        self._bus.filter(told, queue=self._signals)
        self._ask(message_bus.AddMatch(told))
        for event in EVENTS:
            registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
            self._ask(new_method_call(registry, "RegisterEvent", "sass", (event, [], "")))

    def close(self) -> None:
        """Look no more."""
        self._bus.close()

    # Looking.

    def programs(self) -> list[Node]:
        """What is running."""
        return self._children(Node(_REGISTRY, "/org/a11y/atspi/accessible/root"))

    def walk(self, node: Node, depth: int = 0) -> Iterator[Node]:
        """All that is in it, and itself first."""
        yield node
        for child in self._children(node) if depth < _DEEPEST else []:
            yield from self.walk(child, depth + 1)

    def _children(self, node: Node) -> list[Node]:
        return [Node(*child) for child in self._call(node, _ACCESSIBLE, "GetChildren")[0]]

    def find(self, node: Node, role: str, name: str) -> Node:
        """The first thing of this role and name."""
        return next(each for each in self.walk(node) if (self.role(each), self.name(each)) == (role, name))

    def role(self, node: Node) -> str:
        """What kind of thing it is."""
        return str(self._call(node, _ACCESSIBLE, "GetRoleName")[0])

    def name(self, node: Node) -> str:
        """What it is called."""
        return str(self._property(node, _ACCESSIBLE, "Name"))

    def description(self, node: Node) -> str:
        """What else is said of it."""
        return str(self._property(node, _ACCESSIBLE, "Description"))

    def can_be_pressed(self, node: Node) -> bool:
        """Whether it is seen, and takes presses."""
        return self._is(node, _SENSITIVE) and self._is(node, _SHOWING)

    def has_the_keyboard(self, window: Node) -> bool:
        """Whether keys go to this window."""
        return self._is(window, _ACTIVE)

    def press(self, node: Node) -> None:
        """Press a button, as whoever sees none does."""
        self._call(node, "org.a11y.atspi.Action", "DoAction", "i", 0)

    def _is(self, node: Node, state: int) -> bool:
        (states,) = self._call(node, _ACCESSIBLE, "GetState")
        return bool(states[0] >> state & 1)

    def text(self, node: Node) -> str:
        """All of a text."""
        return str(self._call(node, _TEXT, "GetText", "ii", 0, -1)[0])

    def caret(self, node: Node) -> int:
        """Where in a text the caret is."""
        return int(self._property(node, _TEXT, "CaretOffset"))

    def paragraph(self, node: Node) -> str:
        """The paragraph that the caret is in."""
        return str(self._call(node, _TEXT, "GetStringAtOffset", "iu", self.caret(node), PARAGRAPH)[0])

    def selected(self, node: Node) -> list[str]:
        """Every selected part of a text."""
        count = self._call(node, _TEXT, "GetNSelections")[0]
        places = [self._call(node, _TEXT, "GetSelection", "i", number) for number in range(count)]
        return [self.text(node)[start:end] for start, end in places]

    def letter_box(self, node: Node, offset: int) -> tuple[int, int, int, int]:
        """Where on the screen a letter is: left, top, width and height, in px."""
        left, top, width, height = self._call(node, _TEXT, "GetCharacterExtents", "iu", offset, SCREEN)
        return left, top, width, height

    # Listening.

    def hear(self, kind: str, node: Node, value: object = None) -> Event:
        """The next event of a kind, with this value if one is given. Those of its kind before it have been heard then;
        others have not: which comes first is not agreed on."""
        return self._wait(lambda: self._heard(kind, node, value), f"{kind} {value or ''}")

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Look again whenever something happens, or a moment later. what: it is, for whoever reads of a failure."""

        def is_so_by_now() -> bool | None:
            try:
                return is_so() or None
            except NoReply:  # something went while it was looked at
                return None

        self._wait(is_so_by_now, what)

    def forget(self) -> None:
        """Only what happens from now on is heard."""
        self._signals.clear()
        self._events.clear()

    def _heard(self, kind: str, node: Node, value: object) -> Event | None:
        while self._signals:
            self._events.append(_event(self._signals.popleft()))
        alike = [event for event in self._events if (event.kind, event.node) == (kind, node)]
        for number, event in enumerate(alike):
            if value is None or event.value == value:
                heard = {id(each) for each in alike[: number + 1]}
                self._events = [each for each in self._events if id(each) not in heard]
                return event
        return None

    def _wait(self, look: Callable[[], _Found | None], what: str) -> _Found:
        until = monotonic() + TIMEOUT_S
        while (found := look()) is None:
            assert monotonic() < until, f"waited in vain for: {what}"
            try:
                self._bus.recv_messages(timeout=0.1)
            except TimeoutError:
                continue
        return found

    # Asking.

    def _property(self, node: Node, interface: str, name: str) -> object:
        _, value = self._call(node, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name)[0]
        return value

    def _call(self, node: Node, interface: str, method: str, signature: str = "", *words: object) -> tuple[Any, ...]:
        address = DBusAddress(node.path, node.service, interface)
        return self._ask(new_method_call(address, method, signature or None, words))

    def _ask(self, message: Message) -> tuple[Any, ...]:
        return _answer(self._bus.send_and_get_reply(message, timeout=TIMEOUT_S))


def _answer(reply: Message) -> tuple[Any, ...]:
    if reply.header.message_type is MessageType.error:
        raise NoReply(reply.body)
    answer: tuple[Any, ...] = reply.body
    return answer


def _event(signal: Message) -> Event:
    fields = signal.header.fields
    node = Node(fields[HeaderFields.sender], fields[HeaderFields.path])
    return Event(fields[HeaderFields.member], node, signal.body[3][1])

"""The wire to the accessibility bus: questions to objects of other programs, many at once where a tree is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
REPLY_SECONDS = 10.0
"""How long a program may take to answer; a window that paints for the first time is slow on a busy machine."""

_PROPERTIES = "org.freedesktop.DBus.Properties"
_OBJECT_EVENT = "org.a11y.atspi.Event.Object"
_REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
_IN_FLIGHT = 100


class CallRefusedError(Exception):
    """The other program answered with an error, mostly because the object has gone."""


@dataclass(frozen=True)
class Reference:
    """Where an accessible object lives: unique bus name of its program, and object path."""

    bus_name: str
    path: str

    def call(self, interface: str, member: str, signature: str | None = None, *body: object) -> Message:
        address = DBusAddress(self.path, self.bus_name, interface)
        return new_method_call(address, member, signature, body)

    def read(self, interface: str, name: str) -> Message:
        return self.call(_PROPERTIES, "Get", "ss", interface, name)

    def write(self, interface: str, name: str, signature: str, value: object) -> Message:
        return self.call(_PROPERTIES, "Set", "ssv", interface, name, (signature, value))


ROOT = Reference("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
"""The registry's desktop, whose children are the running programs."""


class AccessibilityBus:
    """One blocking connection to the bus on which programs expose their accessible objects.

    `shown` collects the objects that said they now show, oldest first; who reads it drops what is of no use.
    """

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(bus=address)
        self.shown: list[Reference] = []
        self.ask(message_bus.AddMatch(f"type='signal',interface='{_OBJECT_EVENT}',arg0='showing'"))
        # Programs announce only what somebody has asked the registry for.
        self.ask(new_method_call(_REGISTRY, "RegisterEvent", "sass", ("object:state-changed:showing", [], "")))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def ask(self, message: Message) -> Any:
        """Return the first value of the answer (a variant without its signature).

        Raises CallRefusedError for an error reply, TimeoutError after REPLY_SECONDS.
        """
        reply = self._exchange([message])[0]
        if reply.header.message_type is MessageType.error:
            raise CallRefusedError(*reply.body)
        return _first_value(message, reply)

    def ask_all(self, messages: Sequence[Message]) -> list[Any]:
        """Return the first value of each answer in the order of the questions, None for what has gone."""
        values: list[Any] = []
        for start in range(0, len(messages), _IN_FLIGHT):
            batch = messages[start : start + _IN_FLIGHT]
            for message, reply in zip(batch, self._exchange(batch), strict=True):
                gone = reply.header.message_type is MessageType.error
                values.append(None if gone else _first_value(message, reply))
        return values

    def tell(self, message: Message) -> None:
        """Send without waiting: a press that opens a nested event loop answers only when that loop has ended."""
        message.header.flags |= MessageFlag.no_reply_expected
        self._connection.send(message)

    def _exchange(self, messages: Sequence[Message]) -> list[Message]:
        serials = [next(self._connection.outgoing_serial) for _ in messages]
        for serial, message in zip(serials, messages, strict=True):
            self._connection.send(message, serial=serial)
        replies: dict[int, Message] = {}
        while len(replies) < len(serials):
            received = self._connection.receive(timeout=REPLY_SECONDS)
            fields = received.header.fields
            if fields.get(HeaderFields.interface) == _OBJECT_EVENT:
                self.shown.append(Reference(fields[HeaderFields.sender], fields[HeaderFields.path]))
            serial = fields.get(HeaderFields.reply_serial, 0)
            if serial in serials:
                replies[serial] = received
        return [replies[serial] for serial in serials]


def process_id_of(bus_name: str) -> Message:
    """Ask the bus which process owns a name."""
    return message_bus.GetConnectionUnixProcessID(bus_name)


def _first_value(question: Message, reply: Message) -> Any:
    if not reply.body:
        return None
    is_variant = question.header.fields[HeaderFields.interface] == _PROPERTIES
    return reply.body[0][1] if is_variant else reply.body[0]

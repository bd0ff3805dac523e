"""A settings portal on the session bus, the way a Linux desktop tells programs its colour scheme.

Run as a program with "light" or "dark"; serves until it is ended.
"""

from __future__ import annotations

import os
import sys

from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
_APPEARANCE = "org.freedesktop.appearance"
_SCHEMES = {"dark": 1, "light": 2}


def answer(question: Message, scheme: str) -> Message:
    """Answer a reading of all settings; everything else a portal could do is refused."""
    if question.header.fields.get(HeaderFields.member) == "ReadAll":
        settings = {_APPEARANCE: {"color-scheme": ("u", _SCHEMES[scheme])}}
        return new_method_return(question, "a{sa{sv}}", (settings,))
    return new_error(question, "org.freedesktop.DBus.Error.UnknownMethod")


def main(scheme: str) -> None:
    with open_dbus_connection(bus=os.environ["DBUS_SESSION_BUS_ADDRESS"]) as connection:
        connection.send_and_get_reply(message_bus.RequestName(NAME))
        while True:
            question = connection.receive()
            if question.header.message_type is MessageType.method_call:
                connection.send(answer(question, scheme))


if __name__ == "__main__":
    main(sys.argv[1])

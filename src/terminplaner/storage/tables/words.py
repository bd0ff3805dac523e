"""The tables of the words that appointments and customers are found by."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table

from terminplaner.storage.tables.base import IN_ORDER, METADATA

SEARCH_WORDS = Table(
    "search_word",
    METADATA,
    Column("word", IN_ORDER, primary_key=True),
    Column("backwards", IN_ORDER, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Every word that an appointment or a customer ever had, and the same ``backwards``; what is looked for with a
star is looked for among them first, by its begin or by its end."""


APPOINTMENT_WORDS = Table(
    "appointment_word",
    METADATA,
    Column("word", IN_ORDER, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Which appointments have a word: those with a rare one are found without looking at all the others."""


CUSTOMER_WORDS = Table(
    "customer_word",
    METADATA,
    Column("word", IN_ORDER, primary_key=True),
    Column("customer_id", ForeignKey("customer.id"), primary_key=True),
    sqlite_with_rowid=False,
)

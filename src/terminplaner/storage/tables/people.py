"""The tables of employees, users and customers."""

from __future__ import annotations

from sqlalchemy import Date, ForeignKey, Table, Text, Uuid

from terminplaner.domain.people import Role
from terminplaner.storage.columns import Instant, PlainText, Word
from terminplaner.storage.tables.base import IN_ORDER, METADATA, EntityColumns, column


class EmployeeColumns(EntityColumns):
    last_name = column(PlainText)
    first_name = column(PlainText)
    branch_id = column(Uuid, ForeignKey("branch.id"), optional=True)
    deleted_at = column(Instant, optional=True)


EMPLOYEES = Table("employee", METADATA, EmployeeColumns)


class UserColumns(EntityColumns):
    name = column(PlainText)
    role = column(Word(Role))
    employee_id = column(Uuid, ForeignKey("employee.id"), optional=True)
    password_hash = column(PlainText)
    deleted_at = column(Instant, optional=True)


USERS = Table("app_user", METADATA, UserColumns)  # "user" is a word of PostgreSQL's own


class CustomerColumns(EntityColumns):
    """``sort_key`` is the natural order, ``words`` are those of ``storage.words``."""

    number = column(PlainText)
    last_name = column(PlainText)
    first_name = column(PlainText)
    initials = column(PlainText)
    phone = column(PlainText)
    email = column(PlainText)
    note = column(PlainText)
    pop_up = column(PlainText)
    title = column(PlainText)
    birth_on = column(Date, optional=True)
    mobile = column(PlainText)
    address = column(PlainText)
    deleted_at = column(Instant, optional=True)
    sort_key = column(IN_ORDER, index=True)
    words = column(Text)


CUSTOMERS = Table("customer", METADATA, CustomerColumns)

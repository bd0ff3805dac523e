"""What tells customers of one name apart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.people import Customer


def told_apart(customer: Customer) -> str:
    """``Müller, Anna · geb. 03.05.1961 · 1007 · 0711 1``"""
    parts = (customer.label, customer.title, born(customer), customer.number, customer.phone or customer.mobile)
    return " · ".join(part for part in parts if part)


def born(customer: Customer) -> str:
    """Empty where nobody knows."""
    if customer.birth_on is None:
        return ""
    return QCoreApplication.translate("customer", "geb. {day}").format(day=f"{customer.birth_on:%d.%m.%Y}")


def address_line(customer: Customer) -> str:
    """The address in a single line."""
    return ", ".join(line.strip(" ,") for line in customer.address.splitlines() if line.strip(" ,"))

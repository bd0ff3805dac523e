"""Templates as a menu, grouped as their names say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.services.choices import Choices
from terminplaner.services.templates import offered_templates
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.forms import EnterButton
from terminplaner.ui.plain_text import without_mnemonic


def add_templates(
    menu: QMenu, templates: Iterable[AppointmentTemplate], choose: Callable[[AppointmentTemplate], object]
) -> None:
    """Put an entry for each of ``templates`` into ``menu``; ``Gruppe/Name`` goes into the submenu ``Gruppe``,
    ``Gruppe/Untergruppe/Name`` into one of it."""
    offered = tuple(templates)
    names = names_of(offered)
    menus: dict[tuple[str, ...], QMenu] = {(): menu}
    for template in offered:
        for depth, group in enumerate(template.groups):
            path = template.groups[: depth + 1]
            if path not in menus:
                menus[path] = menus[path[:-1]].addMenu(without_mnemonic(group))
        label = template.label + names[template.id].removeprefix(template.name)
        menus[template.groups].addAction(without_mnemonic(label), partial(choose, template))


class TemplateButton(EnterButton):
    """Offers the templates of a branch; what was chosen last stands on it."""

    chosen = Signal(object)
    """The ``AppointmentTemplate``."""

    def __init__(self, choices: Choices, branch: Branch, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setText(self.tr("Aus Vorlage …"))
        templates = offered_templates(choices.templates, branch.id)
        self.has_any = bool(templates)
        menu = QMenu(self)
        add_templates(menu, templates, self._choose)
        self.setMenu(menu)

    def _choose(self, template: AppointmentTemplate) -> None:
        self.setText(without_mnemonic(template.name))
        self.chosen.emit(template)

"""What every page is given: the use cases, and who is acting."""

from __future__ import annotations

from dataclasses import dataclass, replace

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import User
from terminplaner.services.absences import Absences
from terminplaner.services.availabilities import Availabilities
from terminplaner.services.calendar_period import CalendarPeriod
from terminplaner.services.change_log import ChangeLog
from terminplaner.services.customers import Customers
from terminplaner.services.free_slots import FreeSlots
from terminplaner.services.linking import Linking
from terminplaner.services.master_data import MasterData
from terminplaner.services.off_hours import OffHours
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.planning_questions import PlanningQuestions
from terminplaner.services.ports import Clock
from terminplaner.services.presets import Presets
from terminplaner.services.queries import Queries
from terminplaner.services.reminders import Reminders
from terminplaner.services.search import AppointmentFinder
from terminplaner.services.series import SeriesPlanning
from terminplaner.services.series_moves import SeriesMoves
from terminplaner.services.settings import Settings
from terminplaner.services.sync_control import SyncControl
from terminplaner.services.sync_journal import SyncJournal
from terminplaner.services.undo import UndoStack
from terminplaner.services.users import Users
from terminplaner.services.waiting_list import WaitingList


@dataclass(frozen=True, slots=True)
class Services:
    """Every use case the windows may call.

    All of them block on the database or the network: call them through ``TaskRunner``, never in the GUI thread.
    """

    planning: Planning
    planning_questions: PlanningQuestions
    series: SeriesPlanning
    series_moves: SeriesMoves
    calendar_period: CalendarPeriod
    presets: Presets
    master_data: MasterData
    settings: Settings
    queries: Queries
    customers: Customers
    finder: AppointmentFinder
    waiting_list: WaitingList
    reminders: Reminders
    absences: Absences
    availabilities: Availabilities
    change_log: ChangeLog
    free_slots: FreeSlots
    undo: UndoStack
    users: Users
    sync_control: SyncControl
    sync_journal: SyncJournal
    off_hours: OffHours
    linking: Linking
    clock: Clock


@dataclass(slots=True)
class Session:
    """Who works at this workstation, and in which branch (its zone is the zone of the screen).

    The one thing all windows share that does not stand still: ``actor`` is another as soon as the user is changed,
    so ask for it when something is done.
    """

    actor: Actor
    branch: Branch

    def follow(self, user: User) -> None:
        """Act as the same user, who was changed meanwhile."""
        self.actor = replace(self.actor, user=user)

"""The simulator's own clock."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Follows the system's time, shifted by what tests advance it; stands still where it was given an instant."""

    def __init__(self, at: datetime | None = None) -> None:
        self._fixed = at
        self._shift = timedelta()

    def now(self) -> datetime:
        """The present instant, aware UTC."""
        return (self._fixed or datetime.now(UTC)).astimezone(UTC) + self._shift

    def advance(self, by: timedelta) -> None:
        """Moves the present instant; a negative duration turns the clock back."""
        self._shift += by

    def set(self, instant: datetime) -> None:
        """Stops the clock at `instant` (aware)."""
        self._fixed = instant
        self._shift = timedelta()

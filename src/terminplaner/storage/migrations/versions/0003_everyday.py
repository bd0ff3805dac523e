"""What every day brought up: states that cancel, opening times, types of availability, templates remembered,
customers found at once, words by their ends, wishes from templates, links in one direction."""

from collections.abc import Iterable
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from terminplaner.domain.people import Customer
from terminplaner.storage.mapping import customer_order
from terminplaner.storage.words import backwards, joined, words_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_GOOGLE_SWITCHES = {
    "google_allow_change": True,
    "google_allow_deletion": True,
    "google_free_events_busy": False,
    "google_all_day_busy": True,
}
_BATCH = 10_000
_LOOKED_UP = (
    ("ix_change_set_at", "change_set", ["at", "number"]),
    ("ix_change_set_author", "change_set", ["author_name", "number"]),
    ("ix_change_set_origin", "change_set", ["origin", "number"]),
    ("ix_entity_change_kind", "entity_change", ["kind", "change_set_id"]),
)


def upgrade() -> None:
    _create_availability_types()
    _let_states_cancel()
    _add_reference("appointment", "template_id", "appointment_template")
    op.add_column("branch", sa.Column("opening_times", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
    _let_links_have_a_direction()
    _add_word_columns()
    _find_customers()
    _turn_words()
    op.add_column(
        "appointment_template",
        sa.Column("shows_as_unavailable", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _add_reference("waiting_list_entry", "template_id", "appointment_template")
    op.add_column(
        "waiting_list_entry",
        sa.Column("matches_type", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("waiting_list_entry", sa.Column("combination", sa.Text(), nullable=False, server_default="any"))
    for name, table, columns in _LOOKED_UP:
        op.create_index(op.f(name), table, columns, unique=False)


def _add_reference(table: str, column: str, other: str) -> None:
    """Within the column, because SQLite adds no constraint to a table that is there."""
    name = op.f(f"fk_{table}_{column}_{other}")
    reference = sa.Column(column, sa.Uuid(), sa.ForeignKey(f"{other}.id", name=name), nullable=True)
    op.add_column(table, reference, inline_references=True)


def _add_word_columns() -> None:
    in_order = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.add_column("customer", sa.Column("sort_key", in_order, nullable=False, server_default=""))
    op.add_column("customer", sa.Column("words", sa.Text(), nullable=False, server_default=""))
    op.create_index(op.f("ix_customer_sort_key"), "customer", ["sort_key"], unique=False)
    op.add_column("search_word", sa.Column("backwards", in_order, nullable=False, server_default=""))
    op.create_index(op.f("ix_search_word_backwards"), "search_word", ["backwards"], unique=False)


def _find_customers() -> None:
    """The second release knew no e-mail addresses among the words, and sorted customers by itself."""
    connection = op.get_bind()
    customer = sa.table(
        "customer",
        sa.column("id", sa.Uuid()),
        *(sa.column(name, sa.Text()) for name in (*_NAMES, "sort_key", "words")),
    )
    named = sa.table("customer_word", sa.column("word", sa.Text()), sa.column("customer_id", sa.Uuid()))
    known = sa.table("search_word", sa.column("word", sa.Text()))
    customers = [
        Customer(row.id, **{name: getattr(row, name) for name in _NAMES})
        for row in connection.execute(sa.select(customer))
    ]
    words = set(connection.scalars(sa.select(known.c.word)))
    having = {(row.word, row.customer_id) for row in connection.execute(sa.select(named))}
    write = customer.update().where(customer.c.id == sa.bindparam("key"))
    _execute(
        write.values(sort_key=sa.bindparam("order"), words=sa.bindparam("found")),
        [{"key": row.id, "order": customer_order(row), "found": joined(words_of(row))} for row in customers],
    )
    wanted = {(word, row.id) for row in customers for word in words_of(row)} - having
    _execute(known.insert(), [{"word": word} for word in {word for word, _ in wanted} - words])
    _execute(named.insert(), [{"word": word, "customer_id": key} for word, key in wanted])


_NAMES = ("number", "last_name", "first_name", "initials", "phone", "email")


def _turn_words() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":  # PostgreSQL has this function
        connection.connection.create_function("reverse", 1, backwards)
    op.execute("UPDATE search_word SET backwards = reverse(word)")


def _execute(statement: sa.Executable, rows: Iterable[dict[str, object]]) -> None:
    listed = list(rows)
    for start in range(0, len(listed), _BATCH):
        op.get_bind().execute(statement, listed[start : start + _BATCH])


def _create_availability_types() -> None:
    types = op.create_table(
        "availability_type",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("color", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability_type")),
    )
    is_founded = op.get_bind().scalar(sa.text("SELECT count(*) FROM chain_settings"))
    if is_founded:
        first = {"id": uuid4(), "name": "Arbeitszeit", "color": "#5a7d5a", "position": 0, "revision": 1}
        op.bulk_insert(types, [first])
    _add_reference("availability", "type_id", "availability_type")
    op.add_column("availability", sa.Column("comment", sa.Text(), nullable=False, server_default=""))
    op.add_column("availability", sa.Column("week_of_month", sa.Integer(), nullable=True))


def _let_states_cancel() -> None:
    """What is cancelled already keeps its status for the day it is brought back."""
    op.add_column(
        "appointment_status", sa.Column("means_cancelled", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    _add_reference("appointment", "former_status_id", "appointment_status")
    op.execute("UPDATE appointment_status SET means_cancelled = true WHERE name IN ('Storniert', 'Geplatzt')")
    op.execute(
        "UPDATE appointment SET former_status_id = status_id WHERE cancelled_at IS NOT NULL AND status_id NOT IN"
        " (SELECT id FROM appointment_status WHERE means_cancelled)"
    )


def _let_links_have_a_direction() -> None:
    op.create_table(
        "off_hours_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("when", sa.JSON(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_off_hours_note")),
    )
    op.add_column("resource", sa.Column("sync_direction", sa.Text(), nullable=False, server_default="both"))
    for name, is_on in _GOOGLE_SWITCHES.items():
        default = sa.true() if is_on else sa.false()
        op.add_column("chain_settings", sa.Column(name, sa.Boolean(), nullable=False, server_default=default))
    op.add_column(
        "chain_settings", sa.Column("google_look_back_days", sa.Integer(), nullable=False, server_default="0")
    )

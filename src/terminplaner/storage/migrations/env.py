"""What alembic runs for a migration; the connection, with its transaction, comes from ``storage.schema``."""

from alembic import context

from terminplaner.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()

"""Google: consent, calendar client, mapping, three-way decision, engine, worker."""

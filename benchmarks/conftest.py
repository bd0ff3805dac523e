"""Benchmarks stand on what the tests stand on: no access to the person's own files, no network."""

pytest_plugins = ["conftest"]

"""The words and rules of planning: pure values, no I/O."""

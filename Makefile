# Needs Python 3.11+ and nothing else; what the tasks do is in tools/tasks.py, for Windows too (make.cmd).
PYTHON ?= python3

.PHONY: run test prove bench lint translations handbook build lock clean

run test prove bench lint translations handbook build lock:
	@$(PYTHON) tools/tasks.py $@

clean:
	rm -rf .venv build dist

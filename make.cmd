@echo off
rem make run, make test, ... for Windows; the tasks themselves are in tools\tasks.py.
where py >nul 2>nul
if errorlevel 1 (python "%~dp0tools\tasks.py" %*) else (py -3 "%~dp0tools\tasks.py" %*)

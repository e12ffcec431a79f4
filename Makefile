# The commands that people need; each is one line to read.
PYTHON = .venv/bin/python

.PHONY: test lint fix golden bench docs music

test:            # everything that must pass, set-up included
	bash tests/run

lint:            # style and types
	.venv/bin/ruff check && .venv/bin/ruff format --check && .venv/bin/mypy

fix:             # what can be mended by machine
	.venv/bin/ruff check --fix && .venv/bin/ruff format

golden:          # renew the scripts that the tests compare with; read them before you commit
	$(PYTHON) tests/golden/renew.py

bench:           # print the figures of docs/benchmarks.md
	$(PYTHON) benchmarks/mixing.py

docs:            # renew the command reference
	$(PYTHON) docs/reference.py

music:           # render audio/*.flac from the score (Debian: fluidsynth fluid-soundfont-gm ffmpeg)
	$(PYTHON) -m pip install -q -e '.[music]' && $(PYTHON) audio/score.py

# make site   the program and, from content/, the site in output/
# make test   everything that a change must pass
# make bench  what quality.md asks for, measured beside the peers: Documentation/benchmarks.md
# make lint, make format, make torture, make clean

SWIFT_SOURCES = Sources Tests Package.swift
# The Swift library is linked in: one file to move to another machine, and it starts in milliseconds.
RELEASE = swift build -c release --static-swift-stdlib --product rutin

.PHONY: help site release test lint format torture bench clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

site: release
	@.build/release/rutin build --content content --theme intranet --output output

release:
	@Scripts/bootstrap
	@$(RELEASE)

test:
	@Scripts/test

lint:
	@swift format lint --strict --recursive $(SWIFT_SOURCES)

format:
	@swift format --in-place --recursive $(SWIFT_SOURCES)

# Slow: the kill test on a real disk, a thousand times; ten thousand sequences of changes, each with warm builds that must equal
# clean ones, in memory, since a disk that has just lost many files makes new ones slowly; ten minutes of fuzzing for each
# reader of exports; and two thousand towns whose published tables are attacked.
torture:
	@Scripts/bootstrap --tests
	@Tests/Fuzzing/csv/fuzz.sh 600
	@Tests/Fuzzing/workbook/fuzz.sh 600
	@RUTIN_KILLS=1000 swift test --filter KillTests
	@TMPDIR=/dev/shm RUTIN_TORTURE=10000 swift test --filter TortureTests
	@Scripts/venv
	@RUTIN_ATTACK=2000 .venv/bin/python -B -m pytest Tests/oracle/test_attack.py --quiet -p no:cacheprovider

bench: release
	@python3 -m venv .build/bench
	@.build/bench/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
	@.build/bench/bin/python Benchmarks/bench.py

# The key in .rutin stays: a new one would draw another sample.
clean:
	@rm -rf .build .venv .rutin/exports output

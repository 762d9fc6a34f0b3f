# SPDX-License-Identifier: EUPL-1.2
# The front door. Each command installs what is missing, builds, and does its work.
.PHONY: run test bench fuzz po format clean

run: ## start Regiekamer; ARGS="--workspace FILE" are handed to it
	@build-aux/run.sh $(ARGS)

test: ## build and run every test
	@build-aux/test.sh

bench: ## measure, beside peers in the same run
	@build-aux/bench.sh

fuzz: ## search for inputs that break the form engine; FUZZ_TIME=600 seconds for each target
	@build-aux/fuzz.sh

po: ## bring the Dutch translation up to date with the sources
	@po/update.sh

format: ## lay out the C sources
	@git ls-files '*.c' '*.h' | xargs clang-format -i

clean:
	@rm -rf _build _test _asan _bench _fuzz

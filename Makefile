# What Kith can be asked to do. Each target does all that it needs.
#
# KITH_LONG_TESTS=1 also runs the tests that take minutes; `make test-all` sets it.

# How many CIN returns are made from seeds and compared with the restatement of the guidance.
RETURNS ?= 8

.PHONY: setup build test test-all demo format lint bench fuzz dist

setup:
	@scripts/setup
	@scripts/setup-postcodes

build: setup
	swift build

test: setup lint
	@scripts/setup-browser
	@scripts/setup-spark
	swift build --build-tests --quiet
	swift test --skip-build --disable-xctest --quiet
	scripts/journeys "$$(swift build --show-bin-path)/kith"
	scripts/differential-cin "$$(swift build --show-bin-path)/kith" --returns $(RETURNS) --children 80

test-all: export KITH_LONG_TESTS = 1
test-all: RETURNS = 200
test-all: test dist
	@scripts/try-dist

# One archive to unpack and run, in dist/.
dist:
	@scripts/dist

demo:
	@scripts/demo

bench:
	@scripts/bench

# How long each of the three readers is fuzzed.
SECONDS ?= 60

fuzz: setup
	@scripts/fuzz $(SECONDS)

format:
	swift format -i -r Package.swift Sources Tests Fuzz

lint:
	swift format lint --strict -r Package.swift Sources Tests Fuzz

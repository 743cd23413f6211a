.DEFAULT_GOAL := help
.PHONY: help setup run assess install test e2e screenshots bench fuzz goldens pages format lint clean

PREFIX ?= /usr/local
program = $(DESTDIR)$(PREFIX)/bin/anju
unit = $(DESTDIR)/etc/systemd/system/anju.service
swift_sources := Benchmarks Sources Tests Fuzzing Plugins Package.swift

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing to build and test
	@Scripts/setup

# A debug build is ready in a fraction of the time of a release build.
run: setup ## Set up everything and start the service with a made-up city; Ctrl-C stops it
	swift build --product anju
	@"$$(swift build --show-bin-path)"/anju serve --demo --folder anju-demo

assess: setup ## Assess the example residents
	swift build --product anju
	@"$$(swift build --show-bin-path)"/anju assess Examples/residents/*.yaml

# The names of functions stay for reports of crashes; the rest of what is for debuggers goes.
install: setup ## Build for release and install the program (and, as root, its systemd unit)
	swift build --configuration release --product anju --static-swift-stdlib
	install -D -m 755 "$$(swift build --configuration release --show-bin-path)"/anju "$(program)"
	strip --strip-debug "$(program)"
	if [ "$$(id -u)" = 0 ] || [ -n "$(DESTDIR)" ]; then \
	  install -D -m 644 Scripts/anju.service "$(unit)" && \
	  sed -i 's|/usr/local/bin|$(PREFIX)/bin|' "$(unit)"; fi

# The policies first: the tests' own summary stands last. What starts programs and kills them runs
# apart, so that tests with a time limit have the machine to themselves.
test: setup ## Check and test the policies, then run every test
	swift build --build-tests
	@bin=$$(swift build --show-bin-path) && set -x && \
	  "$$bin"/anju policy check Policies && "$$bin"/anju policy test Policies
	swift test --skip-build --disable-xctest --skip '^(anjuTests|EventStoreTests|RegistryTests)\.'
	swift test --skip-build --disable-xctest --filter '^(EventStoreTests|RegistryTests)\.'
	swift test --skip-build --disable-xctest --filter '^anjuTests\.'

e2e: setup ## Test the running service from outside: each role in a browser, attacks, the API
	swift build --product anju
	Scripts/end-to-end "$$(swift build --show-bin-path)"/anju

screenshots: setup ## Look at every page of the service, and leave a picture of each outside the tree
	swift build --product anju
	ANJU_PICTURES="$${ANJU_PICTURES:-$${TMPDIR:-/tmp}/anju-screenshots}" \
	  Scripts/end-to-end "$$(swift build --show-bin-path)"/anju pages

fuzz: setup ## Search for texts that break the readers, each for FUZZ_SECONDS (60)
	Scripts/fuzz

bench: setup ## Measure how fast it is, beside zen-engine and OpenFisca, the office and the service
	@Benchmarks/run
	@Benchmarks/run-office
	@Benchmarks/run-service

goldens: setup ## Rewrite the golden outputs; read the diff before committing it
	UPDATE_GOLDENS=1 swift test --disable-xctest
	@git status --short -- Tests

pages: setup ## Write every measure as a page and look at all of them in a browser
	swift build --product anju
	Scripts/look-at-pages "$$(swift build --show-bin-path)"/anju

format: ## Format the Swift sources
	swift format --in-place --recursive --parallel $(swift_sources)

lint: ## Check format, the borders of the rooms and the layout of the policies
	swift format lint --strict --recursive --parallel $(swift_sources)
	Scripts/check-rooms --self-test
	Scripts/check-rooms
	swift build --product anju
	"$$(swift build --show-bin-path)"/anju policy format --check Policies

clean: ## Remove what was built
	swift package clean
	rm -rf .build

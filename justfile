bin := ".venv/bin/"

default: lint test

# style, types, imports, dictionaries, rules
lint:
    {{bin}}ruff check .
    {{bin}}ruff format --check .
    {{bin}}mypy
    {{bin}}lint-imports
    {{bin}}govtext dict check
    {{bin}}govtext rules check

test *args:
    {{bin}}pytest {{args}}

# format, and mend what ruff can mend
fix:
    {{bin}}ruff check --fix .
    {{bin}}ruff format .

# write what the commands print now into the documentation
snapshots:
    {{bin}}python -m tests.update_readme

"""``python -m lossledger`` is the command line."""

from lossledger.cli import main

main()

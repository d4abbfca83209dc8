"""Watching sources: feeds are looked at politely, what is new is read, kept and told.

``Watch(ledger, feeds, courier, every=...)`` holds what the ledger's own fetch records say was
seen, so that a watch that was stopped goes on where it was. ``round()`` looks once at every
feed whose time has come; ``run`` does so without end. Clock and sleep come from the front door.
"""

from lossledger.watching.courier import Courier
from lossledger.watching.rounds import Looked, Watch, run
from lossledger.watching.signals import KINDS, Signal, atom_file, webhook_body

__all__ = [
    "KINDS",
    "Courier",
    "Looked",
    "Signal",
    "Watch",
    "atom_file",
    "run",
    "webhook_body",
]

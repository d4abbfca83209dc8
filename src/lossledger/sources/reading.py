"""One way in for every dataset: daily records, tables, and folders with a reader of their own."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from importlib.resources import files

from lossledger.model import Document, Reading
from lossledger.sources import records
from lossledger.sources.folders import SourceFolder, folder
from lossledger.sources.rows import read_rows, reading_of

Reader = Callable[[Document, SourceFolder, date], Reading]


def read_dataset(
    document: Document,
    source_id: str,
    *,
    today: date,
    on_progress: records.Progress | None = None,
) -> Reading:
    """Every cell of a dataset as a claim, or ignored with the reason.

    Daily running totals (``[dataset]`` in the source's table) are told in
    ``records.read_dataset``, tables of claims (``[table]``) in ``rows``; a folder whose data
    needs logic of its own has a ``read.py``. ``today`` is the last day that a record may
    have. A file with a fault gives nothing: ``BadInput`` names file, record and field.
    """
    source = folder(source_id)
    if source.table is None:
        return records.read_dataset(document, source_id, today=today, on_progress=on_progress)
    reading = _reader(source.id)(document, source, today)
    if on_progress is not None:
        on_progress(1, 1)
    return reading


def _reader(source_id: str) -> Reader:
    """The reader of the source's own folder, else that of tables."""
    if files(__package__).joinpath(source_id, "read.py").is_file():
        reader: Reader = import_module(f"{__package__}.{source_id}.read").read
        return reader
    return _table


def _table(document: Document, source: SourceFolder, today: date) -> Reading:
    return reading_of(document, read_rows(document, source, today))

"""What is known about each publisher and dataset, and the reader of tabular data.

One folder per source, with its ``source.toml``: home, licence, addresses of files, what its
words mean and since when, and for a dataset (daily records) or a table (rows of claims) the
meaning of every column; a ``read.py`` beside it where the data needs logic of its own.

``folder(id)`` and ``folders()`` give the folders as frozen values; ``definition(source,
metric, day)`` what a source meant by a metric on a day, ``following(source, metric, party, day)``
whose figures it follows. ``dataset_document(content, ...)``
and ``read_dataset(document, source_id, today=...)`` turn a dataset's bytes into a
``Reading`` in which every cell is a claim or ignored on purpose; ``Versions`` reads the
versions of a dataset one after another, each by what it changes.
"""

from lossledger.sources.corrections import (
    SourceCorrection,
    correction,
    corrections,
    parse_corrections,
)
from lossledger.sources.folders import (
    Column,
    Dataset,
    Definition,
    Feed,
    Following,
    Qualifier,
    RemoteFile,
    SourceFolder,
    definition,
    definitions,
    definitions_of,
    folder,
    folders,
    following,
    parse_folder,
    shares_whole_texts,
)
from lossledger.sources.reading import read_dataset
from lossledger.sources.records import LARGEST_FILE, dataset_document
from lossledger.sources.tables import Kind, Speaker, Table, TableColumn
from lossledger.sources.versions import Changes, Versions

__all__ = [
    "LARGEST_FILE",
    "Changes",
    "Column",
    "Dataset",
    "Definition",
    "Feed",
    "Following",
    "Kind",
    "Qualifier",
    "RemoteFile",
    "SourceCorrection",
    "SourceFolder",
    "Speaker",
    "Table",
    "TableColumn",
    "Versions",
    "correction",
    "corrections",
    "dataset_document",
    "definition",
    "definitions",
    "definitions_of",
    "folder",
    "folders",
    "following",
    "parse_corrections",
    "parse_folder",
    "read_dataset",
    "shares_whole_texts",
]

"""Bytes in, ``Document`` out: text, Markdown, HTML, PDF, posts, e-mail, exports, archives.

The format is decided from the content, with the file's name as a hint. The text is in Unicode
NFC with LF line ends, and ``Document.offsets`` lead from every character back to its bytes.
Whatever cannot be used raises ``BadInput`` with one clear line before anything is returned.
"""

from lossledger.documents.fetch import Fetched, fetch
from lossledger.documents.making import MAX_BYTES, document_from_bytes, document_from_text
from lossledger.documents.opening import open_answer, open_documents, open_with_evidence
from lossledger.documents.refusals import require_figures, require_language

__all__ = [
    "MAX_BYTES",
    "Fetched",
    "document_from_bytes",
    "document_from_text",
    "fetch",
    "open_answer",
    "open_documents",
    "open_with_evidence",
    "require_figures",
    "require_language",
]

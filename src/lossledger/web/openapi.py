"""The API's own description (OpenAPI 3.1), made from the table of endpoints."""

from lossledger import __version__
from lossledger.model import Json
from lossledger.web.api import ENDPOINTS, Endpoint

_ERROR = {"$ref": "#/components/schemas/Error"}
_CODES = {
    "400": "a parameter cannot be used",
    "404": "the ledger holds nothing that answers",
    "413": "the request is too large",
    "422": "the text cannot be checked",
    "429": "too many requests",
}


def openapi() -> Json:
    """The description of version 1."""
    paths: Json = {}
    for endpoint in ENDPOINTS:
        paths.setdefault(endpoint.path, {})[endpoint.method] = _operation(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "lossledger",
            "version": __version__,
            "description": "Who said which war-loss figure, about whom, for which days. "
            "No key is needed to read; writing needs the service's token; fields are never dropped "
            "within v1.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
        "components": {
            "schemas": {"Error": _error_schema()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(endpoint: Endpoint) -> Json:
    name = endpoint.answer.__name__
    found: Json = {
        "operationId": name,
        "summary": endpoint.about,
        "description": (endpoint.answer.__doc__ or "").strip(),
        "parameters": [param.openapi() for param in endpoint.params],
        "responses": {"200": _ok(endpoint), **{c: _error(w) for c, w in _CODES.items()}},
    }
    if endpoint.method == "post":
        found["requestBody"] = {"required": True, "content": {"application/json": {
            "schema": _text_schema(endpoint)}}}  # fmt: skip
    if endpoint.guarded:
        found["security"] = [{"token": []}]
        found["responses"] |= {"401": _error("no token"), "403": _error("nothing is written here")}
    return found


def _ok(endpoint: Endpoint) -> Json:
    media: Json = {"application/json": {"schema": {"type": "object"}}}
    if endpoint.path.endswith(".atom"):
        media = {"application/atom+xml": {"schema": {"type": "string"}}}
    elif any(param.name == "format" for param in endpoint.params):
        media["text/csv"] = {"schema": {"type": "string"}}
    return {"description": "the answer", "content": media}


def _error(words: str) -> Json:
    return {"description": words, "content": {"application/json": {"schema": _ERROR}}}


def _text_schema(endpoint: Endpoint) -> Json:
    """The body of a request that sends a text."""
    whole = _check_schema()
    if endpoint.guarded:
        for name in ("as_of", "title"):
            del whole["properties"][name]
    return whole


def _check_schema() -> Json:
    return {
        "type": "object",
        "required": ["text"],
        "additionalProperties": False,
        "properties": {
            "text": {"type": "string", "minLength": 1},
            "published": {"type": ["string", "null"], "description": "a day or a moment"},
            "source": {"type": ["string", "null"], "description": "who speaks, a source id"},
            "as_of": {"type": ["string", "null"], "description": "judge by this moment"},
            "title": {"type": ["string", "null"]},
        },
    }


def _error_schema() -> Json:
    return {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["status", "where", "what", "fix"],
                "properties": {
                    "status": {"type": "integer"},
                    "where": {"type": "string"},
                    "what": {"type": "string"},
                    "fix": {"type": "string"},
                },
            }
        },
    }

"""Where a claim comes from, as PROV-JSON.

The form is that of the W3C member submission "The PROV-JSON Serialization" (2013) with the terms
of PROV-DM: the claim is an entity quoted from a document and attributed to its claimant.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from lossledger.model import Claim, Document, Json
from lossledger.vocabulary import sources

PREFIX = {"ll": "urn:lossledger:", "prov": "http://www.w3.org/ns/prov#"}


def prov_json(
    claim: Claim,
    document: Document,
    fetches: Iterable[tuple[Mapping[str, Any], datetime]],
    recorded_at: datetime,
) -> Json:
    """A claim's origin: its document, how that was got, who said it and who passed it on."""
    said, text = f"ll:claim:{claim.id}", f"ll:document:{document.id}"
    relays = [*claim.relays, *([claim.outlet] if claim.outlet else [])]
    agents = list(dict.fromkeys(name for name in (claim.claimant, *relays) if name))
    held: Json = {
        "prefix": PREFIX,
        "entity": {
            said: {
                "prov:value": str(claim.quantity),
                "ll:metric": claim.metric,
                "ll:quote": claim.quote,
            },
            text: {"ll:sha256": document.id, "ll:origin": document.origin},
        },
        "agent": {f"ll:source:{name}": _agent(name) for name in agents},
        "activity": {
            f"ll:reading:{claim.id}": {
                "prov:endTime": recorded_at.isoformat(),
                "ll:rules": ", ".join(claim.rules),
            }
        },
        "wasQuotedFrom": {"_:quoted": {"prov:generatedEntity": said, "prov:usedEntity": text}},
        "wasGeneratedBy": {
            "_:read": {"prov:entity": said, "prov:activity": f"ll:reading:{claim.id}"}
        },
        "wasAttributedTo": {},
    }
    if claim.claimant:
        held["wasAttributedTo"]["_:said"] = _attributed(said, claim.claimant)
    for n, name in enumerate(dict.fromkeys(relays)):
        held["wasAttributedTo"][f"_:passed{n}"] = _attributed(text, name)
    for n, (how, _) in enumerate(fetches):
        fetch = f"ll:fetch:{document.id}:{n}"
        held["activity"][fetch] = {
            "prov:endTime": how.get("retrieved_at"),
            "ll:url": how.get("final_url"),
        }
        held["wasGeneratedBy"][f"_:fetched{n}"] = {"prov:entity": text, "prov:activity": fetch}
    return held


def _agent(name: str) -> Json:
    known = sources().get(name)
    return {"prov:label": known.name if known else name}


def _attributed(entity: str, name: str) -> Json:
    return {"prov:entity": entity, "prov:agent": f"ll:source:{name}"}

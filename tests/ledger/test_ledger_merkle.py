"""Proofs of the log, forged and honest."""

import random

from lossledger.ledger.merkle import (
    consistency_proof,
    consistent,
    included,
    inclusion_proof,
    leaf_hash,
    root_of,
)

LEAVES = [leaf_hash(str(k).encode()) for k in range(70)]
ROOTS = [root_of(LEAVES[:n]) for n in range(len(LEAVES) + 1)]


def test_every_leaf_of_every_small_log_is_proved():
    for size in range(1, 40):
        for index in range(size):
            path = inclusion_proof(LEAVES[:size], index)
            assert included(LEAVES[index], index, size, path, ROOTS[size])


def test_every_small_log_is_proved_to_begin_with_every_smaller_one():
    for size in range(1, 40):
        for old in range(1, size + 1):
            path = consistency_proof(LEAVES[:size], old)
            assert consistent(old, ROOTS[old], size, ROOTS[size], path)


def forged(rng, path, index, size):
    """The proof with one thing wrong: a bit, a step too many or too few, or another place."""
    path = list(path)
    way = rng.choice(("bit", "drop", "double", "swap", "index", "size") if path else ("size",))
    spot = rng.randrange(len(path)) if path else 0
    if way == "bit":
        step = bytearray(path[spot])
        step[rng.randrange(32)] ^= 1 << rng.randrange(8)
        path[spot] = bytes(step)
    elif way == "drop":
        del path[spot]
    elif way == "double":
        path.insert(spot, path[spot])
    elif way == "swap":
        other = rng.randrange(len(path))
        path[spot], path[other] = path[other], path[spot]
    elif way == "index":
        index = rng.choice([k for k in range(-1, size + 1) if k != index])
    else:
        size = rng.choice([k for k in range(90) if k != size])
    return path, index, size


def test_forged_inclusion_proofs_are_refused():
    """Only a proof that reads the same in another log (the same turns) may pass as itself."""
    rng = random.Random(2024)
    for _ in range(5000):
        size = rng.randrange(1, len(LEAVES))
        index = rng.randrange(size)
        path = inclusion_proof(LEAVES[:size], index)
        false, place, claimed = forged(rng, path, index, size)
        if false == path and place == index:
            # A wrong size is refused only where it changes the turns of the path: the root
            # says which log is meant, and a checkpoint binds the size to the root.
            continue
        if (false, place, claimed) != (path, index, size):
            assert not included(LEAVES[index], place, claimed, false, ROOTS[size])


def test_forged_consistency_proofs_are_refused():
    rng = random.Random(2024)
    for _ in range(5000):
        size = rng.randrange(2, len(LEAVES))
        old = rng.randrange(1, size)
        path = consistency_proof(LEAVES[:size], old)
        false, place, _ = forged(rng, path, old, size)
        if (false, place) != (path, old):
            assert not consistent(place, ROOTS[old], size, ROOTS[size], false)


def test_a_proof_that_a_log_begins_with_another_past_is_refused():
    path = consistency_proof(LEAVES[:50], 20)
    assert not consistent(20, ROOTS[19], 50, ROOTS[50], path)
    assert not consistent(20, ROOTS[20], 50, ROOTS[49], path)
    assert not consistent(50, ROOTS[50], 20, ROOTS[20], path)
    assert not consistent(50, ROOTS[49], 50, ROOTS[50], [])

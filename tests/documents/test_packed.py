"""Zip and tar files are read within limits, and nothing of them leads outside or costs much."""

import gzip
import json
import os
import stat
import tarfile
import time
import zipfile
from contextlib import suppress

import pytest
from documents_samples import NOW
from hypothesis import given, settings
from hypothesis import strategies as st
from packed_samples import tarred, zipped

from lossledger.documents import open_with_evidence
from lossledger.documents.packed import is_packed, members
from lossledger.errors import BadInput

STORY = "The General Staff said that Russia lost 1,160 soldiers."
MIB = 2**20


def opened(folder, name, content):
    skipped: list[str] = []
    file = folder / name
    file.write_bytes(content)
    held = open_with_evidence(str(file), retrieved_at=NOW, on_skip=skipped.append)
    return held, [one.removeprefix(f"{folder}/") for one in skipped]


def export():
    text = [{"type": "bold", "text": STORY}]
    messages = [{"id": 7, "type": "message", "date_unixtime": "1708582200", "text": text}]
    return json.dumps({"name": "Desk", "messages": messages}).encode()


def test_a_zipped_export_of_a_chat_is_read_and_its_pictures_are_told_in_one_line(tmp_path):
    files = [("ChatExport/result.json", export()), ("ChatExport/css/a.css", b"p{}")]
    files += [(f"ChatExport/photos/{n}.jpg", b"\xff\xd8") for n in range(30)]
    ((found, how),), skipped = opened(tmp_path, "export.zip", zipped(*files))
    assert (found.text, found.outlet) == (STORY, "Desk")
    assert (how["format"], how["member"], how["post"]) == (
        "chat export",
        "ChatExport/result.json",
        "7",
    )
    assert skipped == ["export.zip: 31 files that are no texts were left out (.jpg 30, .css 1)"]


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("packed", [False, True])
def test_a_tar_of_saved_pages_gives_each_page_with_its_name(tmp_path, form, packed):
    long = "новини/" + "d" * 60 + "/" + "e" * 70
    files = [(f"{long}/{n}.html", f"<p>{STORY} Page {n}.</p>".encode()) for n in (1, 2)]
    held, skipped = opened(tmp_path, "pages.tgz", tarred(*files, form=form, packed=packed))
    assert [how["member"] for _, how in held] == [name for name, _ in files]
    assert [found.text for found, _ in held] == [f"{STORY} Page {n}." for n in (1, 2)]
    assert held[0][0].origin.endswith(f"pages.tgz#{long}/1.html")
    assert skipped == []


def test_one_packed_file_is_read_with_what_its_name_tells(tmp_path):
    ((found, how),), _ = opened(tmp_path, "2024-02-22 story.txt.gz", gzip.compress(STORY.encode()))
    assert (found.text, how["member"]) == (STORY, "2024-02-22 story.txt")
    assert (str(found.published_at.date()), found.published_from) == ("2024-02-22", "guessed")


def test_posts_and_other_files_of_an_archive_are_read_as_they_are_alone(tmp_path):
    post = json.dumps({"date": "2024-02-22", "text": STORY}).encode()
    files = [
        ("a/posts.jsonl", post + b"\n" + post.replace(b"1,160", b"1,170")),
        ("b.md", b"**5** tanks"),
    ]
    held, _ = opened(tmp_path, "a.zip", zipped(*files))
    assert [found.text for found, _ in held] == [STORY, STORY.replace("1,160", "1,170"), "5 tanks"]
    assert str(held[0][0].report_date) == "2024-02-22"
    assert held[0][0].origin.endswith("a.zip#a/posts.jsonl:1")


OUTSIDE = [
    "../a.txt",
    "a/../../b.txt",
    "/etc/a.txt",
    "C:\\a.txt",
    "..\\a.txt",
    "a\x01.txt",
    "\\\\host\\a.txt",
]


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_leads_out_is_left_out_and_nothing_is_written(tmp_path, name, pack):
    inside = tmp_path / "in" / "side"
    inside.mkdir(parents=True)
    held, skipped = opened(
        inside, "a.pack", pack((name, b"Russia lost 9 tanks."), ("b.txt", STORY.encode()))
    )
    assert [found.text for found, _ in held] == [STORY]
    assert [one.rpartition(": ")[2] for one in skipped] == ["its name leads out of the archive"]
    assert all(one.isprintable() for one in skipped)
    assert sorted(os.listdir(inside)) == ["a.pack"]
    assert sorted(os.listdir(tmp_path)) == ["in"]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_are_not_followed(tmp_path, kind):
    content = tarred(("a.txt", b""), kind=kind, link="/etc/passwd")
    with pytest.raises(BadInput, match="no text in it that can be read"):
        opened(tmp_path, "a.tar", content)
    with pytest.raises(BadInput, match="no text in it that can be read"):
        opened(tmp_path, "a.zip", zipped(("a.txt", b"/etc/passwd"), mode=stat.S_IFLNK | 0o777))


def skipped_of(content, name="a.zip"):
    skipped: list[str] = []
    found = list(members(content, name, 10 * MIB, skipped.append))
    return [one.name for one in found], skipped


def test_archives_inside_locked_large_and_doubled_files_are_told():
    files = [("in.zip", zipped(("a.txt", b"x"))), ("b.txt", zipped(("a.txt", b"x"))),
             ("c.txt", b"5 tanks"), ("large.txt", b"a" * (10 * MIB + 1))]  # fmt: skip
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = zipped(*files, ("c.txt", b"6 tanks"), method=zipfile.ZIP_STORED)
    assert skipped_of(content) == (
        ["c.txt"],
        ["a.zip#in.zip: an archive in an archive is not opened",
         "a.zip#b.txt: an archive in an archive is not opened",
         "a.zip#large.txt: larger than 10 MiB",
         "a.zip#c.txt: the archive holds another file of this name"],
    )  # fmt: skip
    locked = bytearray(zipped(("a.txt", b"5 tanks")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    assert skipped_of(bytes(locked)) == ([], ["a.zip#a.txt: locked with a password"])
    odd = zipped(("a.txt", b"5 tanks"), method=zipfile.ZIP_LZMA)
    assert skipped_of(odd) == ([], ["a.zip#a.txt: packed in a way that is not read"])
    changed = zipped(("a.txt", b"5 tanks"), method=zipfile.ZIP_STORED).replace(
        b"5 tanks", b"6 tanks"
    )
    assert skipped_of(changed)[1][0].startswith("a.zip#a.txt: broken: Bad CRC")


def test_what_unpacks_without_end_is_refused():
    many = zipped(*((f"{n}.txt", b"a " * (4 * MIB)) for n in range(4)))
    streams = gzip.compress(b"") * 200_000
    for content, said in [
        (many, "unpacks to more than 10 times its size"),
        (gzip.compress(bytes(50 * MIB)), "unpacks to more than 10 times its size"),
        (tarred(("a.txt", b"a" * 30 * MIB), packed=True), "unpacks to more than 10 times its size"),
        (streams, "packed in more than 100 pieces"),
        (b"PK\x03\x04" + b"PK\x01\x02" * 10_001, "holds more than 10,000 files"),
        (tarred(*(("a.jpg", b"") for _ in range(10_001))), "holds more than 10,000 files"),
        (zipped(*((f"{n}.txt", b"a") for n in range(2_001))), "holds more than 2,000 texts"),
    ]:
        begun = time.process_time()
        with pytest.raises(BadInput, match=said):
            skipped_of(content)
        assert time.process_time() - begun < 2


def test_a_file_without_a_name_in_an_archive_ends_nothing():
    content = zipped(("a.txt", STORY.encode()), ("b.txt", STORY.encode()))
    nameless = content.replace(b"a.txt", b"\0.txt")  # what follows a NUL is no name
    assert [one.name for one in members(nameless, "a.zip", MIB, lambda words: None)] == [
        "",
        "b.txt",
    ]


def test_an_office_document_and_a_broken_archive_are_named():
    for content, said in [
        (zipped(("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"")), "this is an office document"),
        (zipped(("a.txt", b"x"))[:40], "the archive is broken"),
        (tarred(("a.txt", b"x")).replace(b"ustar", b"ustar", 1)[:300] + b"\1" * 900, ""),
        (gzip.compress(b"5 tanks")[:-3], "breaks off"),
    ]:  # fmt: skip
        if is_packed(content, "a"):
            with pytest.raises(BadInput, match=said):
                skipped_of(content)


SEEDS = [zipped(("a.txt", STORY.encode()), ("b/c.html", b"<p>5</p>")), tarred(("a.txt", STORY.encode())),
         tarred(("д" * 90 + "/a.txt", b"5"), form=tarfile.GNU_FORMAT), tarred(("a.txt", b"5"), packed=True)]  # fmt: skip


@settings(deadline=1000, max_examples=400)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 11_000), st.binary(max_size=9)), max_size=6),
)
def test_a_changed_archive_gives_files_or_a_named_refusal(content, edits):
    data = bytearray(content)
    for at, piece in edits:
        data[at % len(data) : at % len(data) + len(piece)] = piece
    with suppress(BadInput):
        for one in members(bytes(data), "a.zip", MIB, lambda words: None):
            assert ".." not in one.name.split("/")

"""A PDF written by hand, so that tests know where every object stands."""


def pdf(
    *pages: str,
    title: str = "Losses",
    created: str = "D:20240222061000Z",
    packed: bytes | None = None,
) -> bytes:
    """A PDF whose pages hold these lines of text (Latin letters only).

    ``packed`` is what every page draws instead, as bytes of zlib.
    """
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, text in enumerate(pages):
        lines = "".join(f"({line}) Tj 0 -14 Td\n" for line in text.split("\n"))
        stream = f"BT /F1 12 Tf 72 720 Td\n{lines}ET".encode("latin-1")
        resources = "<< /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R /Resources {resources} >>".encode()
        )
        form = b"" if packed is None else b" /Filter /FlateDecode"
        stream = stream if packed is None else packed
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(stream), form, stream))
    objects.append(f"<< /Title ({title}) /CreationDate ({created}) >>".encode())
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)

"""Workbooks written as plain XML, for what no common writer makes."""
import io, zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Unseekable(io.RawIOBase):
    """Makes zipfile write sizes behind the data, as programs do that write to a stream."""
    def __init__(self):
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, bytes):
        self.data += bytes
        return len(bytes)


def package(rows, strings=None, prefix="", namespace=MAIN, encoding="utf-8", formats=(), after="", roots=True,
            sheet_path="xl/worksheets/sheet1.xml", target="worksheets/sheet1.xml", compression=zipfile.ZIP_DEFLATED,
            streamed=False):
    office = namespace.replace("spreadsheetml/2006/main", "officeDocument/2006/relationships")
    office = office.replace("spreadsheetml/main", "officeDocument/relationships")

    def part(body):
        return f'<?xml version="1.0" encoding="{encoding}" standalone="yes"?>\n{body}'.encode(encoding)

    def main(name, content, attributes=""):
        if not prefix:
            return part(f'<{name} xmlns="{namespace}" xmlns:r="{office}"{attributes}>{content}</{name}>')
        import re
        content = re.sub(r"<(/?)(\w)", rf"<\1{prefix}:\2", content)
        return part(f'<{prefix}:{name} xmlns:{prefix}="{namespace}" xmlns:r="{office}"{attributes}>{content}</{prefix}:{name}>')

    def relations(*targets):
        items = "".join(
            f'<Relationship Id="rId{n}" Type="{office}/{kind}" Target="{path}"/>' for n, (kind, path) in enumerate(targets, 1))
        return part(f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>')

    parts = {}
    if roots:
        parts["_rels/.rels"] = relations(("officeDocument", "xl/workbook.xml"))
    related = [("worksheet", target)]
    if strings is not None:
        related.append(("sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = main("sst", strings)
    if formats:
        related.append(("styles", "styles.xml"))
        xfs = "".join(f'<xf numFmtId="{id}"/>' for id in [0, *formats])
        parts["xl/styles.xml"] = main("styleSheet", f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{xfs}</cellXfs>')
    parts["xl/workbook.xml"] = main("workbook", '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>')
    parts["xl/_rels/workbook.xml.rels"] = relations(*related)
    parts[sheet_path] = main("worksheet", f"<sheetData>{rows}</sheetData>{after}")
    out = Unseekable() if streamed else io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2026, 11, 16, 0, 0, 0))
            info.compress_type = compression
            with archive.open(info, "w", force_zip64=streamed) as file:
                file.write(content)
    return bytes(out.data) if streamed else out.getvalue()

package org.lianxin.warning.file;

import java.io.IOException;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Doubles every cell style with a red ground: style n becomes n + {@link #offset()}, so that a marked cell keeps its format. */
final class MarkedStyles {

    private static final String RED = "FFFFC7CE";

    private final byte[] part;
    private final int offset;

    private MarkedStyles(byte[] part, int offset) {
        this.part = part;
        this.offset = offset;
    }

    byte[] part() {
        return part;
    }

    int offset() {
        return offset;
    }

    static MarkedStyles of(byte[] styles) throws IOException {
        Document document = Xml.parse(styles);
        Element fills = only(document, "fills");
        Element formats = only(document, "cellXfs");
        List<Element> known = children(formats, "xf");
        int fill = children(fills, "fill").size();
        Element pattern = Xml.add(Xml.add(fills, "fill"), "patternFill");
        pattern.setAttribute("patternType", "solid");
        Xml.add(pattern, "fgColor").setAttribute("rgb", RED);
        fills.setAttribute("count", Integer.toString(fill + 1));
        for (Element format : known) {
            Element marked = (Element) format.cloneNode(true);
            marked.setAttribute("fillId", Integer.toString(fill));
            marked.setAttribute("applyFill", "1");
            formats.appendChild(marked);
        }
        formats.setAttribute("count", Integer.toString(known.size() * 2));
        return new MarkedStyles(Xml.write(document), known.size());
    }

    private static Element only(Document document, String name) throws IOException {
        List<Element> found = Xml.all(document, name);
        if (found.isEmpty()) {
            throw new IOException("no " + name);
        }
        return found.getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return Xml.all(parent.getOwnerDocument(), name).stream()
                .filter(each -> parent.isSameNode(each.getParentNode()))
                .toList();
    }
}

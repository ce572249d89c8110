package org.lianxin.warning.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Comments of a sheet and the boxes they are shown in; what the sheet had already stays. */
final class MarkedComments {

    private static final String NONE = """
            <?xml version="1.0" encoding="UTF-8"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <authors><author>连心</author></authors><commentList></commentList></comments>""";
    private static final String NO_BOXES = """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
            path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>\
            </v:shapetype></xml>""";

    private MarkedComments() {}

    static byte[] comments(byte @Nullable [] existing, List<Mark> marks) throws IOException {
        Document document = Xml.parse(existing == null ? NONE.getBytes(StandardCharsets.UTF_8) : existing);
        Element list = Xml.all(document, "commentList").getFirst();
        Map<String, Element> known = new LinkedHashMap<>();
        Xml.all(document, "comment").forEach(each -> known.put(each.getAttribute("ref"), each));
        for (Mark mark : marks) {
            Element comment = known.get(mark.cell());
            if (comment == null) {
                comment = Xml.add(list, "comment");
                comment.setAttribute("ref", mark.cell());
                comment.setAttribute("authorId", "0");
                Xml.add(comment, "text");
                known.put(mark.cell(), comment);
            }
            Element text = (Element) comment.getElementsByTagNameNS("*", "text").item(0);
            Element words = Xml.add(Xml.add(text, "r"), "t");
            words.setAttribute("xml:space", "preserve");
            words.setTextContent((text.getChildNodes().getLength() > 1 ? "\n" : "") + mark.text());
        }
        return Xml.write(document);
    }

    static byte[] boxes(byte @Nullable [] existing, List<Mark> marks) throws IOException {
        String drawing = existing == null ? NO_BOXES : new String(existing, StandardCharsets.UTF_8);
        int end = drawing.lastIndexOf("</xml>");
        if (end < 0) {
            throw new IOException("not a drawing of comments");
        }
        StringBuilder all = new StringBuilder(drawing.substring(0, end));
        int serial = 90_000;
        for (Mark mark : marks) {
            all.append(box(mark, serial++));
        }
        return all.append("</xml>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String box(Mark mark, int serial) {
        return """
                <v:shape id="lx_%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" \
                o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note">\
                <x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d,15,%d,10,%d,15,%d,4</x:Anchor><x:AutoFill>False</x:AutoFill>\
                <x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>""".formatted(
                        serial,
                        mark.column() + 1,
                        Math.max(0, mark.row() - 2),
                        mark.column() + 5,
                        mark.row() + 4,
                        mark.row() - 1,
                        mark.column());
    }
}

package org.lianxin.warning.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** Copies a sheet event by event, giving marked cells their red style and the sheet its comments. Needs no memory to speak of. */
final class MarkedSheet {

    private static final Set<String> AFTER_COMMENTS = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final QName STYLE = new QName("s");
    private static final QName REFERENCE = new QName("r");

    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    private final Set<String> cells;
    private final int offset;
    private final String commentsRelation;
    private boolean commented;
    private boolean inCells;

    /** @param commentsRelation id of the relation to the boxes; empty when the sheet has one already */
    MarkedSheet(Set<String> cells, int offset, String commentsRelation) {
        this.cells = cells;
        this.offset = offset;
        this.commentsRelation = commentsRelation;
        this.commented = commentsRelation.isEmpty();
    }

    void copy(InputStream in, OutputStream out) throws IOException {
        try {
            XMLEventReader reader = Xml.streaming().createXMLEventReader(in);
            XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, "UTF-8");
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                addCommentsBefore(event, writer);
                writer.add(event.isStartElement() ? marked(event.asStartElement()) : event);
            }
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the sheet is not well-formed", e);
        }
    }

    private void addCommentsBefore(XMLEvent event, XMLEventWriter writer) throws XMLStreamException {
        if (event.isStartElement()
                && event.asStartElement().getName().getLocalPart().equals("sheetData")) {
            inCells = true;
        } else if (event.isEndElement()
                && event.asEndElement().getName().getLocalPart().equals("sheetData")) {
            inCells = false;
        }
        if (commented || inCells) {
            return;
        }
        boolean later = event.isStartElement()
                && AFTER_COMMENTS.contains(event.asStartElement().getName().getLocalPart());
        boolean end = event.isEndElement()
                && event.asEndElement().getName().getLocalPart().equals("worksheet");
        if (later || end) {
            QName name = event.isStartElement()
                    ? event.asStartElement().getName()
                    : event.asEndElement().getName();
            String namespace = name.getNamespaceURI();
            writer.add(events.createStartElement(name.getPrefix(), namespace, "legacyDrawing"));
            writer.add(events.createNamespace("lxr", RELATIONS));
            writer.add(events.createAttribute("lxr", RELATIONS, "id", commentsRelation));
            writer.add(events.createEndElement(name.getPrefix(), namespace, "legacyDrawing"));
            commented = true;
        }
    }

    private StartElement marked(StartElement element) {
        if (!element.getName().getLocalPart().equals("c")) {
            return element;
        }
        Attribute reference = element.getAttributeByName(REFERENCE);
        if (reference == null || !cells.contains(reference.getValue())) {
            return element;
        }
        int style = 0;
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute each = all.next();
            if (each.getName().equals(STYLE)) {
                style = Integer.parseInt(each.getValue());
            } else {
                attributes.add(each);
            }
        }
        attributes.add(events.createAttribute(STYLE, Integer.toString(style + offset)));
        return events.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }
}

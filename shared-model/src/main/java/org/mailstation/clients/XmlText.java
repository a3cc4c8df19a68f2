package org.mailstation.clients;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, with everything escaped that must be, two blanks for each level. */
final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    XmlText() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("every Java runtime writes XML", e);
        }
    }

    /** Between its start and its end. */
    @FunctionalInterface
    interface Content {
        void write();
    }

    /** Something of the writer that fails only if this class is wrong. */
    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    private static void step(Step step) {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in the wrong order", e);
        }
    }

    /** A line before the first element, such as a document type; written as it is. */
    XmlText head(String line) {
        text.write("\n" + line);
        return this;
    }

    /**
     * @param attributes name and value in turn
     */
    XmlText element(String name, Content content, String... attributes) {
        line();
        step(() -> xml.writeStartElement(name));
        attributes(attributes);
        depth++;
        content.write();
        depth--;
        line();
        step(xml::writeEndElement);
        return this;
    }

    XmlText text(String name, Object value, String... attributes) {
        line();
        step(() -> xml.writeStartElement(name));
        attributes(attributes);
        step(() -> xml.writeCharacters(String.valueOf(value)));
        step(xml::writeEndElement);
        return this;
    }

    XmlText empty(String name) {
        line();
        step(() -> xml.writeEmptyElement(name));
        return this;
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = attributes[i + 1];
            step(() -> xml.writeAttribute(name, value));
        }
    }

    private void line() {
        step(() -> xml.writeCharacters("\n" + "  ".repeat(depth)));
    }

    @Override
    public String toString() {
        step(xml::flush);
        return text + "\n";
    }
}

package org.mailstation.lan;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A piece of XML from a device at home. Nobody knows who really sent it: it may bring no grammar of
 * its own and not nest beyond reason.
 *
 * @param name without its prefix
 * @param text directly in it, without white space around it
 * @param children in their order
 */
public record Element(String name, String text, List<Element> children) {
    private static final int DEEPEST = 32;

    public Element {
        children = List.copyOf(children);
    }

    /** The document's outermost element; empty if it is not well-formed or goes too far. */
    public static Optional<Element> parse(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // no grammar: no entities that grow, none that read files or call other machines
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return Optional.ofNullable(read(reader));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static final class Open {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();

        Open(String name) {
            this.name = name;
        }

        Element close() {
            return new Element(name, text.toString().strip(), children);
        }
    }

    private static @Nullable Element read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a grammar");
                case XMLStreamConstants.START_ELEMENT -> {
                    open.push(new Open(reader.getLocalName()));
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("too deep");
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (open.peek() instanceof Open inner) {
                        inner.text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Element done = open.pop().close();
                    if (open.peek() instanceof Open outer) {
                        outer.children.add(done);
                    } else {
                        root = done;
                    }
                }
                default -> {}
            }
        }
        return root;
    }

    /** The first child of that name. */
    public Optional<Element> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** The text of the first child of that name; empty if there is none. */
    public String textOf(String wanted) {
        return child(wanted).map(Element::text).orElse("");
    }

    /** This element and all below it that have that name, in the order of the document. */
    public Stream<Element> all(String wanted) {
        Stream<Element> below = children.stream().flatMap(child -> child.all(wanted));
        return name.equals(wanted) ? Stream.concat(Stream.of(this), below) : below;
    }
}

package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailstation.finding.Finding;

/**
 * The same said of several ports is one problem: a firewall, or a router that leads all of them to
 * another device.
 */
final class Siblings {
    private static final Set<String> OF_PORTS =
            Set.of("listener", "home", "reach", "forwarding", "rule");

    private Siblings() {}

    /** The causes, those of the same kind as consequences of the first of them. */
    static List<Cause> together(List<Cause> causes) {
        Map<Object, Cause> together = new LinkedHashMap<>();
        for (Cause cause : causes) {
            together.merge(family(cause.root()), cause, Siblings::adopted);
        }
        return List.copyOf(together.values());
    }

    private record Family(String kind, String said) {}

    private static Object family(Finding root) {
        String kind = Subject.of(root).kind();
        return OF_PORTS.contains(kind) ? new Family(kind, root.sentence().key()) : root;
    }

    private static Cause adopted(Cause first, Cause sibling) {
        List<Finding> consequences = new ArrayList<>(first.consequences());
        consequences.add(sibling.root());
        sibling.consequences().stream()
                .filter(one -> !consequences.contains(one))
                .forEach(consequences::add);
        return new Cause(first.root(), consequences);
    }
}

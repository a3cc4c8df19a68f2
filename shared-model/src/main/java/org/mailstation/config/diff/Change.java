package org.mailstation.config.diff;

import java.util.List;
import org.mailstation.text.Text;

/**
 * One difference between two configurations.
 *
 * @param field as in {@link org.mailstation.config.Problem#field()}
 * @param sentence what changes, for example "The host name changes from a.example to b.example"
 * @param effects what that means, for example "You must also change this DNS record"
 */
public record Change(String field, Text sentence, List<Text> effects) {
    public Change {
        effects = List.copyOf(effects);
    }
}

package org.mailstation.desktop.flow;

import org.mailstation.text.Text;

/**
 * What somebody wants done and is asked about once more, as it cannot simply be taken back.
 *
 * @param question what would happen
 * @param yes the name of doing it
 */
public record Wish(Text question, Text yes) {}

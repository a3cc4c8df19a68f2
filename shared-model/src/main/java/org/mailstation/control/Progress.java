package org.mailstation.control;

import org.mailstation.text.Text;

/**
 * How far a long request is.
 *
 * @param percent 0 to 100
 * @param step what is being done
 */
public record Progress(int percent, Text step) {}

package org.mailstation.control;

import org.mailstation.text.Text;

/**
 * Something that is not as it should be.
 *
 * @param check the name of the check that found it
 */
public record Trouble(String check, Text sentence) {}

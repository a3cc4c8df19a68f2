package org.mailstation.config;

import org.mailstation.text.Text;

/**
 * One thing that is wrong with a configuration.
 *
 * @param field where, in the words of the file: {@code host-name}, {@code account[2].address},
 *     {@code ports.smtp.port}; empty for the whole
 * @param line line in the file, counted from 1; 0 where there is no file
 * @param text what is wrong and what would be right
 */
public record Problem(String field, int line, Text text) {}

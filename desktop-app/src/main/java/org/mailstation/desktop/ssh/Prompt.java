package org.mailstation.desktop.ssh;

import java.util.Optional;
import java.util.function.Supplier;
import org.mailstation.control.Secret;

/**
 * A question that a program asks on its standard error.
 *
 * @param marker text that means "I am asking now"; never otherwise written
 * @param answer called for each question, on another thread; the answer goes to standard input as a
 *     line, no answer closes it
 */
public record Prompt(String marker, Supplier<Optional<Secret>> answer) {}

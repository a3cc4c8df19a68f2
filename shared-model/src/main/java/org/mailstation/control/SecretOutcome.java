package org.mailstation.control;

/** What became of a secret. Secrets can be written and replaced, never read back. */
public sealed interface SecretOutcome {
    record Stored(String name) implements SecretOutcome {}

    record UnknownName(String name) implements SecretOutcome {}
}

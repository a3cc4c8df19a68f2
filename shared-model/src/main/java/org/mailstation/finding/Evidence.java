package org.mailstation.finding;

import java.time.Instant;

/**
 * One question and its answer.
 *
 * @param vantage where it was asked from
 * @param asked what was asked, in technical words, for example {@code connect 192.168.77.10:993}
 * @param answered the answer as it came, or why there was none
 * @param when the moment of the answer
 */
public record Evidence(Vantage vantage, String asked, String answered, Instant when) {}

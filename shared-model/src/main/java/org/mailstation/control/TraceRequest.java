package org.mailstation.control;

/**
 * Which letters of the last 30 days are wanted. Words are looked for anywhere and in any case; an
 * empty one does not matter.
 *
 * @param from in the envelope's sender
 * @param to in one of the recipients
 * @param subject in the subject
 * @param id in the letter's {@code Message-ID} or in our own number of it
 * @param most how many at most, the newest, 1 to 1000
 */
public record TraceRequest(String from, String to, String subject, String id, int most) {}

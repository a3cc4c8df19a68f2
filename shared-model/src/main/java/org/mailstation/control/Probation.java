package org.mailstation.control;

import java.time.Instant;

/** A revision that is rolled back unless somebody confirms it over a fresh connection in time. */
public record Probation(int revision, Instant until) {}

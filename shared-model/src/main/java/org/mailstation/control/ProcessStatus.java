package org.mailstation.control;

/**
 * What the daemon costs the NAS.
 *
 * @param residentBytes memory in use (RSS); -1 where the system does not tell
 * @param diskFreeBytes room left where the letters lie
 */
public record ProcessStatus(
        long residentBytes, long heapUsedBytes, long diskFreeBytes, int threads) {}

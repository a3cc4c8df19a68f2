package org.mailstation.desktop.tray;

import org.mailstation.desktop.words.Words;

/**
 * What the sign's menu offers below the sentence.
 *
 * @param open brings the window up
 * @param check looks at the station now
 * @param report makes one about the station
 * @param pause stops watching, or goes on
 * @param quit ends the program
 */
public record TrayMenu(
        Words words,
        Runnable open,
        Runnable check,
        Runnable report,
        Runnable pause,
        Runnable quit) {}

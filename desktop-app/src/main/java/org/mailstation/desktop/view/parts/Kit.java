package org.mailstation.desktop.view.parts;

import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.words.Words;

/**
 * What every page needs.
 *
 * @param flow gets the person's wishes
 * @param neighbourhood the NASes around
 * @param care what can be done for a station that is set up
 * @param words the texts
 * @param dialogs what lies outside the window
 */
public record Kit(
        SetupFlow flow, Neighbourhood neighbourhood, Care care, Words words, Dialogs dialogs) {}

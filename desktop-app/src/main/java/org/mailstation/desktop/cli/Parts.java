package org.mailstation.desktop.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailstation.check.real.Scenes;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.log.OwnLog;
import org.mailstation.desktop.outside.OutsideBook;
import org.mailstation.desktop.outside.OutsideGateway;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.ProfileStore;
import org.mailstation.desktop.report.GoodReports;

/**
 * What the commands work with.
 *
 * @param version of this program
 * @param window opens the assistant's window and returns when it is closed, with the exit code;
 *     empty: there is no display
 * @param discovery looks for NASes
 * @param check looks at the whole station
 * @param practice runs the practice station
 * @param outsides the remembered accounts outside the home
 * @param outside the way to them
 * @param scenes how this computer asks the world
 * @param ownLog what the window wrote down about itself
 * @param goodReports what stations were like when nothing was wrong
 */
public record Parts(
        String version,
        NasGateway gateway,
        ProfileStore profiles,
        Window window,
        Discovery discovery,
        StationCheck check,
        PracticeRunner practice,
        OutsideBook outsides,
        OutsideGateway outside,
        Scenes scenes,
        OwnLog ownLog,
        GoodReports goodReports) {

    /** The assistant's window. */
    public interface Window {
        /**
         * Something that opens it and returns when it is closed, with the exit code; empty: there
         * is no display.
         */
        Optional<Callable<Integer>> ifDisplay();
    }
}

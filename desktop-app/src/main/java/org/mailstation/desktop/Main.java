package org.mailstation.desktop;

import org.mailstation.desktop.cli.MailStation;
import org.mailstation.desktop.cli.Terminal;

/**
 * The program {@code mail-station}. It does not extend JavaFX's Application, which the class path
 * would not allow.
 */
public final class Main {
    private Main() {}

    /** See {@code --help}. */
    public static void main(String[] args) {
        int code = MailStation.run(Terminal.ofThisProcess(), Wiring.ofThisComputer().parts(), args);
        System.out.flush();
        System.exit(code);
    }
}

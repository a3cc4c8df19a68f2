package org.mailstation.check;

import java.util.Map;

/** Other mail servers that want the ports of mail, by what DSM and Linux call them. */
public final class MailPrograms {
    /** Synology's packages and how people call them, by their folders. */
    public static final Map<String, String> PACKAGES =
            Map.of(
                    "MailPlus-Server", "Synology MailPlus Server",
                    "MailServer", "Synology Mail Server");

    /** By the names that their listening processes have. */
    private static final Map<String, Known> PROGRAMS =
            Map.of(
                    "master", new Known("Postfix", "postfix"),
                    "dovecot", new Known("Dovecot", "dovecot"),
                    "exim4", new Known("Exim", "exim4"),
                    "exim", new Known("Exim", "exim"),
                    "sendmail", new Known("Sendmail", "sendmail"));

    private record Known(String title, String service) {}

    private MailPrograms() {}

    /** Whether a process of this name is one of a mail server. */
    public static boolean has(String process) {
        return PROGRAMS.containsKey(process);
    }

    /** How people call the program that a process belongs to; the process's own name otherwise. */
    public static String title(String process) {
        Known known = PROGRAMS.get(process);
        return known == null ? process : known.title();
    }

    /** The service that starts it, for systemd and in {@code /etc/init.d}; empty: not known. */
    public static String service(String process) {
        Known known = PROGRAMS.get(process);
        return known == null ? "" : known.service();
    }

    /** What to type to stop a program for good where systemd starts the services; may be empty. */
    public static String stopBySystemd(String process) {
        String service = service(process);
        return service.isEmpty() ? "" : "sudo systemctl disable --now " + service;
    }

    /** What to type to stop one of {@link #PACKAGES}. */
    public static String stopPackage(String id) {
        return "sudo synopkg stop " + id;
    }
}

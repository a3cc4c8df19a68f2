package org.mailstation.desktop.draft;

/** The pages on which a draft is typed. */
public enum DraftPage {
    LINE,
    NAME,
    PEOPLE,
    SAFETY,
    /** no page shows it */
    ELSEWHERE;

    /** The page that shows a field. */
    public static DraftPage of(String field) {
        String section = field.split("[.\\[]", 2)[0];
        return switch (section) {
            case "network" -> LINE;
            case "host-name", "domains", "ddns" -> NAME;
            case "account", "alias" -> PEOPLE;
            case "relay", "tls", "ports", "incoming" -> SAFETY;
            default -> ELSEWHERE;
        };
    }
}

package org.mailstation.desktop.flow;

import org.mailstation.desktop.draft.DraftPage;

/** The steps that the rail shows, in their order. */
public enum Step {
    FIND,
    SIGN_IN,
    INSTALL,
    LINE,
    NAME,
    PEOPLE,
    SAFETY,
    REVIEW,
    PORTS,
    RECORDS,
    PROOF,
    PROGRAMS,
    STATUS;

    /** Whether a page of it changes the draft. */
    boolean drafts() {
        return this == LINE || this == NAME || this == PEOPLE || this == SAFETY;
    }

    /** Whether a page of it looks at a station that runs. */
    boolean looks() {
        return this == PORTS || this == RECORDS || this == PROOF || this == PROGRAMS;
    }

    /** The step after this one. */
    Step following() {
        return values()[ordinal() + 1];
    }

    /** The page of the draft. */
    DraftPage page() {
        return switch (this) {
            case LINE -> DraftPage.LINE;
            case NAME -> DraftPage.NAME;
            case PEOPLE -> DraftPage.PEOPLE;
            case SAFETY -> DraftPage.SAFETY;
            default -> DraftPage.ELSEWHERE;
        };
    }

    static Step of(DraftPage page) {
        return switch (page) {
            case LINE, ELSEWHERE -> LINE;
            case NAME -> NAME;
            case PEOPLE -> PEOPLE;
            case SAFETY -> SAFETY;
        };
    }
}

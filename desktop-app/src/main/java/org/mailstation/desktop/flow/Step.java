package org.mailstation.desktop.flow;

/** The steps that the rail shows, in their order. */
public enum Step {
    FIND,
    SIGN_IN,
    INSTALL,
    FORM,
    REVIEW,
    STATUS
}

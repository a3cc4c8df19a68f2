package org.mailstation.text;

import java.util.Locale;

/**
 * How the constants of an enum are written in files, messages and on the command line: {@code
 * BEHIND_ROUTER} is {@code behind-router}.
 */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

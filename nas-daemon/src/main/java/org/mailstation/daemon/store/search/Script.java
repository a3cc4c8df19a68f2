package org.mailstation.daemon.store.search;

import org.mailstation.daemon.store.text.Folding;

/** How a character takes part in words. */
enum Script {
    /** Parts words: blanks, punctuation, signs. */
    BREAK,
    /** Of a word whose end is marked by a break; also halves of signs beyond the first plane. */
    LETTER,
    /** The same, for a digit. */
    DIGIT,
    /** Of a script that does not mark where words end. */
    IDEOGRAPH;

    private static final Script[] ASCII = new Script[0x80];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = slowlyOf(c);
        }
    }

    static Script of(char c) {
        return c < ASCII.length ? ASCII[c] : slowlyOf(c);
    }

    boolean isOfWord() {
        return this == LETTER || this == DIGIT;
    }

    private static Script slowlyOf(char c) {
        if (Character.isDigit(c)) {
            return DIGIT;
        } else if (!Character.isLetter(c) && !Character.isSurrogate(c)) {
            return BREAK;
        }
        return Folding.isWithoutBlanks(c) ? IDEOGRAPH : LETTER;
    }
}

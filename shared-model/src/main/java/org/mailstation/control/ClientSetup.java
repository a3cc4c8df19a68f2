package org.mailstation.control;

/** What a mail program must be told, or why nothing can be. */
public sealed interface ClientSetup {
    /**
     * It is this.
     *
     * @param name of a file for it
     * @param mediaType as web servers call it
     * @param base64 the content
     * @param signed whether it is signed with a certificate that an authority gave
     */
    record Made(String name, String mediaType, String base64, boolean signed)
            implements ClientSetup {}

    record NoSuchAccount(String address) implements ClientSetup {}

    /** Reading or sending is switched off. */
    record NotReachable() implements ClientSetup {}
}

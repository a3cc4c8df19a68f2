package org.mailstation.daemon.dkim;

/**
 * What became of one signature under a letter (RFC 6376 3.9).
 *
 * @param domain that signed, in small letters; only letters, digits, dots and hyphens
 * @param selector of its key, of the same characters
 * @param signature the first eight characters of the signature, to tell it from others
 * @param why in a few technical words; empty for {@link Result#PASS}
 */
public record DkimProof(
        Result result, String domain, String selector, String signature, String why) {
    /** RFC 8601 2.7.1. */
    public enum Result {
        PASS,
        /** the letter was changed, or somebody else wrote the signature */
        FAIL,
        /** proven, but in a way that proves too little */
        POLICY,
        /** the key is not there, or does not fit */
        PERMERROR,
        /** the key could not be looked up now */
        TEMPERROR
    }
}

package org.mailstation.desktop.install;

import java.util.List;

/**
 * What a NAS offers to a mail server, and what stands in its way there, as seen before anything is
 * sent to it.
 *
 * @param lowPorts whether it can listen below 1024
 * @param owner who brought the daemon that is there
 * @param memory bytes of it in all; -1: the NAS does not tell
 * @param freeMemory bytes of it that programs can still get; -1: the NAS does not tell
 * @param sleep whether it rests
 * @param rivals other mail servers that hold the same ports, or would when they start
 */
public record Conditions(
        LowPorts lowPorts,
        Owner owner,
        long memory,
        long freeMemory,
        Sleep sleep,
        List<Rival> rivals) {
    /** Nothing is known, and nothing stands in the way. */
    public static final Conditions UNKNOWN =
            new Conditions(LowPorts.UNKNOWN, Owner.NOBODY, -1, -1, Sleep.NOTHING_KNOWN, List.of());

    public Conditions {
        rivals = List.copyOf(rivals);
    }

    /** The same, installed by us. */
    Conditions installed() {
        return new Conditions(
                lowPorts,
                owner == Owner.NOBODY ? Owner.INSTALLER : owner,
                memory,
                freeMemory,
                sleep,
                rivals);
    }

    /** As our script prints them. */
    static Conditions of(KeyValues said) {
        return new Conditions(
                LowPorts.named(said.text("low-ports")),
                Owner.named(said.text("owner")),
                bytes(said.number("memory")),
                bytes(said.number("free-memory")),
                Sleep.named(said.text("sleep")),
                Rival.all(said));
    }

    private static long bytes(long kilobytes) {
        return kilobytes < 0 ? -1 : kilobytes * 1024;
    }
}

package org.mailstation.desktop.install;

import org.mailstation.text.Text;

/**
 * How far an installation is.
 *
 * @param done bytes of the upload that the NAS has; equal to {@code total} after it
 * @param total bytes of the upload
 */
public record InstallProgress(Phase phase, long done, long total) {
    /** The steps, in their order. */
    public enum Phase {
        LOOKING,
        UPLOADING,
        VERIFYING,
        INSTALLING,
        STARTED
    }

    /** Share of the whole work, 0 to 100: the upload is by far the longest part. */
    public int percent() {
        return switch (phase) {
            case LOOKING -> 0;
            case UPLOADING -> (int) (2 + (total == 0 ? 0 : 78 * done / total));
            case VERIFYING -> 82;
            case INSTALLING -> 86;
            case STARTED -> 100;
        };
    }

    public Text text() {
        return switch (phase) {
            case LOOKING -> Text.of("install.looking");
            case UPLOADING -> Text.of("install.uploading", megabytes(done), megabytes(total));
            case VERIFYING -> Text.of("install.verifying");
            case INSTALLING -> Text.of("install.installing");
            case STARTED -> Text.of("install.started");
        };
    }

    private static String megabytes(long bytes) {
        return Long.toString((bytes + 500_000) / 1_000_000);
    }
}

package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailstation.config.Problem;
import org.mailstation.config.Tls;
import org.mailstation.text.Text;

/** What is seen to when the mail services open. */
final class Openings {
    private Openings() {}

    /** Letters that were coming in when the process ended were never promised to anybody. */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "incoming*")) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
        return folder;
    }

    /** Why a certificate cannot be used, at the setting that a person can change. */
    static Problem certificateProblem(Tls tls, Exception why) {
        String words = String.valueOf(why.getMessage());
        if (tls.source() != Tls.Source.FILES) {
            return new Problem("tls", 0, Text.of("mail.certificate-failed", words));
        }
        return new Problem(
                "tls.certificate-file",
                0,
                Text.of("mail.certificate-files", tls.certificateFile(), tls.keyFile(), words));
    }
}

package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.nio.file.Path;
import org.mailstation.daemon.store.disk.LetterFiles;

/**
 * What a removed letter or mailbox leaves on the disk.
 *
 * @param folder of the mailbox, relative to the store's
 * @param uid of the letter, or 0 if it is all of the folder
 */
public record Leftover(String folder, long uid) {
    /**
     * Removes it, if it is there.
     *
     * @return where its name was
     */
    Path remove(LetterFiles files) throws IOException {
        if (uid == 0) {
            files.removeFolder(folder);
            return files.folder(folder).resolveSibling(".").normalize();
        }
        files.delete(files.letter(folder, uid));
        return files.bucket(folder, uid);
    }
}

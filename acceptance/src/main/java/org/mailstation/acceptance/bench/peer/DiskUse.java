package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.nio.file.Path;

/** What a folder takes on the disk: whole blocks, and files with several names once. */
final class DiskUse {
    private DiskUse() {}

    static long of(Path folder) throws IOException, InterruptedException {
        String said = Command.run("du", "-s", "--block-size=1", folder.toString());
        return Long.parseLong(said.split("\\s", 2)[0]);
    }
}

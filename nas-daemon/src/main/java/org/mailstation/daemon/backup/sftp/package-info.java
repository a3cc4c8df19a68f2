/**
 * Files on another computer, by the SFTP protocol (draft-ietf-secsh-filexfer-02, version 3) through
 * this computer's own {@code ssh}. No shell there is asked for anything.
 */
@NullMarked
package org.mailstation.daemon.backup.sftp;

import org.jspecify.annotations.NullMarked;

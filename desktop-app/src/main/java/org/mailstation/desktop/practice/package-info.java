/**
 * The practice station: the real daemon on this computer, behind an SSH server of its own, for
 * trying everything without a NAS.
 */
@NullMarked
package org.mailstation.desktop.practice;

import org.jspecify.annotations.NullMarked;

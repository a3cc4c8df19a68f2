/**
 * Where this program keeps its few files on the PC, and how it writes them without ever leaving
 * half of one.
 */
@NullMarked
package org.mailstation.desktop.files;

import org.jspecify.annotations.NullMarked;

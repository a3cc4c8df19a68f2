/**
 * What mail programs must be told to use a station: as Thunderbird's autoconfiguration (version
 * 1.1), as Outlook's Autodiscover (POX), as Apple's configuration profile, and in words.
 */
@NullMarked
package org.mailstation.clients;

import org.jspecify.annotations.NullMarked;

package org.mailstation.control;

import org.mailstation.router.Protocol;

/**
 * The router that takes the wishes.
 *
 * @param name as it calls itself; may be empty
 * @param address at home
 * @param nas the address of the NAS as the router sees it
 * @param page its settings in a browser; empty if it does not tell
 * @param outside its address on the Internet; empty if it has or tells none
 */
public record RouterStatus(
        Protocol protocol, String name, String address, String nas, String page, String outside) {}

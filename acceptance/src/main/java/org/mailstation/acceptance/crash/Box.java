package org.mailstation.acceptance.crash;

/** A mailbox of somebody. */
record Box(String account, String name) {
    @Override
    public String toString() {
        return account + "/" + name;
    }
}

package org.mailstation.daemon.acme;

import org.mailstation.control.ForwardState;
import org.mailstation.daemon.forwarding.Forwarding;
import org.mailstation.text.Text;

/**
 * Port 80 of the router. Where the router takes no wishes, a person may have led the port here by
 * hand: that shows when the authority looks.
 */
record RouterDoor(Forwarding forwarding) implements HttpProof.Door {
    /** RFC 8555 8.3: nothing else is looked at. */
    static final int HTTP = 80;

    @Override
    public Proof.Shown open(int port) throws NotCertifiedException {
        ForwardState state = forwarding.open(HTTP, port);
        if (state instanceof ForwardState.Taken(String device, int there, String what, boolean _)) {
            forwarding.shut(HTTP, port);
            throw new NotCertifiedException(
                    Text.of("acme.door-taken", device.isEmpty() ? "?" : device),
                    device + ":" + there + " " + what);
        }
        return () -> forwarding.shut(HTTP, port);
    }
}

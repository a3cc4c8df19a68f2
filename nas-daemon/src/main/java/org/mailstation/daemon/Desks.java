package org.mailstation.daemon;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Secret;
import org.mailstation.control.TryDdns;
import org.mailstation.daemon.accounts.AccountPasswords;
import org.mailstation.daemon.accounts.DevicePasswords;
import org.mailstation.daemon.control.DdnsDesk;
import org.mailstation.daemon.control.Passwords;
import org.mailstation.daemon.ddns.DdnsSettings;
import org.mailstation.daemon.ddns.DdnsUpdater;
import org.mailstation.daemon.ddns.StationDdns;
import org.mailstation.text.Text;

/** What the control interface asks of several parts at once, each put behind one desk. */
final class Desks {
    private Desks() {}

    static Passwords passwords(AccountPasswords accounts, DevicePasswords devices) {
        return new Passwords() {
            @Override
            public boolean isSet(String address) {
                return accounts.has(address);
            }

            @Override
            public @Nullable Text set(String address, Secret password) throws IOException {
                return accounts.set(address, password).orElse(null);
            }

            @Override
            public AppPasswords devices(AppPasswordRequest request) throws IOException {
                return switch (request.wanted()) {
                    case LIST -> devices.list(request.address());
                    case MAKE -> devices.make(request.address(), request.device());
                    case REVOKE -> devices.revoke(request.address(), request.device());
                };
            }
        };
    }

    static DdnsDesk ddns(DdnsUpdater ddns) {
        return new DdnsDesk() {
            @Override
            public DdnsStatus status(boolean now) {
                if (now) {
                    ddns.lookForPerson();
                }
                return ddns.status();
            }

            @Override
            public DdnsStatus goBack(String published) {
                ddns.goBack(published);
                return ddns.status();
            }

            @Override
            public DdnsTried test() {
                return ddns.test();
            }

            @Override
            public DdnsTried trial(TryDdns request) {
                DdnsSettings typed = StationDdns.typed(request, ddns.settings());
                return typed == null
                        ? new DdnsTried.NotReady(Text.of("ddns.none"))
                        : ddns.trial(typed);
            }

            @Override
            public void settingsChanged() {
                ddns.settingsChanged();
            }
        };
    }
}

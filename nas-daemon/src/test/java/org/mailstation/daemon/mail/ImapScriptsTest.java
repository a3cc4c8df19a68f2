package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.imapmailbox.GrantRightsOnHost;
import org.apache.james.mpt.imapmailbox.ImapTestConstants;
import org.apache.james.mpt.imapmailbox.MailboxMessageAppender;
import org.apache.james.mpt.imapmailbox.suite.ACLCommands;
import org.apache.james.mpt.imapmailbox.suite.ACLIntegration;
import org.apache.james.mpt.imapmailbox.suite.AuthenticatedState;
import org.apache.james.mpt.imapmailbox.suite.ConcurrentSessions;
import org.apache.james.mpt.imapmailbox.suite.Copy;
import org.apache.james.mpt.imapmailbox.suite.Events;
import org.apache.james.mpt.imapmailbox.suite.Expunge;
import org.apache.james.mpt.imapmailbox.suite.Fetch;
import org.apache.james.mpt.imapmailbox.suite.FetchBodySection;
import org.apache.james.mpt.imapmailbox.suite.FetchHeaders;
import org.apache.james.mpt.imapmailbox.suite.Listing;
import org.apache.james.mpt.imapmailbox.suite.ListingWithSharingTest;
import org.apache.james.mpt.imapmailbox.suite.MailboxAnnotation;
import org.apache.james.mpt.imapmailbox.suite.MailboxWithLongNameError;
import org.apache.james.mpt.imapmailbox.suite.NonAuthenticatedState;
import org.apache.james.mpt.imapmailbox.suite.ObjectId;
import org.apache.james.mpt.imapmailbox.suite.PartialFetch;
import org.apache.james.mpt.imapmailbox.suite.QuotaTest;
import org.apache.james.mpt.imapmailbox.suite.Recent;
import org.apache.james.mpt.imapmailbox.suite.Rename;
import org.apache.james.mpt.imapmailbox.suite.Search;
import org.apache.james.mpt.imapmailbox.suite.Security;
import org.apache.james.mpt.imapmailbox.suite.Select;
import org.apache.james.mpt.imapmailbox.suite.SelectedInbox;
import org.apache.james.mpt.imapmailbox.suite.SelectedState;
import org.apache.james.mpt.imapmailbox.suite.UidSearch;
import org.apache.james.mpt.imapmailbox.suite.UidSearchOnIndex;
import org.apache.james.mpt.imapmailbox.suite.UserFlagsSupport;
import org.apache.james.mpt.imapmailbox.suite.base.BasicImapCommands;
import org.apache.james.mpt.script.SimpleScriptedTestProtocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** James's IMAP scripts against our listener and store. */
@ExtendWith(OneLanguage.class)
class ImapScriptsTest {
    private static final String MARKUP =
            "finds other letters by what is in HTML or in letters within: CorrectedScriptsTest";

    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    static ScriptHost.Ground ground;
    private @Nullable ScriptHost host;

    @BeforeAll
    static void begin() throws Exception {
        ground = ScriptHost.Ground.in(folder);
    }

    @AfterAll
    static void end() {
        ground.close();
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    private ScriptHost host() {
        try {
            ScriptHost made = ground.host();
            host = made;
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    @Disabled("written for the mailbox names of Cyrus: user.Boby")
    class ACLCommandsScripts extends ACLCommands {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }

        @Override
        protected GrantRightsOnHost createGrantRightsOnHost() {
            return Objects.requireNonNull(host);
        }
    }

    @Nested
    @Disabled("written for the mailbox names of Cyrus: user.Boby")
    class ACLIntegrationScripts extends ACLIntegration {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }

        @Override
        protected GrantRightsOnHost createGrantRightsOnHost() {
            return Objects.requireNonNull(host);
        }

        @Override
        protected MailboxMessageAppender createMailboxMessageAppender() {
            return Objects.requireNonNull(host);
        }
    }

    @Nested
    class AuthenticatedStateScripts extends AuthenticatedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class ConcurrentSessionsScripts extends ConcurrentSessions {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class CopyScripts extends Copy {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class EventsScripts extends Events {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class ExpungeScripts extends Expunge {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class FetchScripts extends Fetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class FetchBodySectionScripts extends FetchBodySection {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class FetchHeadersScripts extends FetchHeaders {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class ListingScripts extends Listing {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class ListingWithSharingScripts extends ListingWithSharingTest {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class MailboxAnnotationScripts extends MailboxAnnotation {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class MailboxWithLongNameErrorScripts extends MailboxWithLongNameError {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class NonAuthenticatedStateScripts extends NonAuthenticatedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class ObjectIdScripts extends ObjectId {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class PartialFetchScripts extends PartialFetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class QuotaScripts extends QuotaTest {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class RecentScripts extends Recent {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class RenameScripts extends Rename {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class SearchScripts extends Search {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }

        @Override
        @Test
        @Disabled(MARKUP)
        public void testSearchAtomsUS() {}

        @Override
        @Test
        @Disabled(MARKUP)
        public void testSearchCombinationsUS() {}
    }

    @Nested
    class SecurityScripts extends Security {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class SelectScripts extends Select {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class SelectedInboxScripts extends SelectedInbox {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class SelectedStateScripts extends SelectedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class UidSearchScripts extends UidSearch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }

        @Override
        @Test
        @Disabled(MARKUP)
        public void testSearchAtomsUS() {}

        @Override
        @Test
        @Disabled(MARKUP)
        public void testSearchCombinationsUS() {}
    }

    @Nested
    @Disabled("the same as UidSearch, but waits ten seconds for an index, which we need not")
    class UidSearchOnIndexScripts extends UidSearchOnIndex {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    @Nested
    class UserFlagsSupportScripts extends UserFlagsSupport {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host();
        }
    }

    /** James's suite for this wants James's own host. */
    @Nested
    class CondstoreScripts {
        @Test
        void condstore_is_announced_and_enabled() throws Exception {
            SimpleScriptedTestProtocol script =
                    new SimpleScriptedTestProtocol("/org/apache/james/imap/scripts/", host())
                            .withUser(ImapTestConstants.USER, ImapTestConstants.PASSWORD)
                            .withLocale(Locale.US);
            BasicImapCommands.welcome(script);
            BasicImapCommands.authenticate(script);

            script.run("CondstoreEnable");
        }
    }
}

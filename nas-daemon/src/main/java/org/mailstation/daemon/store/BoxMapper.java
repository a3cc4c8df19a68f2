package org.mailstation.daemon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.james.core.Username;
import org.apache.james.mailbox.acl.ACLDiff;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.NameType;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.mailstation.daemon.store.commit.Leftover;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.commit.StoreRefusal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.Change;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Mailboxes for James. */
record BoxMapper(Engine engine) implements MailboxMapper {
    /** Letters removed in one commit when a mailbox is deleted. */
    static final int SLICE = 200;

    /** How to compute new rights from the stored ones. */
    private interface AclChange {
        MailboxACL apply(MailboxACL stored) throws MailboxException;
    }

    @Override
    public Mono<Mailbox> create(MailboxPath path, UidValidity uidValidity) {
        return write(
                () -> {
                    BoxRecord box =
                            engine.run(
                                    Scope.changing(Scope.CATALOGUE),
                                    staging ->
                                            create(staging, boxPath(path), uidValidity.asLong()));
                    return mailbox(box);
                });
    }

    private BoxRecord create(Staging staging, BoxPath path, long uidValidity) throws IOException {
        refuseExisting(staging, path);
        long id = staging.index().lastBox() + 1;
        BoxRecord box = new BoxRecord(id, path, uidValidity, "", LetterFiles.folderFor(path, id));
        engine.files().makeFolder(box.folder());
        staging.put(new Change.PutBox(box));
        return box;
    }

    private static void refuseExisting(Staging staging, BoxPath path) throws StoreRefusal {
        if (staging.index().box(path) != null) {
            throw new StoreRefusal.MailboxExists(path.name());
        }
    }

    @Override
    public Mono<MailboxId> rename(Mailbox mailbox) {
        return write(
                () -> {
                    long id = BoxId.of(mailbox.getMailboxId());
                    BoxPath path = boxPath(mailbox.generateAssociatedPath());
                    engine.run(
                            Scope.changing(Scope.CATALOGUE, id),
                            staging -> {
                                BoxRecord box = Engine.box(staging, id);
                                refuseExisting(staging, path);
                                staging.put(new Change.PutBox(box.withPath(path)));
                                return id;
                            });
                    return mailbox.getMailboxId();
                });
    }

    @Override
    public Mono<Void> delete(Mailbox mailbox) {
        return write(
                        () -> {
                            long id = BoxId.of(mailbox.getMailboxId());
                            BoxRecord box = engine.index().box(id);
                            if (box != null) {
                                delete(box);
                            }
                            return id;
                        })
                .then();
    }

    /** A large mailbox goes in slices, so that others are not kept waiting. */
    private void delete(BoxRecord box) throws MailboxException {
        for (List<Long> some = some(box); !some.isEmpty(); some = some(box)) {
            engine.run(new RemoveLetters(box.id(), some));
        }
        engine.run(
                Scope.changing(Scope.CATALOGUE, box.id()),
                staging -> {
                    staging.put(new Change.RemoveBox(box.id()));
                    staging.discard(new Leftover(box.folder(), 0));
                    return box;
                });
    }

    private List<Long> some(BoxRecord box) {
        List<Long> uids = new ArrayList<>();
        Iterator<Long> all = engine.index().uids(box.id());
        while (all.hasNext() && uids.size() < SLICE) {
            uids.add(all.next());
        }
        return uids;
    }

    @Override
    public Mono<Mailbox> findMailboxByPath(MailboxPath path) {
        return Mono.fromCallable(
                () -> {
                    BoxRecord box = engine.index().box(boxPath(path));
                    return box == null ? null : mailbox(box);
                });
    }

    @Override
    public Mono<Mailbox> findMailboxById(MailboxId id) {
        return Mono.fromCallable(() -> mailbox(engine.box(id)));
    }

    @Override
    public Flux<Mailbox> findMailboxWithPathLike(MailboxQuery.UserBound query) {
        return Flux.defer(
                        () ->
                                Flux.fromIterable(
                                        engine.index()
                                                .boxes(
                                                        query.getFixedUser().asString(),
                                                        query.getFixedNamespace())))
                .map(BoxMapper::mailbox)
                .filter(query::matches);
    }

    @Override
    public Flux<Mailbox> findNonPersonalMailboxes(Username user, Right right) {
        return list().filter(mailbox -> mayUse(mailbox, user, right));
    }

    private static boolean mayUse(Mailbox mailbox, Username user, Right right) {
        MailboxACL.Rfc4314Rights rights =
                mailbox.getACL()
                        .ofPositiveNameType(NameType.user)
                        .get(MailboxACL.EntryKey.createUserEntryKey(user));
        return rights != null && rights.contains(right);
    }

    @Override
    public Mono<Boolean> hasChildren(Mailbox mailbox, char delimiter) {
        String prefix = mailbox.getName() + delimiter;
        return Mono.fromCallable(
                () ->
                        boxesBeside(mailbox).stream()
                                .anyMatch(box -> box.path().name().startsWith(prefix)));
    }

    private List<BoxRecord> boxesBeside(Mailbox mailbox) {
        return engine.index().boxes(mailbox.getUser().asString(), mailbox.getNamespace());
    }

    @Override
    public Flux<Mailbox> list() {
        return Flux.defer(() -> Flux.fromIterable(engine.index().boxes())).map(BoxMapper::mailbox);
    }

    @Override
    public Mono<ACLDiff> updateACL(Mailbox mailbox, MailboxACL.ACLCommand command) {
        return changeAcl(mailbox, stored -> stored.apply(command));
    }

    @Override
    public Mono<ACLDiff> setACL(Mailbox mailbox, MailboxACL acl) {
        return changeAcl(mailbox, stored -> acl);
    }

    private Mono<ACLDiff> changeAcl(Mailbox mailbox, AclChange change) {
        return write(
                () -> {
                    long id = BoxId.of(mailbox.getMailboxId());
                    ACLDiff diff =
                            engine.run(
                                    Scope.changing(Scope.CATALOGUE, id),
                                    staging -> {
                                        BoxRecord box = Engine.box(staging, id);
                                        MailboxACL before = Acl.read(box.acl());
                                        MailboxACL after = apply(change, before);
                                        staging.put(
                                                new Change.PutBox(box.withAcl(Acl.write(after))));
                                        return ACLDiff.computeDiff(before, after);
                                    });
                    mailbox.setACL(diff.getNewACL());
                    return diff;
                });
    }

    private static MailboxACL apply(AclChange change, MailboxACL before) throws IOException {
        try {
            return change.apply(before);
        } catch (MailboxException e) {
            throw new IOException("these rights cannot be set", e);
        }
    }

    /** Off the event loop, since it waits for the disk. */
    private static <T> Mono<T> write(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static BoxPath boxPath(MailboxPath path) {
        return new BoxPath(path.getUser().asString(), path.getNamespace(), path.getName());
    }

    private static Mailbox mailbox(BoxRecord box) {
        BoxPath path = box.path();
        Mailbox mailbox =
                new Mailbox(
                        new MailboxPath(path.namespace(), Username.of(path.user()), path.name()),
                        UidValidity.of(box.uidValidity()),
                        new BoxId(box.id()));
        mailbox.setACL(Acl.read(box.acl()));
        return mailbox;
    }
}

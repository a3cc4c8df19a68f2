package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.RecordType;

/** Gives the judge of SPF records the answers of the DNS. */
final class SpfDns implements DNSService {
    /** RFC 7208 4.6.4: names behind one {@code mx} or {@code ptr}. */
    private static final int MOST_RECORDS = 10;

    private final Function<DnsQuestion, DnsAnswer> dns;

    SpfDns(Function<DnsQuestion, DnsAnswer> dns) {
        this.dns = dns;
    }

    /**
     * @return {@code null} where there is no record, as this interface wants it
     * @throws TimeoutException if nobody could tell: RFC 7208 2.6.6, temperror
     */
    @Override
    public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
        return switch (dns.apply(new DnsQuestion(request.getHostname(), type(request)))) {
            case DnsAnswer.CouldNotTell _ -> throw new TimeoutException(request.getHostname());
            case DnsAnswer.NoRecord _, DnsAnswer.NoSuchName _ -> null;
            case DnsAnswer.Records records -> {
                // the judge takes away what it has looked at
                List<String> values = new ArrayList<>();
                records.values().forEach(value -> values.add(value(request, value)));
                yield values;
            }
        };
    }

    private static RecordType type(DNSRequest request) {
        return switch (request.getRecordType()) {
            case DNSRequest.A -> RecordType.A;
            case DNSRequest.AAAA -> RecordType.AAAA;
            case DNSRequest.MX -> RecordType.MX;
            case DNSRequest.PTR -> RecordType.PTR;
            // RFC 7208 3.1: the record type SPF is no more
            default -> RecordType.TXT;
        };
    }

    private static String value(DNSRequest request, String value) {
        return switch (request.getRecordType()) {
            case DNSRequest.MX -> MxCheck.Mx.parse(value).host();
            case DNSRequest.PTR -> DnsWords.plain(value);
            default -> value;
        };
    }

    @Override
    public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public List<String> getLocalDomainNames() {
        return List.of();
    }

    @Override
    public void setTimeOut(int seconds) {
        // the DNS has its own patience
    }

    @Override
    public int getRecordLimit() {
        return MOST_RECORDS;
    }

    @Override
    public void setRecordLimit(int limit) {
        // RFC 7208 sets it
    }
}

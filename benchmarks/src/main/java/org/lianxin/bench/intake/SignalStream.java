package org.lianxin.bench.intake;

import java.time.Instant;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.lianxin.bench.city.Signal;
import org.lianxin.bench.load.Errand;
import org.lianxin.bench.load.HttpAnswer;
import org.lianxin.bench.load.HttpRequest;

/** New signals about new people, and which of them were acknowledged with 201. */
final class SignalStream implements Supplier<Errand> {

    private final long seed;
    private final String prefix;
    private final HttpRequest requests;
    private final String path;
    private final AtomicLong serial = new AtomicLong();
    private final long first;
    private final BitSet acknowledged = new BitSet();
    private volatile String complaint = "";

    /**
     * @param prefix of the numbers the source gives its signals
     * @param first how many people are in the database already: a folder that was kept can be used again
     */
    SignalStream(long seed, String prefix, long first, HttpRequest requests, String path) {
        this.seed = seed;
        this.prefix = prefix + first + "-";
        this.first = first;
        this.requests = requests;
        this.path = path;
    }

    @Override
    public Errand get() {
        int number = (int) serial.incrementAndGet();
        byte[] request = requests.post(
                path, Signal.of(seed, first + number, prefix, Instant.now()).json());
        return new Errand() {
            @Override
            public byte[] request() {
                return request;
            }

            @Override
            public void answered(HttpAnswer answer) {
                if (answer.status() == 201) {
                    acknowledge(number);
                } else if (complaint.isEmpty()) {
                    complaint = answer.status() + " " + answer.text();
                }
            }
        };
    }

    private synchronized void acknowledge(int number) {
        acknowledged.set(number);
    }

    String prefix() {
        return prefix;
    }

    synchronized long acknowledgedCount() {
        return acknowledged.cardinality();
    }

    long sentCount() {
        return serial.get();
    }

    synchronized boolean isAcknowledged(String sourceId) {
        return acknowledged.get((int) (Long.parseLong(sourceId.substring(prefix.length())) - first));
    }

    void forgetComplaint() {
        complaint = "";
    }

    /** The first answer that was not 201; empty when there was none. */
    String complaint() {
        return complaint;
    }
}

package org.lianxin.bench.load;

/** Something to send and what its answer means. Made and answered by the same thread. */
public interface Errand {

    byte[] request();

    /** Called once the whole answer is there. */
    void answered(HttpAnswer answer);
}

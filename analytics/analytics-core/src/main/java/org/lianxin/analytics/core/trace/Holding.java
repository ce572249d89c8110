package org.lianxin.analytics.core.trace;

/** What a trace knows of one account. */
final class Holding {
    static final int NOT_YET = -1;

    final int account;
    final boolean hub;
    int layer;
    int firstIn = NOT_YET;
    long received;
    long passedOn;
    long cashedOut;
    long atHub;
    long beyond;
    /** Books of the rules that need the account's other money too. */
    final Pieces queue = new Pieces();

    long clean;
    long tainted;
    int nextIn;
    int nextOut;
    boolean waiting;

    Holding(int account, int layer, boolean hub) {
        this.account = account;
        this.layer = layer;
        this.hub = hub;
    }

    long resting() {
        return received - passedOn - cashedOut - atHub - beyond;
    }
}

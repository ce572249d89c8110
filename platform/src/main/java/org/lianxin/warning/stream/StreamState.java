package org.lianxin.warning.stream;

/** How it stands with a topic on this node; whatever it waits for, nothing of it is lost meanwhile. */
public enum StreamState {
    LISTENING("listening"),
    /** Nothing is heard of the broker. */
    NO_BROKER("no-broker"),
    /** The database takes nothing; the topic is not read on. */
    NO_DATABASE("no-database"),
    /** The unit it speaks for is not there yet. */
    NO_UNIT("no-unit");

    private final String word;

    StreamState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}

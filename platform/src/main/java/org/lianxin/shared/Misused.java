package org.lianxin.shared;

/** A command was written in a way that makes no sense; the message is a sentence for whoever typed it. */
public final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Misused(String sentence) {
        super(sentence, null, false, false);
    }
}

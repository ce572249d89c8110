package org.lianxin.runtime;

/** The service does not start like this. Says what was found and what to do; printed without a stack trace. */
public final class StartRefused extends RuntimeException {

    private final String action;

    public StartRefused(String found, String action) {
        super(found);
        this.action = action;
    }

    public StartRefused(String found, String action, Throwable cause) {
        super(found, cause);
        this.action = action;
    }

    /** What the operator can do about it. */
    public String action() {
        return action;
    }

    /** Two lines for a terminal. */
    public String lines() {
        return "Lianxin does not start: " + getMessage() + System.lineSeparator() + "  What to do: " + action;
    }
}

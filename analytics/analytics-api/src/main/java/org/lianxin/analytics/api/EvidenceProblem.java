package org.lianxin.analytics.api;

/** Something the person at the keyboard can put right: a file that is no statement, an authority that has expired. */
public final class EvidenceProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * @param code stable, for scripts
     * @param message says what is wrong with the values at hand and what to do
     */
    public EvidenceProblem(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable name of the problem. */
    public String code() {
        return code;
    }
}

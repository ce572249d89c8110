package org.lianxin.warning.intake;

/** More signals come in than can be taken within a second; nothing was taken of this one, it may be sent again. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
        super("intake is full", null, false, false);
    }
}

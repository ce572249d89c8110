package org.lianxin.place.resolve;

/**
 * A name found in the text after a state, before it is known whose name it is.
 *
 * @param state the state before, or {@link #NONE} at the beginning
 * @param score what the reading scores before this name counts
 */
record Step(int state, int from, int baseEnd, Slip slip, double score) {
    static final int NONE = -1;
}

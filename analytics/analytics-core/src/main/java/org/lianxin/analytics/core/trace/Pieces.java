package org.lianxin.analytics.core.trace;

import java.util.Arrays;

/** Money in order of arrival, in pieces that are wholly tainted or wholly not: tainted ones are kept as negative. */
final class Pieces {
    private long[] pieces = new long[8];
    private int head;
    private int tail;

    void clear() {
        head = 0;
        tail = 0;
    }

    boolean isEmpty() {
        return head == tail;
    }

    void add(long amount, boolean tainted) {
        if (amount == 0) {
            return;
        }
        long piece = tainted ? -amount : amount;
        if (head < tail && pieces[tail - 1] < 0 == tainted) {
            pieces[tail - 1] = Math.addExact(pieces[tail - 1], piece);
            return;
        }
        if (tail == pieces.length) {
            makeRoom();
        }
        pieces[tail++] = piece;
    }

    /** Moves an amount to the other queue, the first first; what is not there is untainted money of unknown origin. */
    void move(long amount, Pieces to) {
        long left = amount;
        while (left > 0 && head < tail) {
            long piece = pieces[head];
            boolean tainted = piece < 0;
            long size = Math.abs(piece);
            long taken = Math.min(size, left);
            to.add(taken, tainted);
            left -= taken;
            if (taken == size) {
                head++;
            } else {
                pieces[head] = tainted ? -(size - taken) : size - taken;
            }
        }
        to.add(left, false);
    }

    long tainted() {
        long sum = 0;
        for (int i = head; i < tail; i++) {
            sum -= Math.min(0, pieces[i]);
        }
        return sum;
    }

    private void makeRoom() {
        if (head > tail / 2) {
            System.arraycopy(pieces, head, pieces, 0, tail - head);
        } else {
            long[] wider = new long[pieces.length * 2];
            System.arraycopy(pieces, head, wider, 0, tail - head);
            pieces = wider;
        }
        tail -= head;
        head = 0;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOfRange(pieces, head, tail));
    }
}

package org.lianxin.warning.bulk;

/**
 * What became of rows. Every row counts once: {@code accepted + merged + history + rejected = rows}.
 *
 * @param duplicate of {@code merged}: rows that had come in before with the same content, and changed nothing
 */
public record Tally(int accepted, int merged, int history, int rejected, int duplicate) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public int rows() {
        return accepted + merged + history + rejected;
    }

    Tally plus(Tally other) {
        return new Tally(
                accepted + other.accepted,
                merged + other.merged,
                history + other.history,
                rejected + other.rejected,
                duplicate + other.duplicate);
    }
}

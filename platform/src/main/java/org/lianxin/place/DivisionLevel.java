package org.lianxin.place;

/** The five levels of the administrative divisions, from the province (省级) down to the village or community (村级). */
public enum DivisionLevel {
    PROVINCE(6, 2),
    CITY(6, 4),
    COUNTY(6, 6),
    STREET(9, 9),
    VILLAGE(12, 12);

    private final int writtenDigits;
    private final int ownDigits;

    DivisionLevel(int writtenDigits, int ownDigits) {
        this.writtenDigits = writtenDigits;
        this.ownDigits = ownDigits;
    }

    /** How many digits a code of this level is written with: 6, 9 or 12. */
    public int writtenDigits() {
        return writtenDigits;
    }

    /** How many leading digits tell divisions of this level apart: 2, 4, 6, 9 or 12. */
    public int ownDigits() {
        return ownDigits;
    }
}

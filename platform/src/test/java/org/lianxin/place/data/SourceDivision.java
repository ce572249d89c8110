package org.lianxin.place.data;

/** A division as its source lists it: the digits that count (2, 4, 6, 9 or 12) and the official name. */
record SourceDivision(long code, String name) {}

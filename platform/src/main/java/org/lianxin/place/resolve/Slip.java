package org.lianxin.place.resolve;

/** How a base in the text differs from the base of a division. */
enum Slip {
    NONE(""),
    HOMOPHONE("同音"),
    DIALECT("方言音近"),
    DROPPED("漏字"),
    ADDED("多字"),
    WRONG("错字"),
    LETTERS("拼音");

    final String word;

    Slip(String word) {
        this.word = word;
    }
}

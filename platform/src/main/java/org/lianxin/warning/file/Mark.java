package org.lianxin.warning.file;

/**
 * A cell to be coloured and commented.
 *
 * @param cell as the spreadsheet names it, {@code D17}
 */
public record Mark(String cell, int row, int column, String text) {

    /** @param letter of the column; the first one where it is empty */
    public static Mark of(int row, String letter, String text) {
        String column = letter.isEmpty() ? "A" : letter;
        return new Mark(column + row, row, index(column), text);
    }

    private static int index(String letter) {
        int index = 0;
        for (int i = 0; i < letter.length(); i++) {
            index = index * 26 + (letter.charAt(i) - 'A' + 1);
        }
        return index - 1;
    }
}

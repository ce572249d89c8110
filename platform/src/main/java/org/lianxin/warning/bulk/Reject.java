package org.lianxin.warning.bulk;

import java.util.List;

/**
 * One cell that keeps a row out.
 *
 * @param cells of the row, masked
 */
public record Reject(int row, String letter, String header, String code, List<String> arguments, List<String> cells) {
    public Reject {
        arguments = List.copyOf(arguments);
        cells = List.copyOf(cells);
    }
}

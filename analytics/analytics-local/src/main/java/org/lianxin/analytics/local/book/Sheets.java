package org.lianxin.analytics.local.book;

import java.util.ArrayList;
import java.util.List;

/** Lines on pages: wraps what is too wide, begins a new page when one is full. */
final class Sheets {
    private final List<Pdf.Page> pages = new ArrayList<>();
    private List<Pdf.Line> current = new ArrayList<>();

    /** Number of the page that the next line comes on. */
    int page() {
        return current.size() >= Pdf.LINES ? pages.size() + 1 : pages.size();
    }

    void newPage() {
        if (!current.isEmpty()) {
            pages.add(new Pdf.Page(List.copyOf(current)));
            current = new ArrayList<>();
        }
    }

    void line(String text) {
        line(text, -1);
    }

    void line(String text, int leadsTo) {
        int start = 0;
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            int wide = text.charAt(i) < 0x2E80 ? 1 : 2;
            if (width + wide > Pdf.COLUMNS) {
                add(start == 0 ? text.substring(0, i) : "    " + text.substring(start, i), leadsTo);
                start = i;
                width = 4;
            }
            width += wide;
        }
        add(start == 0 ? text : "    " + text.substring(start), leadsTo);
    }

    private void add(String text, int leadsTo) {
        if (current.size() == Pdf.LINES) {
            newPage();
        }
        current.add(new Pdf.Line(text, leadsTo));
    }

    List<Pdf.Page> done() {
        newPage();
        return List.copyOf(pages);
    }
}

package org.lianxin.analytics.local.chart;

/** Text for pages: what comes from a file of evidence is never markup. */
final class Html {
    private Html() {}

    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(letter < ' ' && letter != '\n' && letter != '\t' ? '\uFFFD' : letter);
            }
        }
        return escaped.toString();
    }

    static String link(String target, String text) {
        return "<a href=\"%s\">%s</a>".formatted(escape(target), escape(text));
    }
}

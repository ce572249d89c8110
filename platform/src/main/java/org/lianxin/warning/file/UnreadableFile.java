package org.lianxin.warning.file;

import java.util.List;

/** A file nobody can read rows from. The sentence is {@code warning.file.<code>} and says what to do. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    public UnreadableFile(String code, String... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}

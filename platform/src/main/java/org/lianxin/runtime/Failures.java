package org.lianxin.runtime;

import java.sql.SQLException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Describes failures without the values that caused them: those may be somebody's name or number. */
final class Failures {

    private static final int FRAMES = 12;

    private Failures() {}

    /** Types, SQL states and the places in our code, from the outermost to the innermost cause. */
    static String describe(Throwable failure) {
        StringJoiner lines = new StringJoiner(System.lineSeparator() + "  caused by ");
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 8; each = each.getCause(), depth++) {
            StringBuilder line = new StringBuilder(each.getClass().getName());
            if (each instanceof SQLException sql) {
                line.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
            int shown = 0;
            for (StackTraceElement frame : each.getStackTrace()) {
                if (shown < FRAMES && (frame.getClassName().startsWith("org.lianxin") || shown < 2)) {
                    line.append(System.lineSeparator()).append("    at ").append(frame);
                    shown++;
                }
            }
            lines.add(line);
        }
        return lines.toString();
    }

    /** The state of the innermost failure in the database; empty when there is none. */
    static String sqlState(Throwable failure) {
        String found = "";
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 8; each = each.getCause(), depth++) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                found = sql.getSQLState();
            }
        }
        return found;
    }

    /** A refusal of ours that reading a body was wrapped around. */
    static @Nullable Refused refusalIn(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 8; each = each.getCause(), depth++) {
            if (each instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }

    /** The field or parameter that could not be understood, as far as it is known. */
    static String where(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch -> mismatch.getName();
            case MethodArgumentNotValidException invalid ->
                String.join(
                        ", ",
                        invalid.getBindingResult().getFieldErrors().stream()
                                .map(each -> each.getField())
                                .distinct()
                                .toList());
            case ServletRequestBindingException binding ->
                binding.getBody().getDetail() == null
                        ? "-"
                        : String.valueOf(binding.getBody().getDetail());
            default -> "-";
        };
    }
}

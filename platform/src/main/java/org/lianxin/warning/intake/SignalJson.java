package org.lianxin.warning.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.warning.domain.Draft;
import org.lianxin.warning.domain.Field;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.domain.SignalCheck;
import org.lianxin.warning.domain.SignalCheck.Verdict;
import tools.jackson.databind.JsonNode;

/**
 * Reads and checks a signal as it comes in JSON, over HTTP or in a stream. What we do not know is kept, except what is on the stop
 * list.
 */
public final class SignalJson {

    private static final Map<String, Field> FIELDS = fields();

    private final Draft draft = new Draft();
    private final List<Problem> problems = new ArrayList<>();

    private SignalJson() {}

    /** @param now times after it are refused */
    public static Verdict check(JsonNode body, Instant now) {
        SignalJson json = new SignalJson();
        if (body.isObject()) {
            body.properties().forEach(each -> json.take(each.getKey(), each.getValue()));
        } else {
            json.problems.add(new Problem("", "not-an-object", List.of()));
        }
        return json.problems.isEmpty() ? SignalCheck.check(json.draft, now, null) : new Verdict.Rejected(json.problems);
    }

    private void take(String name, JsonNode value) {
        Field field = FIELDS.get(name);
        if (value.isNull()) {
            return;
        }
        if (field != null) {
            take(field, value);
        } else if (name.equals("fields") && value.isObject()) {
            value.properties().forEach(each -> draft.keep(each.getKey(), text(each.getValue())));
        } else {
            draft.keep(name, text(value));
        }
    }

    private void take(Field field, JsonNode value) {
        boolean fits = switch (field) {
            case AMOUNT_CENTS -> value.isIntegralNumber();
            case MONEY_MOVING -> value.isBoolean();
            case VULNERABILITY -> value.isArray() || value.isString();
            default -> value.isString();
        };
        if (!fits) {
            problems.add(Problem.of(field, "bad-type"));
        } else if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(each -> words.add(text(each)));
            draft.put(field, String.join("、", words));
        } else {
            draft.put(field, text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : Field.values()) {
            if (field != Field.AMOUNT) {
                fields.put(field.json(), field);
            }
        }
        return Map.copyOf(fields);
    }
}

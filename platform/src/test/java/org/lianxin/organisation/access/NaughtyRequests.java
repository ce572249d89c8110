package org.lianxin.organisation.access;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** All requests to one endpoint in which one value is naughty and the others are as good as can be told from their names. */
final class NaughtyRequests {

    private static final String HOLE = "\u0002";
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("purpose", "dissuade"),
            Map.entry("kind", "refused"),
            Map.entry("reason", "核对来电人身份是否属实"),
            Map.entry("scope", "UNIT"),
            Map.entry("level", "county"),
            Map.entry("state", "active"),
            Map.entry("roles", "VISITING_OFFICER"),
            Map.entry("divisionCode", "150581"),
            Map.entry("ladder", "plain"),
            Map.entry("account", "walk"),
            Map.entry("number", "W001"),
            Map.entry("password", "horses run at noon"),
            Map.entry("fresh", "horses run at night"),
            Map.entry("code", "150581-walk"),
            Map.entry("step", "confirm"),
            Map.entry("scopes", "warning:submit"),
            Map.entry("result", "reached"),
            Map.entry("field", "nationalId"),
            Map.entry("phoneId", "1"),
            Map.entry("outcomeCode", "done"),
            Map.entry("urgency", "NORMAL"),
            Map.entry("tells", "HOLDER_UNIT"),
            Map.entry("parts", "150581"));

    private final Endpoint endpoint;
    private final HandlerMethod handler;
    private final Supplier<String> id;
    private final Map<String, String> ids;

    /** @param ids good ones by the name of their field; {@code id} for the variables of the path */
    NaughtyRequests(Endpoint endpoint, HandlerMethod handler, Supplier<String> id, Map<String, String> ids) {
        this.endpoint = endpoint;
        this.handler = handler;
        this.id = id;
        this.ids = ids;
    }

    record Asked(String path, String json) {}

    List<Asked> list() {
        List<Asked> asked = new ArrayList<>();
        String good = goodBody();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                NaughtyValues.texts()
                        .forEach(value -> asked.add(new Asked(
                                path() + "?" + name(parameter) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8),
                                good)));
            } else if (parameter.isAnnotationPresent(PathVariable.class)) {
                NaughtyValues.texts().stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value -> asked.add(new Asked(pathWith(parameter, value), good)));
            } else if (parameter.isAnnotationPresent(RequestBody.class)) {
                bodies(parameter.getParameterizedType()).forEach(json -> asked.add(new Asked(path(), json)));
            }
        }
        return asked;
    }

    private String path() {
        return endpoint.path(id.get());
    }

    private String pathWith(Parameter parameter, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        String name = name(parameter);
        return endpoint.pattern()
                .replace("{" + name + "}", encoded)
                .replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(id.get()));
    }

    private static String name(Parameter parameter) {
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        PathVariable variable = parameter.getAnnotation(PathVariable.class);
        String given = asked != null ? asked.value() + asked.name() : variable == null ? "" : variable.value();
        return given.isEmpty() ? parameter.getName() : given;
    }

    private String goodBody() {
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestBody.class)) {
                return json("", parameter.getParameterizedType(), null);
            }
        }
        return "{}";
    }

    private List<String> bodies(Type type) {
        List<String> bodies = new ArrayList<>(NaughtyValues.bodies());
        bodies.add(json("", type, null));
        for (String leaf : leaves("", type)) {
            String holed = json("", type, leaf);
            NaughtyValues.json().forEach(value -> bodies.add(holed.replace(HOLE, value)));
        }
        return bodies;
    }

    /** Names of all places in a body, dotted. */
    private static List<String> leaves(String path, Type type) {
        List<String> leaves = new ArrayList<>();
        if (!path.isEmpty()) {
            leaves.add(path);
        }
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            leaves.addAll(leaves(path + ".", of[of.length - 1]));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent part : plain.getRecordComponents()) {
                leaves.addAll(leaves(path + "/" + part.getName(), part.getGenericType()));
            }
        } else if (isTree(type)) {
            signal().keySet().forEach(field -> leaves.add(path + "/" + field));
        }
        return leaves;
    }

    private String json(String path, Type type, @Nullable String hole) {
        if (path.equals(hole) && !path.isEmpty()) {
            return HOLE;
        }
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            String inner = json(path + ".", of[of.length - 1], hole);
            return of.length == 1 ? "[" + inner + "]" : "{\"a\":" + inner + "}";
        }
        if (isTree(type)) {
            Map<String, String> fields = signal();
            fields.replaceAll((field, value) -> (path + "/" + field).equals(hole) ? HOLE : value);
            return object(fields);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (RecordComponent part : plain.getRecordComponents()) {
                fields.put(part.getName(), json(path + "/" + part.getName(), part.getGenericType(), hole));
            }
            return object(fields);
        }
        return leaf(path.substring(path.lastIndexOf('/') + 1).replace(".", ""), plain);
    }

    private String leaf(String name, Class<?> type) {
        if (type == UUID.class || ids.containsKey(name)) {
            return NaughtyValues.quoted(ids.getOrDefault(name, UUID.randomUUID().toString()));
        }
        if (type == Instant.class) {
            return NaughtyValues.quoted(Instant.now().plus(Duration.ofHours(2)).toString());
        }
        if (type == Duration.class) {
            return "\"PT10M\"";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "1";
        }
        if (type.isEnum()) {
            return NaughtyValues.quoted(type.getEnumConstants()[0].toString());
        }
        return NaughtyValues.quoted(GOOD.getOrDefault(name, "walk"));
    }

    private static boolean isTree(Type type) {
        return type.getTypeName().endsWith("JsonNode");
    }

    private static Map<String, String> signal() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sourceId", NaughtyValues.quoted(UUID.randomUUID().toString()));
        fields.put("source", "\"测试平台\"");
        fields.put("occurredAt", NaughtyValues.quoted(Instant.now().toString()));
        fields.put("name", "\"测试人\"");
        fields.put("nationalId", "\"150581199003071234\"");
        fields.put("phone", "\"13904750417\"");
        fields.put("scamType", "\"刷单返利\"");
        fields.put("level", "\"high\"");
        fields.put("amountCents", "100");
        fields.put("address", "\"霍林郭勒市珠斯花街道\"");
        fields.put("description", "\"x\"");
        fields.put("moneyMoving", "false");
        fields.put("vulnerability", "[\"独居\"]");
        fields.put("fields", "{\"a\":\"b\"}");
        fields.put("anything", "\"x\"");
        return fields;
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}

package org.lianxin.organisation.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/** All rows of {@code authorisation/*.tsv}. What no row names is refused. */
@Component
public class AccessTable {

    private final List<AccessRow> rows;
    private final Map<String, List<AccessRow>> byMethod = new HashMap<>();

    AccessTable() {
        this(read());
    }

    AccessTable(List<AccessRow> rows) {
        this.rows = rows.stream()
                .sorted((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.path(), b.path()))
                .toList();
        this.rows.forEach(row -> byMethod.computeIfAbsent(row.method(), method -> new ArrayList<>())
                .add(row));
    }

    public List<AccessRow> list() {
        return rows;
    }

    /** The most specific row for the request. */
    public Optional<AccessRow> find(String method, PathContainer path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return byMethod.getOrDefault(asked, List.of()).stream()
                .filter(row -> row.path().matches(path))
                .findFirst();
    }

    private static List<AccessRow> read() {
        try {
            List<AccessRow> rows = new ArrayList<>();
            for (Resource table :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:authorisation/*.tsv")) {
                table.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("METHOD\t"))
                        .map(AccessRow::of)
                        .forEach(rows::add);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

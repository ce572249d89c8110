package org.lianxin.warning.awakening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.lianxin.warning.domain.ScamType;
import org.springframework.stereotype.Component;

/** The handbook and question bank of every scam type, as they come with the product. Read once, at the start. */
@Component
public class Lessons {

    private final Map<ScamType, Lesson> byType = new EnumMap<>(ScamType.class);

    Lessons() {
        Arrays.stream(ScamType.values()).forEach(type -> byType.put(type, LessonText.read(markdown(type))));
    }

    /** A type of a later version has the general one. */
    public Lesson get(ScamType type) {
        return Objects.requireNonNull(byType.get(type));
    }

    /** For every type, and for none in particular. */
    public Lesson general() {
        return get(ScamType.OTHER);
    }

    static String markdown(ScamType type) {
        String name = "/warning/awakening/" + type.code() + ".md";
        try (InputStream file = Lessons.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.lianxin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every sentence exists in Chinese and in English, and every sentence asked for exists. */
@Tag("fast")
class WordsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SAID = Pattern.compile("Words\\.say\\(\\s*(?:[A-Za-z.]+,\\s*)?\"([a-z0-9.-]+)\"");
    private static final Pattern REFUSED = Pattern.compile("Refused\\.of\\(\\s*\\d+,\\s*\"([a-z-]+)\\.([a-z0-9.-]+)\"");

    @Test
    void everyKeyIsThereInBothLanguages() throws IOException {
        assertThat(keys("_zh")).isEqualTo(keys("_en")).isNotEmpty();
    }

    @Test
    void everySentenceThatTheCodeSaysIsInTheCatalogue() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher said = SAID.matcher(source);
                while (said.find()) {
                    asked.add(said.group(1));
                }
                Matcher refused = REFUSED.matcher(source);
                while (refused.find()) {
                    asked.add(refused.group(1) + ".refused." + refused.group(2));
                }
            }
        }
        assertThat(asked).isNotEmpty();
        assertThat(keys("_zh")).containsAll(asked);
    }

    @Test
    void noSentenceIsEmptyAndChineseIsChinese() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.toList()) {
                load(file).forEach((key, value) -> {
                    assertThat(value.toString())
                            .as(file.getFileName() + " " + key)
                            .isNotBlank();
                    if (file.toString().endsWith("_en.properties")) {
                        assertThat(value.toString()).as("English " + key).doesNotContainPattern("[\\u4e00-\\u9fff]");
                    }
                });
            }
        }
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(language + ".properties"))
                    .toList()) {
                load(file).keySet().forEach(key -> keys.add(key.toString()));
            }
        }
        return keys;
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}

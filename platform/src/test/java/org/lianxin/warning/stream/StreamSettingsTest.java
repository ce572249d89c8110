package org.lianxin.warning.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StreamSettingsTest {

    private static final Map<String, String> USUAL = Map.of(
            "LIANXIN_KAFKA_SERVERS", "kafka.example:9093",
            "LIANXIN_KAFKA_TOPICS_0_NAME", "warnings",
            "LIANXIN_KAFKA_TOPICS_0_SOURCE", "省平台",
            "LIANXIN_KAFKA_TOPICS_0_UNIT", "1505-fz",
            "LIANXIN_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL",
            "LIANXIN_KAFKA_CLIENT_SASL_JAAS_CONFIG", "secret of the client");

    private static StreamSettings read(Map<String, String> environment) {
        StandardEnvironment all = new StandardEnvironment();
        all.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", new HashMap<>(environment)));
        ConfigurationPropertySources.attach(all);
        return Binder.get(all).bindOrCreate("lianxin.kafka", StreamSettings.class);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(USUAL);
        changed.put(name, value);
        return changed;
    }

    @Test
    void withoutServersNothingIsListenedTo() {
        assertThat(read(Map.of()).isSetUp()).isFalse();
    }

    @Test
    void theEnvironmentNamesTopicsAndWhatTheClientNeeds() {
        StreamSettings settings = read(USUAL);

        assertThat(settings.isSetUp()).isTrue();
        assertThat(settings.topics()).isEqualTo(List.of(new StreamSettings.Topic("warnings", "省平台", "1505-fz")));
        assertThat(settings.consumer())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "secret of the client")
                .containsEntry("bootstrap.servers", "kafka.example:9093")
                .containsEntry("group.id", "lianxin")
                .containsEntry("enable.auto.commit", false);
        assertThat(settings.toString()).contains("kafka.example").doesNotContain("secret");
    }

    @Test
    void whatTheIntakeRestsOnIsNotForConfiguration() {
        assertThatThrownBy(() -> read(with("LIANXIN_KAFKA_CLIENT_ENABLE_AUTO_COMMIT", "true")))
                .rootCause()
                .hasMessageContaining("enable.auto.commit");
    }

    @Test
    void aTopicWithoutSourceOrUnitIsRefused() {
        assertThatThrownBy(() -> read(with("LIANXIN_KAFKA_TOPICS_0_UNIT", "")))
                .rootCause()
                .hasMessageContaining("LIANXIN_KAFKA_TOPICS_0_SOURCE");
    }
}

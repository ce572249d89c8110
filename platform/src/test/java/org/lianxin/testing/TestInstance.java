package org.lianxin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Instance;
import org.lianxin.runtime.Stamp;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every Spring context of the tests a fresh, migrated database and a data folder of its own, stamped BENCH. Found
 * through {@code spring.factories}; a test does nothing for it.
 */
public final class TestInstance implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getBeanFactory().containsSingleton("instance")) {
            return;
        }
        try {
            DataFolder data = new DataFolder(Files.createTempDirectory("lianxin-test-data-"));
            data.root().toFile().deleteOnExit();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "instance",
                            Map.of("lianxin.data", data.root().toString(), "lianxin.stamp", Stamp.BENCH.name())));
            context.getBeanFactory()
                    .registerSingleton("instance", Instance.of(Stamp.BENCH, data, TestPostgres.freshDatabase()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
